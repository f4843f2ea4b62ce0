import { secretBox } from '@platen/platform';
import { anna, giulia, rossi, useIdentity } from '../../test/use-identity';
import { letters } from '../letters/send-letter';
import { issueToken } from '../tokens/one-time-token';
import { erasePerson } from './erase-person';

const identity = useIdentity();
const { asSystem, signIn, tokenOf, refusal, resolve, sql } = identity;
const post = letters('https://portal.example', secretBox('a secret of the tests only', 'mail'));
const erase = (userId: string) => asSystem((tx) => erasePerson(tx, post, userId));
const outbox = async (name: string) =>
  (await sql(`select payload from identity.outbox where name = '${name}' order by id`)).rows.map(
    ({ payload }) => payload,
  );

describe('C41 erasing a person', () => {
  beforeEach(async () => {
    await sql(`update identity.user_account set phone = '+39 02 5550 177', granted_rights = '{audit:read}'
               where id = '${anna.id}'`);
    await sql(`insert into identity.consent (customer_id, branch_id, user_id, given, version)
               values ('${rossi.id}', '${rossi.branchId}', '${anna.id}', true, '2026-11')`);
    await sql(`with applied as (
        insert into identity.application (customer_id, branch_id, email, first_name, last_name, phone, locale,
          expires_at, decided_at, decision)
        values ('${rossi.id}', '${rossi.branchId}', '${anna.email}', 'Anna', 'Neri', '+39 02 5550 177', 'it',
          now(), now(), 'approved') returning id)
      insert into identity.invitation (customer_id, branch_id, email, locale, expires_at, user_id, application_id)
      select '${rossi.id}', '${rossi.branchId}', '${anna.email}', 'it', now(), '${anna.id}', id from applied`);
    await sql(`insert into identity.device_notice (user_id, customer_id, branch_id, added, removed)
               values ('${anna.id}', '${rossi.id}', '${rossi.branchId}', 1, 0)`);
    await asSystem(async (tx) => {
      await issueToken(tx, {
        purpose: 'undo-email',
        subject: anna.id,
        userId: anna.id,
        branchId: rossi.branchId,
        customerId: rossi.id,
        facts: { oldEmail: 'anna.before@rossi.example' },
      });
    });
  });

  test('leaves a row without anything personal, and nothing else in any table of identity', async () => {
    await refusal(anna.email, 'not this', { address: '192.0.2.50' });
    const session = await tokenOf();
    await erase(anna.id);
    const { rows } = await sql(`select email, first_name, last_name, phone, password_hash, granted_rights,
        deactivated_at is not null as closed, erased_at is not null as erased
      from identity.user_account where id = '${anna.id}'`);
    expect(rows).toEqual([
      {
        email: `erased-${anna.id}@erased.invalid`,
        first_name: '',
        last_name: '',
        phone: null,
        password_hash: null,
        granted_rights: [],
        closed: true,
        erased: true,
      },
    ]);
    for (const table of ['session', 'one_time_token', 'consent', 'invitation', 'device_notice'])
      expect((await sql(`select from identity.${table} where user_id = '${anna.id}'`)).rowCount).toBe(0);
    // the two of the addresses stay: they name nobody
    expect((await sql('select from identity.sign_in_attempt')).rowCount).toBe(2);
    expect(await resolve({ sessionToken: session })).toBeNull();
    expect(await refusal(anna.email)).toBe('WRONG_CREDENTIALS');
  });

  test('T13 no column of identity holds the name or address any more, but the last letter under way', async () => {
    await signIn(anna.email);
    await erase(anna.id);
    const { rows: tables } = await sql(`select table_name as name from information_schema.tables
      where table_schema = 'identity' and table_type = 'BASE TABLE'`);
    const traces: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql(`select t::text as row from identity."${name}" t
        where t::text ilike '%${anna.email}%' or t::text ilike '%anna.before%' or t::text like '%+39 02 5550 177%'`);
      traces.push(...rows.map(() => name));
    }
    expect(traces).toEqual(['mail']);
    const { rows } = await sql('select recipient, template from identity.mail');
    expect(rows).toEqual([{ recipient: anna.email, template: 'account-erased' }]);
  });

  test('C41 every table that names a person is known here', async () => {
    const { rows } = await sql(`select distinct table_name as name from information_schema.columns
      where table_schema = 'identity' and (column_name in ('user_id', 'viewed_by', 'recipient', 'phone')
        or column_name like '%email%' or column_name like '%first_name%')
      order by 1`);
    expect(rows.map(({ name }) => name)).toEqual([
      'application',
      // ids alone: who acted, whose eyes were used
      'audit_entry',
      'authenticator_app',
      'consent',
      'customer',
      'device_notice',
      'invitation',
      'mail',
      'one_time_token',
      'passkey',
      'passkey_challenge',
      'recovery_code',
      'session',
      'sign_in_challenge',
      'user_account',
    ]);
  });

  test('tells the others by id and hash alone, and the audit log', async () => {
    await erase(anna.id);
    const [event] = await outbox('identity.person.erased.v1');
    expect(event).toEqual({
      userId: anna.id,
      customerId: rossi.id,
      addressHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await outbox('platform.audit-entry.recorded.v1')).toEqual([
      expect.objectContaining({
        action: 'user.erased',
        customerId: rossi.id,
        target: { kind: 'user', id: anna.id },
        facts: {},
      }),
    ]);
  });

  test('a second time does and tells nothing, and nobody else is touched', async () => {
    await erase(anna.id);
    await erase(anna.id);
    expect(await outbox('identity.person.erased.v1')).toHaveLength(1);
    expect((await sql('select from identity.mail')).rowCount).toBe(1);
    expect(await refusal(giulia.email)).toBeNull();
  });

  test('the address is free for somebody new', async () => {
    await erase(anna.id);
    const { rowCount } = await sql(
      `select from identity.user_account where email_folded = lower('${anna.email}')`,
    );
    expect(rowCount).toBe(0);
  });
});
