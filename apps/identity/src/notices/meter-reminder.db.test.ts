import { randomUUID } from 'node:crypto';
import { MOST_REMINDED } from '@platen/contracts';
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

const name = (contacts: string[], asksForReaders = true) =>
  asSystem((tx) =>
    nameMeterReaders(
      {
        reminderId: randomUUID(),
        customerId: rossi.id,
        branchId: branch.id,
        contactHashes: contacts.map(mailAddressHash),
        asksForReaders,
      },
      { tx },
    ),
  );
const named = async () =>
  (
    await sql(
      `select payload from identity.outbox where name = 'identity.meter-readers.named.v1' order by id`,
    )
  ).rows.map((row) => row.payload as { readers: string[]; withoutAccount: string[] });
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

test('P17 names everybody who may hand in, and which contacts are nobody of the organisation', async () => {
  await sql(
    `update identity.role set rights = rights || '{meter:submit}' where not 'meter:submit' = any(rights)`,
  );
  await name(['marco@ROSSI.example', 'carla@verdi.example', 'nobody@rossi.example']);
  const [answer] = await named();
  expect(answer?.readers.toSorted()).toEqual([anna.id, marco.id].toSorted());
  expect(answer?.withoutAccount).toEqual(
    ['carla@verdi.example', 'nobody@rossi.example'].map(mailAddressHash),
  );
});

test('more contacts are asked about without naming the people again', async () => {
  await sql(`update identity.role set rights = rights || '{meter:submit}'`);
  await name(['nobody@rossi.example'], false);
  expect(await named()).toMatchObject([
    { readers: [], withoutAccount: [mailAddressHash('nobody@rossi.example')] },
  ]);
});

test('people of a large organisation are named page by page, each once', async () => {
  await sql(`update identity.role set rights = rights || '{meter:submit}'`);
  const crowd = Array.from({ length: MOST_REMINDED }, (_, at) =>
    buildUser(rossi, { id: randomUUID(), email: `reader-${at}@rossi.example` }),
  );
  await load(buildWorld({ users: crowd }));
  await name(['nobody@rossi.example']);
  const answers = await named();
  expect(answers.map(({ readers }) => readers.length)).toEqual([MOST_REMINDED, 2]);
  expect(new Set(answers.flatMap(({ readers }) => readers)).size).toBe(MOST_REMINDED + 2);
  expect(answers.map(({ withoutAccount }) => withoutAccount.length)).toEqual([1, 0]);
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
