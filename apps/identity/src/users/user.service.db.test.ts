import type { Actor } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  buildBranch,
  buildCustomer,
  buildWorld,
  createTestDatabase,
  startTestService,
} from '@platen/testing';
import { actors } from '../../test/actors';
import { buildUser } from '../../test/factories';
import { type IdentityApp, identity } from '../index';

const UPDATE = `mutation ($input: UpdateMyLocaleInput!) { updateMyLocale(input: $input) {
  ... on UpdateMyLocaleSuccess { user { id locale } }
  ... on InvalidInputError { code message fields { path } } } }`;

const branch = buildBranch();
const rossi = buildCustomer(branch);
const marco = buildUser(rossi, { role: 'Member' });
const giulia = buildUser(branch);
const member: Actor = {
  ...actors.member,
  id: marco.id,
  customerId: rossi.id,
  branchId: branch.id,
  locale: 'nl',
};

describe('updating my language', () => {
  let database: TestDatabase;
  let service: TestService<IdentityApp>;
  beforeAll(async () => {
    database = await createTestDatabase([identity]);
    service = await startTestService(database, identity);
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });
  beforeEach(async () => {
    await database.clean();
    await service.app.load(buildWorld({ branches: [branch], customers: [rossi], users: [marco, giulia] }));
  });

  const update = (actor: Actor, locale: string) => service.ask(actor, UPDATE, { input: { locale } });

  test.each([
    ['user', member, marco.id],
    ['staff', { ...actors.staff, id: giulia.id, branchId: branch.id }, giulia.id],
  ])('R7 a %s speaks it from now on', async (_kind, actor, id) => {
    expect((await update(actor, 'en')).data).toEqual({ updateMyLocale: { user: { id, locale: 'en' } } });
    const { rows } = await database.admin.query('select locale from identity.user_account where id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ locale: 'en' }]);
  });

  test('a language of others is refused in the language of the user, and nothing changes', async () => {
    expect((await update(member, 'fr')).data).toEqual({
      updateMyLocale: {
        code: 'LOCALE_UNKNOWN',
        message: 'Deze taal is niet beschikbaar. Kies een van: it, nl, en.',
        fields: [{ path: 'locale' }],
      },
    });
    const { rows } = await database.admin.query("select from identity.user_account where locale <> 'it'");
    expect(rows).toEqual([]);
  });

  test('a key has no language', async () => {
    const key: Actor = { ...actors['partner of a customer'], id: marco.id, customerId: rossi.id };
    expect((await update(key, 'en')).data).toMatchObject({ updateMyLocale: { code: 'NOT_A_PERSON' } });
  });

  test('nobody signed in is asked to', async () => {
    expect((await update(actors.anonymous, 'en')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
