import { randomUUID } from 'node:crypto';
import { buildWorld } from '@platen/testing';
import { buildUser } from '../../test/factories';
import { anna, branch, rossi, useIdentity } from '../../test/use-identity';
import { tellOfSilence } from './silence-notice';

const { load, asSystem, letters, sql } = useIdentity();

const marco = buildUser(rossi, { email: 'marco@rossi.example', role: 'Member' });
const piet = buildUser(rossi, { email: 'piet@rossi.example', firstName: 'Piet', locale: 'nl' });

beforeEach(() => load(buildWorld({ users: [marco, piet] })));

const machine = (name: string) => ({ deviceId: randomUUID(), name, siteName: 'Milano' });
const tell = (messageId: string, count = 1, together = false) =>
  asSystem((tx) =>
    tellOfSilence(
      {
        customerId: rossi.id,
        branchId: branch.id,
        count,
        machines: [machine('Front'), machine('Back')],
        together,
      },
      letters(),
      { tx, messageId },
    ),
  );
const sent = async () =>
  (
    await sql(
      `select lower(recipient) as recipient, locale, data->'values' as values, data->'link' as link
       from identity.mail where template = 'devices-silent' order by 1`,
    )
  ).rows;

test('P16 the administrators are told, each in his language, once per message', async () => {
  const id = randomUUID();
  await tell(id, 14);
  await tell(id, 14);
  expect(await sent()).toEqual([
    {
      recipient: 'anna.neri@rossi.example',
      locale: 'it',
      values: {
        count: '14',
        machines: 'Front (Milano), Back (Milano), e altre 12',
        advice:
          'Le altre vengono sentite: controlli che queste siano accese e collegate alla rete. Il portale La guida passo per passo.',
      },
      link: { url: 'http://localhost:8080/machines?attention=SILENT' },
    },
    expect.objectContaining({ recipient: 'piet@rossi.example', locale: 'nl' }),
  ]);
});

test('most of a collector at once is said of the collector, not of the machines', async () => {
  await tell(randomUUID(), 2, true);
  const [{ values } = { values: {} }] = await sent();
  expect((values as { advice: string }).advice).toMatch(/collettore/);
  expect((values as { machines: string }).machines).toBe('Front (Milano), Back (Milano)');
});

test.each([
  ['who wants no letters about machines', 'notify_devices_changed = false'],
  ['who is deactivated', 'deactivated_at = now()'],
])('%s is not told', async (_, change) => {
  await sql(`update identity.user_account set ${change} where id = '${anna.id}'`);
  await tell(randomUUID());
  expect((await sent()).map(({ recipient }) => recipient as string)).toEqual(['piet@rossi.example']);
});

test('R30 who does not see all machines, or may not look after them, is told nothing', async () => {
  await sql(`update identity.role set rights = array_remove(rights, 'device:all')`);
  await tell(randomUUID());
  await sql(
    `update identity.role set rights = array_append(array_remove(rights, 'equipment:manage'), 'device:all')`,
  );
  await tell(randomUUID());
  expect(await sent()).toEqual([]);
});
