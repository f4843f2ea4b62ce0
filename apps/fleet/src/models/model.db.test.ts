import { actors, foreignRegistrar, italy, netherlands, registrar } from '../../test/actors';
import { buildCustomer, buildDevice, buildMember, buildModel, buildSite } from '../../test/factories';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const CREATE = `mutation ($input: CreateDeviceModelInput!) { createDeviceModel(input: $input) { __typename
  ... on CreateDeviceModelSuccess { model { id maker model deviceCount slots { slot color } meterKinds } }
  ... on DeviceModelTakenError { modelId }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;
const UPDATE = `mutation ($input: UpdateDeviceModelInput!) { updateDeviceModel(input: $input) { __typename
  ... on UpdateDeviceModelSuccess { model { id model monthlyTo } }
  ... on DeviceModelTakenError { modelId }
  ... on InvalidInputError { fields { path } }
  ... on UserError { code message } } }`;
const DELETE = `mutation ($input: DeleteDeviceModelInput!) { deleteDeviceModel(input: $input) { __typename
  ... on DeleteDeviceModelSuccess { modelId } ... on UserError { code message } } }`;
const LIST = `query ($search: String, $first: Int, $after: String) {
  deviceModels(search: $search, first: $first, after: $after) {
    pageInfo { endCursor } edges { node { maker model deviceCount } } } }`;

const milano = buildSite();
const written = [
  buildDevice(milano, { maker: 'Acme', model: 'Press 200' }),
  buildDevice(milano, { maker: 'ACME', model: 'Acme Press-200' }),
];
const strange = buildDevice(milano, { maker: 'Acme', model: 'Press 2000' });

beforeEach(async () => {
  await fleet.load({
    customers: [buildCustomer()],
    models: [
      buildModel(),
      buildModel({ model: 'Press 900' }),
      buildModel({ branchId: netherlands, model: 'Pers' }),
    ],
    sites: [milano],
    devices: [...written, strange],
  });
  await fleet.forgetEvents();
});

let keys = 0;
const facts = (changes: Record<string, unknown> = {}) => ({
  maker: 'Fuji',
  model: 'Revoria',
  color: true,
  a3: true,
  monthlyFrom: 10_000,
  monthlyTo: 90_000,
  slots: [{ slot: '1.1', kind: 'TONER', color: 'CYAN', class: 'CONSUMED', description: 'Cyan' }],
  meterKinds: ['total', 'color'],
  ...changes,
});
type Answer = Record<string, unknown> & { readonly model: { readonly id: string } };
const act =
  (field: string, document: string) =>
  async (input: Record<string, unknown>, actor: Parameters<typeof fleet.data>[0] = registrar) =>
    (await fleet.data<Record<string, Answer>>(actor, document, { input }))[field] as Answer;
const create = act('createDeviceModel', CREATE);
const update = act('updateDeviceModel', UPDATE);
const remove = act('deleteDeviceModel', DELETE);
const made = (changes?: Record<string, unknown>) =>
  create({ idempotencyKey: `new-model-${keys++}`, facts: facts(changes) });
const idOf = async (model: string) =>
  (await fleet.rows<{ id: string }>('select id from fleet.device_model where model = $1', [model]))[0]?.id;

test('a model is found by its machines however its name is written, and by nobody who does not see them', async () => {
  const ask = `query ($id: ID!) { device(id: $id) { modelFacts { model monthlyTo slots { description } } } }`;
  const modelOf = async (id: string, actor: Parameters<typeof fleet.data>[0] = actors.administrator) =>
    (await fleet.data<{ device: { modelFacts: unknown } | null }>(actor, ask, { id })).device;
  const found = { model: 'Press 200', monthlyTo: 5000, slots: [{ description: 'Black toner' }] };
  for (const { id } of written) expect(await modelOf(id)).toEqual({ modelFacts: found });
  expect(await modelOf(strange.id)).toEqual({ modelFacts: null });
  expect(await modelOf(strange.id, actors.member)).toBeNull();
  await fleet.load({ users: [buildMember([written[0]?.id ?? ''])] });
  expect(await modelOf(written[0]?.id ?? '', actors.member)).toEqual({ modelFacts: found });
});

test('the catalogue is listed by name with its machines, each branch its own', async () => {
  type Listed = { deviceModels: { pageInfo: { endCursor: string }; edges: { node: unknown }[] } };
  const list = async (variables = {}, actor: Parameters<typeof fleet.data>[0] = registrar) =>
    (await fleet.data<Listed>(actor, LIST, variables)).deviceModels;
  const nodes = async (...asked: Parameters<typeof list>) =>
    (await list(...asked)).edges.map(({ node }) => node);
  const press200 = { maker: 'Acme', model: 'Press 200', deviceCount: 2 };
  const press900 = { maker: 'Acme', model: 'Press 900', deviceCount: 0 };
  expect(await nodes()).toEqual([press200, press900]);
  const { pageInfo } = await list({ first: 1 });
  expect(await nodes({ first: 1, after: pageInfo.endCursor })).toEqual([press900]);
  expect(await nodes({ search: 'acme press 9' })).toEqual([press900]);
  expect(await nodes({}, foreignRegistrar)).toEqual([{ maker: 'Acme', model: 'Pers', deviceCount: 0 }]);
});

test('C50 a model is made once, and no second time under another spelling', async () => {
  const input = { idempotencyKey: 'the-same-key', facts: facts() };
  const answers = await Promise.all(Array.from({ length: 5 }, () => create(input)));
  expect(new Set(answers.map(({ model }) => model.id)).size).toBe(1);
  expect(answers[0]).toMatchObject({
    __typename: 'CreateDeviceModelSuccess',
    model: { slots: [{ slot: '1.1', color: 'CYAN' }], meterKinds: ['total', 'color'], deviceCount: 0 },
  });
  expect(await made({ maker: 'FUJI', model: 'fuji  REVORIA' })).toMatchObject({
    code: 'MODEL_TAKEN',
    modelId: answers[0]?.model.id,
  });
  expect(
    await fleet.rows(`select count(*)::int as n from fleet.device_model where branch_id = $1`, [italy]),
  ).toEqual([{ n: 3 }]);
});

test('bad facts are told by field', async () => {
  const slot = { slot: '1.1', kind: 'TONER', color: 'BLACK', class: 'CONSUMED', description: 'Black' };
  const bad = await made({
    maker: ' ',
    monthlyTo: 5,
    slots: [slot, { ...slot, slot: 'a b' }, slot],
    meterKinds: ['Total!'],
  });
  expect((bad.fields as { path: string }[]).map(({ path }) => path)).toEqual([
    'maker',
    'monthlyTo',
    'slots.1',
    'slots.2',
    'meterKinds',
  ]);
});

test('staff change and delete what their branch has, and nothing of another', async () => {
  const [press200, pers] = [await idOf('Press 200'), await idOf('Pers')];
  expect(await update({ modelId: press200, facts: facts({ model: 'Press 201' }) })).toMatchObject({
    model: { id: press200, model: 'Press 201', monthlyTo: 90_000 },
  });
  expect(
    await update({ modelId: press200, facts: facts({ maker: 'acme', model: 'press 900' }) }),
  ).toMatchObject({
    code: 'MODEL_TAKEN',
  });
  for (const modelId of [pers, 'no id', '00000000-0000-7000-8000-00000000ffff']) {
    expect(await update({ modelId, facts: facts() })).toMatchObject({ code: 'MODEL_NOT_FOUND' });
    expect(await remove({ modelId })).toMatchObject({ code: 'MODEL_NOT_FOUND' });
  }
  expect(await remove({ modelId: press200 })).toMatchObject({ __typename: 'DeleteDeviceModelSuccess' });
  expect(await fleet.rows('select model from fleet.device_model order by model')).toEqual([
    { model: 'Pers' },
    { model: 'Press 900' },
  ]);
});

test('C2 a customer reads the catalogue of its branch and changes none of it', async () => {
  const answer = await fleet.ask(actors.administrator, CREATE, {
    input: { idempotencyKey: 'of-a-customer', facts: facts() },
  });
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  expect((await fleet.ask(actors.administrator, LIST)).errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
});
