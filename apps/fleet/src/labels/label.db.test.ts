import { pdfWords } from '@platen/testing';
import {
  actorOf,
  actors,
  bianchi,
  foreignRegistrar,
  jansen,
  netherlands,
  registrar,
} from '../../test/actors';
import { buildCustomer, buildDevice, buildSite } from '../../test/factories';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const PRINT = `mutation ($input: PrintLabelsInput!) { printLabels(input: $input) { __typename
  ... on PrintLabelsSuccess { pdf labels next } ... on UserError { code message } } }`;
const MAKE = `mutation ($input: MakeDeviceLabelInput!) { makeDeviceLabel(input: $input) { __typename
  ... on MakeDeviceLabelSuccess { label { code url } } ... on UserError { code message } } }`;
const FIND = 'query ($code: String!) { labelledDevice(code: $code) { id } }';
const LABEL = 'query ($id: ID!) { device(id: $id) { label { code } } }';

const milano = buildSite();
const torino = buildSite({ name: 'Torino', street: 'Corso Re Umberto 8', city: 'Torino' });
const elsewhere = buildSite({ customerId: bianchi, name: 'Bianchi' });
const [first, second, third, foreign] = [
  buildDevice(milano, { name: 'Škoda Ł1' }),
  buildDevice(milano, { name: 'Zeta' }),
  buildDevice(torino),
  buildDevice(elsewhere),
];

beforeEach(() =>
  fleet.load({
    customers: [
      buildCustomer(),
      buildCustomer({ id: bianchi, number: '100731', name: 'Bianchi' }),
      buildCustomer({ id: jansen, number: '200', name: 'Jansen', branchId: netherlands }),
    ],
    sites: [milano, torino, elsewhere],
    devices: [first, second, third, foreign],
  }),
);

type Actor = Parameters<typeof fleet.data>[0];
interface Printed {
  readonly __typename: string;
  readonly pdf: string;
  readonly labels: number;
  readonly next: string | null;
}
interface Made {
  readonly __typename: string;
  readonly label: { readonly code: string; readonly url: string };
}

const print = async (siteId: string, actor: Actor = actors.administrator, after: string | null = null) =>
  (await fleet.data<{ printLabels: Printed }>(actor, PRINT, { input: { siteId, after } })).printLabels;
const make = async (deviceId: string, replace = false, actor: Actor = actors.administrator) =>
  (await fleet.data<{ makeDeviceLabel: Made }>(actor, MAKE, { input: { deviceId, replace } }))
    .makeDeviceLabel;
const find = async (code: string, actor: Actor = actors.administrator) =>
  (await fleet.data<{ labelledDevice: { id: string } | null }>(actor, FIND, { code })).labelledDevice?.id;
const codes = () =>
  fleet.rows<{ device_id: string; code: string }>('select device_id, code from fleet.device_label');

test('labels of a place are printed with name, serial number and code, and printing again changes none', async () => {
  const printed = await print(milano.id);
  expect(printed).toMatchObject({ __typename: 'PrintLabelsSuccess', labels: 2, next: null });
  const made = await codes();
  expect(made.map(({ device_id }) => device_id).sort()).toEqual([first.id, second.id].sort());
  const words = pdfWords(Buffer.from(printed.pdf, 'base64'));
  for (const word of ['Škoda Ł1', first.serialNumber, ...made.map(({ code }) => code), 'Aurora'])
    expect(words).toContain(word);
  await print(milano.id);
  expect(await codes()).toEqual(made);
});

test('a label leads to its machine, however its code is typed, and for nobody who may not see it', async () => {
  const { label } = await make(first.id);
  expect(label.url).toMatch(new RegExp(`^https?://.+/l/${label.code}$`));
  expect(await find(label.code)).toBe(first.id);
  expect(await find(` ${label.code.toLowerCase().replaceAll('-', ' ')} `)).toBe(first.id);
  expect(
    await find(label.code, actorOf('user', ['device:read', 'device:all'], { customerId: bianchi })),
  ).toBeUndefined();
  expect(await find(label.code, actors.member)).toBeUndefined();
  expect(await find(label.code, registrar)).toBe(first.id);
  for (const code of ['', 'x'.repeat(10_000), '0000-0000-0000', "' or 1=1 --"])
    expect(await find(code)).toBeUndefined();
});

test('a lost label is replaced: the old code leads nowhere; asked for without need it stays', async () => {
  const before = await make(first.id);
  expect(await make(first.id)).toEqual(before);
  const after = await make(first.id, true);
  expect(after.label.code).not.toBe(before.label.code);
  expect(await find(before.label.code)).toBeUndefined();
  expect(await find(after.label.code)).toBe(first.id);
  expect(await codes()).toHaveLength(1);
});

test('asked for twice at once, a machine gets one label', async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => make(second.id)));
  expect(new Set(made.map(({ label }) => label.code)).size).toBe(1);
});

test.each([
  ['a place of another organisation', actors.administrator, () => elsewhere.id],
  ['staff of another branch', foreignRegistrar, () => milano.id],
  ['an id that is none', actors.administrator, () => 'x'],
])('nothing is printed for %s', async (_, actor, id) => {
  expect((await print(id(), actor)).__typename).toBe('SiteNotFoundError');
  expect(await codes()).toEqual([]);
});

test('a label of a foreign machine is neither made nor shown', async () => {
  expect((await make(foreign.id)).__typename).toBe('DeviceNotFoundError');
  await make(first.id);
  const shown = (actor: Actor) => fleet.data(actor, LABEL, { id: first.id });
  expect(await shown(actors.administrator)).toMatchObject({
    device: { label: { code: expect.any(String) } },
  });
  expect(await shown(actorOf('user', ['device:read', 'device:all']))).toEqual({ device: { label: null } });
});

test('a large place comes in several files, each machine once', async () => {
  const many = Array.from({ length: 215 }, (_, at) => buildDevice(torino, { name: `M${at % 7}` }));
  await fleet.load({ customers: [buildCustomer()], sites: [torino], devices: many });
  const one = await print(torino.id);
  const two = await print(torino.id, actors.administrator, one.next);
  const three = await print(torino.id, actors.administrator, two.next);
  expect([one.labels, two.labels, three.labels, three.next]).toEqual([105, 105, 6, null]);
});
