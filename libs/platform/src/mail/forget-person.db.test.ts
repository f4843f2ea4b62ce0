import { type TestDatabase, createTestDatabase } from '@platen/testing';
import { service } from '../../test/thing-services';
import { system } from '../actor/actor';
import { FAREWELL, forgetPerson, mailAddressHash } from './forget-person';

describe('C41 forgetting a person', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase([service('billing')]);
  });
  beforeEach(() => database.clean());
  afterAll(() => database.close());

  const mail = (recipient: string, template: string, sent: 'now()' | 'null') =>
    database.admin.query(
      `insert into billing.mail (key, recipient, template, locale, data, sent_at)
       values (gen_random_uuid()::text, '${recipient}', '${template}', 'it', '{}', ${sent})`,
    );
  const left = async () => {
    const { rows } = await database.admin.query(
      `select recipient || ' ' || template as mail from billing.mail order by 1`,
    );
    return rows.map((row) => row.mail);
  };

  test('takes the mails to this address, whatever its case and sent or not, and no others', async () => {
    await mail('Anna@rossi.example', 'order-confirmed', 'now()');
    await mail('anna@rossi.example', 'order-confirmed', 'null');
    await mail('anna@rossi.example', FAREWELL, 'null');
    await mail('anna@rossi.example.org', 'order-confirmed', 'now()');
    const payload = {
      userId: '00000000-0000-7000-8000-000000000001',
      customerId: null,
      addressHash: mailAddressHash('ANNA@rossi.example'),
    };
    const forget = () =>
      database.workOf('billing').write(system('test'), (tx) => forgetPerson(payload, { tx }));
    await forget();
    await forget();
    expect(await left()).toEqual([
      'anna@rossi.example account-erased',
      'anna@rossi.example.org order-confirmed',
    ]);
    await database.admin.query('update billing.mail set sent_at = now()');
    await forget();
    expect(await left()).toEqual(['anna@rossi.example.org order-confirmed']);
  });
});
