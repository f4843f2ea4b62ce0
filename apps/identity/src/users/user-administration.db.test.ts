import {
  actorOf,
  anna,
  berta,
  bruno,
  giulia,
  italy,
  joost,
  marco,
  paolo,
  roleOfRossi,
  rossi,
  unknown,
  useOrganisation,
  verdi,
} from '../../test/use-organisation';
import { roleIdOf } from '../world/given-roles-of';

const PERSON = `user { id state role { name } grantedRights rights viewerCanReactivate }`;
const ANSWER = `__typename ... on UserError { code message } ... on InvalidInputError { fields { path message } }`;
const RIGHTS = `mutation ($input: UpdateUserRightsInput!) { updateUserRights(input: $input) {
  ${ANSWER} ... on UpdateUserRightsSuccess { ${PERSON} } } }`;
const commands = {
  deactivateUser: `mutation ($input: UserInput!) { deactivateUser(input: $input) { ${ANSWER}
    ... on DeactivateUserSuccess { ${PERSON} } } }`,
  reactivateUser: `mutation ($input: UserInput!) { reactivateUser(input: $input) { ${ANSWER}
    ... on ReactivateUserSuccess { ${PERSON} } } }`,
  deleteUser: `mutation ($input: UserInput!) { deleteUser(input: $input) { ${ANSWER}
    ... on DeleteUserSuccess { ${PERSON} } } }`,
  sendPasswordReset: `mutation ($input: UserInput!) { sendPasswordReset(input: $input) { ${ANSWER}
    ... on SendPasswordResetSuccess { ${PERSON} } } }`,
};
type Command = keyof typeof commands;

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly user?: Record<string, unknown>;
}

const { answer, ask, audits, letters, people, resolve, signIn, sql } = useOrganisation();
const administrator = actorOf(anna);
const run = (command: Command, userId: string, actor = administrator) =>
  answer<Answer>(actor, commands[command], { input: { userId } });
const giveRights = (
  userId: string,
  grantedRights: readonly string[] = [],
  { roleId = roleOfRossi('Member'), actor = administrator } = {},
) => answer<Answer>(actor, RIGHTS, { input: { userId, roleId, grantedRights } });

/** Nothing changed and nothing went out. */
async function expectNothing(before: Awaited<ReturnType<typeof people>>) {
  expect(await people()).toEqual(before);
  expect(await letters()).toEqual([]);
  expect(await audits()).toEqual([]);
}

describe('rights of a person', () => {
  test('R25 S3 a right is given on top of the role; the person is told, and the log keeps before and after', async () => {
    const session = await signIn(marco);
    await sql('delete from identity.outbox');
    expect(await giveRights(marco.id, ['invoice:read', 'invoice:read', 'order:place'])).toMatchObject({
      user: { role: { name: 'Member' }, grantedRights: ['invoice:read'] },
    });
    expect(await letters()).toMatchObject([
      {
        template: 'rights-changed',
        recipient: marco.email,
        locale: 'en',
        data: {
          values: {
            administrator: 'Anna Neri',
            change: 'your role is Member (1 rights more, 0 fewer than before)',
          },
        },
      },
    ]);
    expect(await audits()).toMatchObject([
      {
        action: 'user.rights-changed',
        actor: { kind: 'user', id: anna.id },
        customerId: rossi.id,
        target: { kind: 'user', id: marco.id },
        facts: { grantedFrom: [], grantedTo: ['invoice:read'] },
      },
    ]);
    // C26: who may do something else is somebody else
    expect(await resolve(session)).toBeNull();
    expect((await resolve(await signIn(marco)))?.rights.has('invoice:read')).toBe(true);
  });

  test('T6 a right taken away is gone at the next request', async () => {
    await giveRights(marco.id, ['invoice:read']);
    const session = await signIn(marco);
    await giveRights(marco.id, []);
    expect(await resolve(session)).toBeNull();
    expect((await resolve(await signIn(marco)))?.rights.has('invoice:read')).toBe(false);
  });

  test('a change that changes nothing tells nobody, and the session goes on', async () => {
    const session = await signIn(marco);
    await sql('delete from identity.outbox');
    expect(await giveRights(marco.id)).toMatchObject({ __typename: 'UpdateUserRightsSuccess' });
    expect(await resolve(session)).not.toBeNull();
    expect(await letters()).toEqual([]);
    expect(await audits()).toEqual([]);
  });

  test.each([
    ['a right that nobody has heard of', ['moon:land'], 'grantedRights'],
    ['a right of staff', ['branch:manage'], 'grantedRights'],
    ['a right of collectors', ['telemetry:write'], 'grantedRights'],
    ['text that is long', ['x'.repeat(1_000_000)], 'grantedRights'],
  ])('C5 %s is refused at its field', async (_case, grantedRights, path) => {
    const before = await people();
    expect(await giveRights(marco.id, grantedRights)).toMatchObject({
      __typename: 'InvalidInputError',
      code: 'RIGHT_UNKNOWN',
      fields: [{ path }],
    });
    await expectNothing(before);
  });

  test.each([
    ['another organisation', roleIdOf(italy.id, verdi.id, 'Administrator')],
    ['the staff', roleIdOf(italy.id, null, 'Branch administrator')],
    ['nowhere', unknown],
    ['what is no id', "x' or 1=1"],
    ['nothing', ''],
  ])('C6 a role of %s is as unknown as any', async (_case, roleId) => {
    const before = await people();
    expect(await giveRights(marco.id, [], { roleId })).toEqual({
      __typename: 'InvalidInputError',
      code: 'ROLE_UNKNOWN',
      message: 'Choose a role of this organisation.',
      fields: [{ path: 'roleId', message: 'Choose a role of this organisation.' }],
    });
    await expectNothing(before);
  });

  test('C5 nobody gives what he does not have himself, by role or on top; what was there may stay', async () => {
    await sql(`update identity.user_account set granted_rights = '{user:manage,ticket:read}' where id = $1`, [
      marco.id,
    ]);
    await sql(`update identity.user_account set granted_rights = '{audit:read}' where id = $1`, [bruno.id]);
    await sql(`update identity.user_account set role_id = $2 where id = $1`, [
      bruno.id,
      roleOfRossi('Member'),
    ]);
    const before = await people();
    const clerk = actorOf(marco, ['user:manage', 'ticket:read', 'order:read']);
    expect(await giveRights(bruno.id, ['audit:read', 'invoice:read'], { actor: clerk })).toMatchObject({
      code: 'RIGHT_NOT_YOURS',
      fields: [{ path: 'grantedRights', message: expect.stringContaining('invoice:read') }],
    });
    expect(
      await giveRights(bruno.id, [], { actor: clerk, roleId: roleOfRossi('Administrator') }),
    ).toMatchObject({ code: 'RIGHT_NOT_YOURS', fields: [{ path: 'roleId' }] });
    await expectNothing(before);
    expect(await giveRights(bruno.id, ['audit:read', 'user:manage'], { actor: clerk })).toMatchObject({
      user: { grantedRights: ['audit:read', 'user:manage'] },
    });
  });

  test('C5 rights that the actor lost a moment ago give nothing', async () => {
    await sql(`update identity.user_account set role_id = $2 where id = $1`, [
      anna.id,
      roleOfRossi('Member'),
    ]);
    const before = await people();
    expect(await giveRights(marco.id, ['invoice:read'])).toMatchObject({ code: 'USER_NOT_FOUND' });
    await expectNothing(before);
  });
});

describe('an account of somebody else', () => {
  test('R23 deactivated: sessions and links end, the sign-in answers as to anybody, and reactivated it works', async () => {
    const session = await signIn(marco);
    expect(await run('sendPasswordReset', marco.id)).toMatchObject({
      __typename: 'SendPasswordResetSuccess',
    });
    expect(await run('deactivateUser', marco.id)).toMatchObject({
      user: { state: 'DEACTIVATED', viewerCanReactivate: true },
    });
    expect(await resolve(session)).toBeNull();
    expect(await signIn(marco)).toBeNull();
    expect(
      await sql('select 1 from identity.one_time_token where used_at is null and revoked_at is null'),
    ).toEqual([]);
    expect(await run('deactivateUser', marco.id)).toMatchObject({ code: 'USER_DEACTIVATED' });
    expect(await run('sendPasswordReset', marco.id)).toMatchObject({ code: 'USER_DEACTIVATED' });
    expect(await run('reactivateUser', marco.id)).toMatchObject({ user: { state: 'ACTIVE' } });
    expect(await resolve(await signIn(marco))).not.toBeNull();
    expect(await run('reactivateUser', marco.id)).toMatchObject({ code: 'USER_NOT_DEACTIVATED' });
    expect((await audits()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['password.reset-requested', 'user.deactivated', 'user.reactivated']),
    );
  });

  test('R23 deleted: a pseudonym is left, a letter goes out, and nothing more can be done', async () => {
    expect(await run('deleteUser', marco.id)).toMatchObject({ user: { state: 'ERASED', grantedRights: [] } });
    expect(await letters()).toMatchObject([{ template: 'account-erased', recipient: marco.email }]);
    for (const command of Object.keys(commands) as Command[])
      expect(await run(command, marco.id)).toMatchObject({ code: 'USER_ERASED' });
    expect(await giveRights(marco.id, ['invoice:read'])).toMatchObject({ code: 'USER_ERASED' });
    expect(await letters()).toHaveLength(1);
  });

  test('R24 a reset link goes to the person alone, and once a minute', async () => {
    expect(await run('sendPasswordReset', marco.id)).toMatchObject({ user: { id: marco.id } });
    expect(await run('sendPasswordReset', marco.id)).toMatchObject({ code: 'RESET_JUST_SENT' });
    expect(await letters()).toMatchObject([{ template: 'password-reset', recipient: marco.email }]);
  });

  test.each(Object.keys(commands) as Command[])(
    'C6 %s: foreign, staff and unknown are the same',
    async (command) => {
      const before = await people();
      const answers = await Promise.all(
        [paolo.id, joost.id, giulia.id, unknown, "x' or 1=1", '', '\0', '🖨', 'x'.repeat(1_000_000)].map(
          (id) => run(command, id),
        ),
      );
      for (const each of answers)
        expect(each).toEqual({
          __typename: 'UserNotFoundError',
          code: 'USER_NOT_FOUND',
          message: 'This person was not found.',
        });
      await expectNothing(before);
    },
  );

  test.each(Object.keys(commands) as Command[])('C5 %s: not to oneself', async (command) => {
    const before = await people();
    expect(await run(command, anna.id)).toMatchObject({ code: 'OWN_ACCOUNT' });
    expect(await giveRights(anna.id, [], { roleId: roleOfRossi('Administrator') })).toMatchObject({
      code: 'OWN_ACCOUNT',
    });
    await expectNothing(before);
  });

  test.each(Object.keys(commands) as Command[])('C1 %s: not by a member, nor in a view', async (command) => {
    const before = await people();
    const input = { input: { userId: bruno.id } };
    const codeFor = async (actor: typeof administrator) =>
      (await ask(actor, commands[command], input)).errors?.[0]?.extensions.code;
    expect(await codeFor(actorOf(marco))).toBe('UNAUTHORIZED');
    expect(await codeFor(actorOf(giulia))).toBe('UNAUTHORIZED');
    expect(await codeFor({ ...administrator, viewedBy: berta.id })).toBe('VIEW_ONLY');
    await expectNothing(before);
  });
});

describe('R17 what a person told of himself', () => {
  const UPDATE = `mutation ($input: UpdateUserInput!) { updateUser(input: $input) { ${ANSWER}
    ... on UpdateUserSuccess { user { firstName lastName phone } } } }`;
  const correct = (userId: string, firstName: string, actor = administrator) =>
    answer<Answer>(actor, UPDATE, {
      input: { userId, firstName, lastName: 'Bianchi', phone: '+39 02 5550 177' },
    });

  test('is corrected by an administrator, and the log keeps that it was', async () => {
    expect(await correct(marco.id, ' Marcello ')).toMatchObject({ user: { firstName: 'Marcello' } });
    expect(await correct(marco.id, 'Marcello')).toMatchObject({ user: { firstName: 'Marcello' } });
    expect(await audits()).toMatchObject([
      { action: 'profile.changed', target: { id: marco.id }, facts: {} },
    ]);
  });

  test.each(['', 'Mar\r\nco', '\0', 'x'.repeat(1_000_000)])(
    'a name that cannot be is refused',
    async (name) => {
      const before = await people();
      expect(await correct(marco.id, name)).toMatchObject({ fields: [{ path: 'firstName' }] });
      await expectNothing(before);
    },
  );

  test('C5 C6 not of oneself, nor of a stranger', async () => {
    const before = await people();
    expect(await correct(anna.id, 'Annamaria')).toMatchObject({ code: 'OWN_ACCOUNT' });
    for (const id of [paolo.id, giulia.id, unknown])
      expect(await correct(id, 'Mine')).toMatchObject({ code: 'USER_NOT_FOUND' });
    await expectNothing(before);
  });
});

describe('the provider helps', () => {
  const provider = actorOf(berta);

  test('an organisation that lost its administrators gets a new one, and its log says who did it', async () => {
    await sql(`update identity.user_account set deactivated_at = now() where id = any($1)`, [
      [anna.id, bruno.id],
    ]);
    expect(
      await giveRights(marco.id, [], { actor: provider, roleId: roleOfRossi('Administrator') }),
    ).toMatchObject({ user: { role: { name: 'Administrator' } } });
    expect(await run('reactivateUser', bruno.id, provider)).toMatchObject({ user: { state: 'ACTIVE' } });
    expect(await run('sendPasswordReset', bruno.id, provider)).toMatchObject({ user: { id: bruno.id } });
    const changed = (await audits()).find(({ action }) => action === 'user.rights-changed');
    expect(changed).toMatchObject({ actor: { kind: 'staff', id: berta.id }, customerId: rossi.id });
  });

  test('nobody of the staff, of another branch or of nowhere is reached', async () => {
    const before = await people();
    expect(await run('deactivateUser', giulia.id, provider)).toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    for (const id of [joost.id, unknown])
      expect(await run('deactivateUser', id, provider)).toMatchObject({ code: 'USER_NOT_FOUND' });
    await expectNothing(before);
  });

  test('the end of an account stays with the organisation', async () => {
    const result = await ask(provider, commands.deleteUser, { input: { userId: marco.id } });
    expect(result.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  });
});
