import { randomUUID } from 'node:crypto';
import { mailAddressHash } from '@platen/platform';
import { buildCustomer, buildWorld } from '@platen/testing';
import { buildUser } from '../../test/factories';
import { anna, branch, rossi, useIdentity } from '../../test/use-identity';
import { nameMeterReaders, sendMeterReminder } from './meter-reminder';

const { load, asSystem, letters, sql } = useIdentity();

const verdi = buildCustomer(branch, { name: 'Verdi' });
const marco = buildUser(rossi, {
  email: 'Marco@rossi.example',
  role: 'Member',
  locale: 'nl',
  firstName: 'Marco',
});
const carla = buildUser(verdi, { email: 'carla@verdi.example' });

beforeEach(() => load(buildWorld({ customers: [verdi], users: [marco, carla] })));

const name = (contacts: string[]) =>
  asSystem((tx) =>
    nameMeterReaders(
      {
        reminderId: randomUUID(),
        customerId: rossi.id,
        branchId: branch.id,
        contactHashes: contacts.map(mailAddressHash),
      },
      { tx },
    ),
  );
const named = async () =>
  (
    await sql(
      `select payload from identity.outbox where name = 'identity.meter-readers.named.v1' order by id`,
    )
  ).rows.map((row) => row.payload as { readers: string[]; withAccount: string[] });
const send = (userId: string, linkId = randomUUID()) =>
  asSystem((tx) =>
    sendMeterReminder(
      {
        linkId,
        userId,
        customerId: rossi.id,
        branchId: branch.id,
        dueOn: '2026-11-25',
        validUntil: '2026-11-30T23:30:00.000Z',
        count: 12,
        machines: ['Front', 'Back'],
        sealedUrl: 'sealed',
      },
      letters(),
      { tx },
    ),
  );
const sent = async () =>
  (
    await sql(
      `select recipient, locale, data->'values' as values, data->'link' as link from identity.mail
       where template = 'meter-reminder'`,
    )
  ).rows;

test('P17 names everybody who may hand in, and which contacts are people of the organisation', async () => {
  await sql(
    `update identity.role set rights = rights || '{meter:submit}' where not 'meter:submit' = any(rights)`,
  );
  await name(['marco@ROSSI.example', 'carla@verdi.example', 'nobody@rossi.example']);
  const [answer] = await named();
  expect(answer?.readers.toSorted()).toEqual([anna.id, marco.id].toSorted());
  expect(answer?.withAccount).toEqual([mailAddressHash('marco@rossi.example')]);
});

test('who may not, or is gone, is not named; of a suspended organisation nobody', async () => {
  await sql(`update identity.role set rights = array_remove(rights, 'meter:submit')`);
  await name([]);
  expect((await named())[0]?.readers).toEqual([]);
  await sql(`update identity.role set rights = rights || '{meter:submit}'`);
  await sql(`update identity.user_account set deactivated_at = now() where id = '${marco.id}'`);
  await name([]);
  expect((await named())[1]?.readers).toEqual([anna.id]);
  await sql(`update identity.customer set suspended_at = now() where id = '${rossi.id}'`);
  await name([]);
  expect(await named()).toHaveLength(2);
});

test('the link is sent as it came, in the language of its reader, once', async () => {
  await sql(`update identity.role set rights = rights || '{meter:submit}'`);
  const linkId = randomUUID();
  await send(marco.id, linkId);
  await send(marco.id, linkId);
  expect(await sent()).toEqual([
    {
      recipient: 'Marco@rossi.example',
      locale: 'nl',
      values: {
        count: '12',
        machines: 'Front, Back, en nog 10',
        dueOn: '25 november 2026',
        until: '1 december 2026',
      },
      link: { sealedUrl: 'sealed' },
    },
  ]);
});

test('somebody of another organisation, or without the right by now, is sent nothing', async () => {
  await send(carla.id);
  await sql(`update identity.role set rights = array_remove(rights, 'meter:submit')`);
  await send(marco.id);
  expect(await sent()).toEqual([]);
});
