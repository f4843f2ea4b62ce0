import {
  actors,
  bianchi,
  foreignRegistrar,
  italy,
  jansen,
  netherlands,
  registrar,
  rossi,
} from '../../test/actors';
import { pollAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const LIST = `query ($dismissed: Boolean, $first: Int, $after: String) {
  unknownDevices(dismissed: $dismissed, first: $first, after: $after) { pageInfo { endCursor }
    edges { node { id serialNumber address model dismissedAt } } } }`;
const DISMISS = `mutation ($input: DismissUnknownDeviceInput!) { dismissUnknownDevice(input: $input) { __typename
  ... on DismissUnknownDeviceSuccess { unknownDevice { id dismissedAt } } ... on UserError { code } } }`;

type Actor = Parameters<typeof fleet.data>[0];
interface Listed {
  readonly unknownDevices: {
    readonly pageInfo: { readonly endCursor: string };
    readonly edges: { readonly node: { readonly id: string; readonly serialNumber: string | null } }[];
  };
}
const list = async (actor: Actor, variables: Record<string, unknown> = {}) =>
  (await fleet.data<Listed>(actor, LIST, variables)).unknownDevices;
const serials = async (...asked: Parameters<typeof list>) =>
  (await list(...asked)).edges.map(({ node }) => node.serialNumber);
const dismiss = async (unknownDeviceId: string, actor: Actor, dismissed = true) =>
  (
    await fleet.data<{ dismissUnknownDevice: Record<string, unknown> }>(actor, DISMISS, {
      input: { unknownDeviceId, dismissed },
    })
  ).dismissUnknownDevice;

const found = (customer: string | null, branch: string, serial: string, minutesAgo: number) =>
  fleet.rows(
    `insert into fleet.unknown_device (customer_id, branch_id, known_by, serial_number, address, first_seen_at, last_seen_at)
     values ($1, $2, $3, $3, '192.0.2.1', now(), now() - $4 * interval '1 minute')`,
    [customer, branch, serial, minutesAgo],
  );

beforeEach(async () => {
  await found(rossi, italy, 'R1', 3);
  await found(rossi, italy, 'R2', 1);
  await found(bianchi, italy, 'B1', 2);
  await found(null, italy, 'I1', 4);
  await found(jansen, netherlands, 'J1', 0);
});

test('what a collector found and nobody registered is listed, last heard of first', async () => {
  await fleet.record(uploadOf([pollAt('20T09:30', { serialNumber: 'X9', model: 'Press 1' })]));
  expect(await serials(actors.administrator)).toContain('X9');
});

test('each sees what was found in the own organisation or branch', async () => {
  expect(await serials(registrar)).toEqual(['R2', 'B1', 'R1', 'I1']);
  expect(await serials(foreignRegistrar)).toEqual(['J1']);
  expect(await serials(actors.administrator)).toEqual(['R2', 'R1']);
  expect(await serials(actors['administrator of another customer'])).toEqual(['B1']);
  expect((await fleet.ask(actors.member, LIST)).errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
});

test('the list is paged', async () => {
  const first = await list(registrar, { first: 2 });
  expect(await serials(registrar, { first: 2, after: first.pageInfo.endCursor })).toEqual(['R1', 'I1']);
});

test('one is put aside and taken back by those who see it, by nobody else', async () => {
  const [{ node } = { node: { id: '' } }] = (await list(actors.administrator)).edges;
  expect(await dismiss(node.id, actors['administrator of another customer'])).toEqual({
    __typename: 'UnknownDeviceNotFoundError',
    code: 'UNKNOWN_DEVICE_NOT_FOUND',
  });
  expect(await dismiss('no id', registrar)).toMatchObject({ code: 'UNKNOWN_DEVICE_NOT_FOUND' });
  expect(await serials(actors.administrator, { dismissed: true })).toEqual([]);
  expect(await dismiss(node.id, actors.administrator)).toMatchObject({
    unknownDevice: { id: node.id, dismissedAt: fleet.clock.now().toISOString() },
  });
  expect(await serials(actors.administrator)).toEqual(['R1']);
  expect(await serials(registrar, { dismissed: true })).toEqual(['R2']);
  expect(await dismiss(node.id, registrar, false)).toMatchObject({ unknownDevice: { dismissedAt: null } });
  expect(await serials(actors.administrator)).toEqual(['R2', 'R1']);
});
