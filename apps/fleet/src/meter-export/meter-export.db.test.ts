import { randomUUID } from 'node:crypto';
import { type Actor, type Tx, system } from '@platen/platform';
import { actorOf, actors, bianchi, italy } from '../../test/actors';
import { buildDevice, buildSite } from '../../test/factories';
import { handInsOf, reader } from '../../test/hand-ins';
import { useFleet } from '../../test/use-fleet';
import { numberHandIns } from './number-hand-ins';

const fleet = useFleet();
const { handIn } = handInsOf(fleet);

const site = buildSite();
const elsewhere = buildSite({ customerId: bianchi });
const one = buildDevice(site, { serialNumber: 'A1', equipmentId: 'EQ-1', monitored: false });
const two = buildDevice(site, { serialNumber: 'A2', monitored: false });
const foreign = buildDevice(elsewhere, { serialNumber: 'B1', monitored: false });

const keyId = randomUUID();
const erp = actorOf('partner', ['meter:book'], { id: keyId });
const erpOfBianchi = actorOf('partner', ['meter:book'], { customerId: bianchi });
const erpOfBranch = actorOf('partner', ['meter:book'], { customerId: null });
const readerOfBianchi = actorOf('user', ['device:read', 'device:all', 'meter:submit'], {
  customerId: bianchi,
});

const LIST = `query ($after: String, $first: Int, $state: MeterExportState) {
  meterHandIns(first: $first, after: $after, state: $state) { pageInfo { endCursor hasNextPage }
    edges { node { id serialNumber equipmentId source flagged state reference refusal corrects
      values { kind unit value previous } } } } }`;
interface Listed {
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly edges: readonly {
    readonly node: { readonly id: string; readonly serialNumber: string } & Record<string, unknown>;
  }[];
}
const page = async (actor: Actor, variables: object = {}) =>
  (await fleet.data<{ meterHandIns: Listed }>(actor, LIST, { first: 100, ...variables })).meterHandIns;
const serials = async (actor: Actor, variables: object = {}) =>
  (await page(actor, variables)).edges.map(({ node }) => node.serialNumber);

const ACKNOWLEDGE = `mutation ($input: AcknowledgeMeterHandInsInput!) { acknowledgeMeterHandIns(input: $input) {
  ... on AcknowledgeMeterHandInsSuccess { changed answers { settlement } }
  ... on InvalidInputError { code fields { path } } } }`;
type Answered = { changed: number; answers: { settlement: string }[]; fields?: { path: string }[] };
const acknowledge = async (answers: object[], actor: Actor = erp) =>
  (await fleet.data<{ acknowledgeMeterHandIns: Answered }>(actor, ACKNOWLEDGE, { input: { answers } }))
    .acknowledgeMeterHandIns;
const settled = async (answers: object[], actor?: Actor) =>
  (await acknowledge(answers, actor)).answers.map(({ settlement }) => settlement);

const number = () => fleet.app().platform.work.write(system('worker'), (tx) => numberHandIns(tx, italy));
const idOf = async (serial: string) =>
  (
    await fleet.rows<{ id: string }>(
      'select h.id from fleet.meter_hand_in h join fleet.device d on d.id = h.device_id where d.serial_number = $1',
      [serial],
    )
  )[0]?.id as string;

beforeEach(() => fleet.load({ sites: [site, elsewhere], devices: [one, two, foreign] }));

test('R63 what was handed in is offered to the books with everything they need', async () => {
  await handIn([
    { device: one, kind: 'mono', value: 700 },
    { device: one, kind: 'color', value: 300 },
  ]);
  expect(await page(erp)).toMatchObject({ edges: [] });
  await number();
  const { edges } = await page(erp);
  expect(edges.map(({ node }) => node)).toMatchObject([
    {
      serialNumber: 'A1',
      equipmentId: 'EQ-1',
      source: 'PORTAL',
      flagged: false,
      state: 'WAITING',
      reference: null,
      values: [
        { kind: 'color', unit: 'IMPRESSIONS', value: 300, previous: null },
        { kind: 'mono', unit: 'IMPRESSIONS', value: 700, previous: null },
      ],
    },
  ]);
});

test('a key sees the hand-ins of its organisation, a key of the branch those of all; others none', async () => {
  await handIn([{ device: one, value: 100 }]);
  await handIn([{ device: foreign, value: 100 }], {}, readerOfBianchi);
  await number();
  expect(await serials(erp)).toEqual(['A1']);
  expect(await serials(erpOfBianchi)).toEqual(['B1']);
  expect(await serials(erpOfBranch)).toEqual(['A1', 'B1']);
  expect(
    await serials(actorOf('partner', ['meter:book'], { customerId: null, branchId: randomUUID() })),
  ).toEqual([]);
  expect(await serials(actorOf('user', ['meter:book']))).toEqual([]);
  const refused = await fleet.ask(actorOf('partner', ['meter:read']), LIST, { first: 1 });
  expect(refused.errors?.[0]?.extensions?.code).toBe('UNAUTHORIZED');
});

test('the cursor goes on where it was, over pages and states', async () => {
  await handIn([{ device: one, value: 100 }]);
  await handIn([{ device: two, value: 100 }]);
  await number();
  const first = await page(erp, { first: 1 });
  expect(first.pageInfo.hasNextPage).toBe(true);
  const after = first.pageInfo.endCursor;
  expect(await serials(erp, { after })).toEqual(['A2']);
  await acknowledge([{ id: await idOf('A1'), reference: 'R1' }]);
  expect(await serials(erp, { state: 'WAITING' })).toEqual(['A2']);
  expect(await serials(erp, { state: 'BOOKED' })).toEqual(['A1']);
  const odd = await fleet.ask(erp, LIST, { first: 1, after: 'nonsense' });
  expect(odd.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

/** An insert like that of a hand-in, in a transaction that the test ends when it likes. */
async function slowHandIn(deviceId: string) {
  let finish = () => {};
  const held = new Promise<void>((resolve) => (finish = resolve));
  let wrote = () => {};
  const written = new Promise<void>((resolve) => (wrote = resolve));
  const ended = fleet.app().platform.work.write(system('slow'), async (tx: Tx) => {
    await tx.query(
      `insert into meter_hand_in (customer_id, branch_id, device_id, read_at, handed_in_at, source, actor_kind)
       select customer_id, branch_id, id, now(), '2026-11-20T08:00:00Z', 'portal', 'user' from device where id = $1`,
      [deviceId],
    );
    wrote();
    await held;
  });
  await written;
  return {
    commit: async () => {
      finish();
      await ended;
    },
  };
}

test('who has read up to a number misses no hand-in that began before it and was committed after it', async () => {
  const slow = await slowHandIn(one.id);
  await handIn([{ device: two, value: 100 }]);
  await number();
  const before = await page(erp);
  expect(before.edges.map(({ node }) => node.serialNumber)).toEqual(['A2']);
  await slow.commit();
  await number();
  expect(await serials(erp, { after: before.pageInfo.endCursor })).toEqual(['A1']);
});

test('a reader beside ten writers and four numbering workers sees every hand-in once, in one order', async () => {
  const devices = Array.from({ length: 60 }, (_, index) =>
    buildDevice(site, { serialNumber: `C${index}`, monitored: false }),
  );
  await fleet.load({ devices });
  const seen: string[] = [];
  let after: string | null = null;
  let done = false;
  const read = async () => {
    const { edges, pageInfo } = await page(erp, { after, first: 7 });
    seen.push(...edges.map(({ node }) => node.id));
    after = pageInfo.endCursor ?? after;
    return edges.length;
  };
  const reading = (async () => {
    while (!done) await read();
  })();
  const writers = Array.from({ length: 10 }, async (_, writer) => {
    for (const device of devices.filter((__, index) => index % 10 === writer)) {
      await handIn([{ device, value: 100 }]);
      await number();
    }
  });
  await Promise.all(writers);
  done = true;
  await reading;
  while ((await read()) > 0);
  const stored = await fleet.rows<{ id: string; no: string }>(
    'select id, export_no as no from fleet.meter_hand_in order by export_no',
  );
  expect(stored.map(({ no }) => Number(no))).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  expect(seen).toEqual(stored.map(({ id }) => id));
});

describe('what the books answer', () => {
  let id: string;
  beforeEach(async () => {
    await handIn([{ device: one, value: 100 }]);
    await number();
    id = await idOf('A1');
  });

  test('is kept with the key that said it, and the same again changes nothing', async () => {
    expect(await acknowledge([{ id, reference: ' R-17 ' }])).toEqual({
      changed: 1,
      answers: [{ settlement: 'BOOKED' }],
    });
    expect(
      await settled([
        { id, reference: 'R-17' },
        { id: id.toUpperCase(), reference: 'R-17' },
      ]),
    ).toEqual(['UNCHANGED', 'UNCHANGED']);
    expect(
      await settled([
        { id, reference: 'R-18' },
        { id, refusal: 'no' },
      ]),
    ).toEqual(['KEPT', 'KEPT']);
    expect(
      await fleet.rows('select export_state, booked_reference, settled_by from fleet.meter_hand_in'),
    ).toEqual([{ export_state: 'booked', booked_reference: 'R-17', settled_by: keyId }]);
  });

  test('is one entry of the log for each call that changed something', async () => {
    await handIn([{ device: two, value: 50 }]);
    await number();
    await fleet.forgetEvents();
    const answers = [
      { id, reference: 'R-1' },
      { id: await idOf('A2'), refusal: 'Contract is over' },
      { id: randomUUID(), reference: 'R-2' },
    ];
    await acknowledge(answers);
    await acknowledge(answers);
    expect(await fleet.events('platform.audit-entry.recorded.v1')).toMatchObject([
      {
        action: 'meter-reads.booked',
        actor: { kind: 'partner', id: keyId },
        target: null,
        facts: { booked: 1, refused: 1 },
      },
    ]);
  });

  test('at the same time from many sides is kept once', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => settled([{ id, reference: 'R-17' }])));
    expect(all.flat().filter((settlement) => settlement === 'BOOKED')).toHaveLength(1);
    expect(all.flat().filter((settlement) => settlement === 'UNCHANGED')).toHaveLength(9);
  });

  test('by a key of another organisation, or of an id that nothing has, is of nothing known', async () => {
    expect(await settled([{ id, reference: 'X' }], erpOfBianchi)).toEqual(['UNKNOWN']);
    expect(
      await settled([
        { id: randomUUID(), reference: 'X' },
        { id: 'x', reference: 'X' },
      ]),
    ).toEqual(['UNKNOWN', 'UNKNOWN']);
    expect(await fleet.rows('select export_state from fleet.meter_hand_in')).toEqual([
      { export_state: 'waiting' },
    ]);
    expect(await settled([{ id, reference: 'X' }], erpOfBranch)).toEqual(['BOOKED']);
  });

  test('as a refusal becomes a case, once, and may be booked after all', async () => {
    expect(await settled([{ id, refusal: 'Contract is over' }])).toEqual(['REFUSED']);
    expect(await settled([{ id, refusal: 'Contract is over' }])).toEqual(['UNCHANGED']);
    expect(
      await fleet.rows('select kind, value from fleet.meter_exception where resolved_at is null'),
    ).toEqual([{ kind: 'refused', value: '100' }]);
    expect((await page(erp)).edges[0]?.node).toMatchObject({ state: 'REFUSED', refusal: 'Contract is over' });
    expect(await settled([{ id, reference: 'R-1' }])).toEqual(['BOOKED']);
    expect((await page(erp)).edges[0]?.node).toMatchObject({
      state: 'BOOKED',
      refusal: null,
      reference: 'R-1',
    });
  });

  test.each([
    ['both words', { reference: 'R', refusal: 'no' }],
    ['neither', {}],
    ['blanks', { reference: '  ' }],
    ['a reference without end', { reference: 'R'.repeat(101) }],
    ['a NUL', { refusal: 'a\0b' }],
  ])('with %s is refused at its place', async (_, words) => {
    expect(
      (
        await acknowledge([
          { id, reference: 'R' },
          { id, ...words },
        ])
      ).fields,
    ).toEqual([{ path: 'answers.1' }]);
    expect(await fleet.rows('select export_state from fleet.meter_hand_in')).toEqual([
      { export_state: 'waiting' },
    ]);
  });

  test('more than 500 at once, or none, are refused', async () => {
    for (const count of [0, 501])
      expect(
        (await acknowledge(Array.from({ length: count }, () => ({ id, reference: 'R' })))).fields,
      ).toEqual([{ path: 'answers' }]);
  });
});

test('anonymous and people without the right pass no door', async () => {
  for (const actor of [actors.anonymous, reader]) {
    const answer = await fleet.ask(actor, ACKNOWLEDGE, {
      input: { answers: [{ id: randomUUID(), reference: 'R' }] },
    });
    expect(answer.errors?.[0]?.extensions?.code).toMatch(/UNAUTH/);
  }
});

test('a first value that is withdrawn stands there without a value; refused, the case names what the books keep', async () => {
  await handIn([{ device: one, value: 90_000_000, confirmed: true }]);
  const [open] = await fleet.rows<{ id: string }>('select id from fleet.meter_exception');
  const desk = actorOf('staff', ['device:read', 'meter:manage'], { customerId: null });
  await fleet.data(
    desk,
    'mutation ($input: DecideMeterCaseInput!) { decideMeterCase(input: $input) { __typename } }',
    { input: { id: open?.id, decision: 'WITHDRAWN', reason: 'two digits too many' } },
  );
  await number();
  const { edges } = await page(erp);
  const [first, second] = edges.map(({ node }) => node);
  expect(second).toMatchObject({ corrects: first?.id, values: [{ value: null, previous: null }] });
  expect(await settled([{ id: second?.id, refusal: 'Billed already' }])).toEqual(['REFUSED']);
  expect(await fleet.rows('select kind, value from fleet.meter_exception where resolved_at is null')).toEqual(
    [{ kind: 'refused', value: '90000000' }],
  );
});
