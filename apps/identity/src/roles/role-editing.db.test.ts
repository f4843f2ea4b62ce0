import {
  actorOf,
  anna,
  berta,
  bruno,
  giulia,
  italy,
  marco,
  roleOfRossi,
  rossi,
  unknown,
  useOrganisation,
  verdi,
} from '../../test/use-organisation';
import { roleIdOf } from '../world/given-roles-of';

const ANSWER = `__typename ... on UserError { code message } ... on InvalidInputError { fields { path } }`;
const ROLE = 'role { id name rights given people viewerCanUpdate }';
const CREATE = `mutation ($input: CreateRoleInput!) { createRole(input: $input) { ${ANSWER}
  ... on CreateRoleSuccess { ${ROLE} } } }`;
const UPDATE = `mutation ($input: UpdateRoleInput!) { updateRole(input: $input) { ${ANSWER}
  ... on UpdateRoleSuccess { ${ROLE} } } }`;
const DELETE = `mutation ($input: DeleteRoleInput!) { deleteRole(input: $input) { ${ANSWER}
  ... on DeleteRoleSuccess { roleId } ... on RoleInUseError { people invitations } } }`;

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly role?: { readonly id: string } & Record<string, unknown>;
}

const { answer, ask, audits, letters, resolve, signIn, sql } = useOrganisation();
const administrator = actorOf(anna);
let keys = 0;
const create = (
  name: string,
  rights: readonly string[] = ['order:read'],
  { actor = administrator, idempotencyKey = `role-key-${keys++}` } = {},
) => answer<Answer>(actor, CREATE, { input: { name, rights, idempotencyKey } });
const made = async (...role: Parameters<typeof create>) => {
  const { role: created } = await create(...role);
  if (!created) throw new Error('The role was not made.');
  return created.id;
};
const update = (roleId: string, name: string, rights: readonly string[], actor = administrator) =>
  answer<Answer>(actor, UPDATE, { input: { roleId, name, rights } });
const remove = (roleId: string, actor = administrator) =>
  answer<Answer>(actor, DELETE, { input: { roleId } });
const give = (roleId: string, person: typeof anna) =>
  sql('update identity.user_account set role_id = $2 where id = $1', [person.id, roleId]);
const roles = () => sql('select * from identity.role order by id');

/** Nothing changed, and nobody was told. */
async function expectNothing(before: Awaited<ReturnType<typeof roles>>) {
  expect(await roles()).toEqual(before);
  expect(await audits()).toEqual([]);
  expect(await letters()).toEqual([]);
}

describe('making a role', () => {
  test('it holds the rights asked for, and the log keeps them', async () => {
    expect(await create('  Magazzino   Nord ', ['order:read', 'order:place', 'order:read'])).toMatchObject({
      role: {
        name: 'Magazzino Nord',
        rights: ['order:place', 'order:read'],
        given: false,
        people: 0,
        viewerCanUpdate: true,
      },
    });
    expect(await audits()).toMatchObject([
      { action: 'role.created', customerId: rossi.id, facts: { rights: ['order:place', 'order:read'] } },
    ]);
  });

  test('C50 the same key makes it once; with another input nothing happens', async () => {
    const options = { idempotencyKey: 'the-same-key' };
    const first = await create('Warehouse', ['order:read'], options);
    expect((await create('Warehouse', ['order:read'], options)).role?.id).toBe(first.role?.id);
    expect(await create('Other', ['order:read'], options)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    expect(await audits()).toHaveLength(1);
    expect(await create('Other', [], { idempotencyKey: 'short' })).toMatchObject({ code: 'KEY_LENGTH' });
  });

  test('of twenty at once with one name, one is made', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => create('Warehouse')));
    expect(answers.filter(({ role }) => role)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'ROLE_NAME_TAKEN')).toHaveLength(19);
  });

  test.each([
    ['', 'ROLE_NAME_NEEDED'],
    [' \t ', 'ROLE_NAME_NEEDED'],
    ['x'.repeat(61), 'ROLE_NAME_NEEDED'],
    ['x'.repeat(1_000_000), 'ROLE_NAME_NEEDED'],
    ['Ware\r\nhouse', 'ROLE_NAME_NEEDED'],
    ['Ware\0house', 'ROLE_NAME_NEEDED'],
    ['Admin\u202eistrator', 'ROLE_NAME_NEEDED'],
    ['Member', 'ROLE_NAME_TAKEN'],
    ['AMMINISTRATORE', 'ROLE_NAME_TAKEN'],
    ['beheerder', 'ROLE_NAME_TAKEN'],
  ])('the name %j is refused at its field', async (name, code) => {
    const before = await roles();
    expect(await create(name)).toMatchObject({
      __typename: 'InvalidInputError',
      code,
      fields: [{ path: 'name' }],
    });
    await expectNothing(before);
  });

  test.each([['🖨 Stampanti'], ['Büro 2. OG'], ['x'.repeat(60)]])('the name %j is fine', async (name) => {
    expect(await create(name)).toMatchObject({ role: { name } });
  });

  test.each([['moon:land'], ['branch:manage'], ['telemetry:write'], ['x'.repeat(100_000)]])(
    'C5 %.20s fits no role of an organisation',
    async (right) => {
      const before = await roles();
      expect(await create('Warehouse', ['order:read', right])).toMatchObject({
        code: 'RIGHT_UNKNOWN',
        fields: [{ path: 'rights' }],
      });
      await expectNothing(before);
    },
  );

  test('C5 nobody puts in what he does not have', async () => {
    const before = await roles();
    await sql(`update identity.user_account set granted_rights = '{user:manage}' where id = $1`, [marco.id]);
    const actor = actorOf(marco, ['user:manage', 'order:read']);
    expect(await create('Warehouse', ['order:read', 'invoice:read'], { actor })).toMatchObject({
      code: 'RIGHT_NOT_YOURS',
      fields: [{ path: 'rights' }],
    });
    await expectNothing(before);
    expect(await create('Warehouse', ['order:read'], { actor })).toMatchObject({
      role: { name: 'Warehouse' },
    });
  });

  test('there are fifty at most', async () => {
    await sql(
      `insert into identity.role (customer_id, branch_id, name, rights)
       select $1, $2, 'Role ' || n, '{}' from generate_series(1, 48) n`,
      [rossi.id, italy.id],
    );
    expect(await create('One more')).toMatchObject({ code: 'TOO_MANY_ROLES' });
  });

  test('a branch makes roles for its staff, of rights of staff', async () => {
    expect(
      await create('Dispatch', ['customer:read', 'order:read'], { actor: actorOf(berta) }),
    ).toMatchObject({
      role: { name: 'Dispatch' },
    });
    expect(await create('Other', ['user:manage'], { actor: actorOf(berta) })).toMatchObject({
      code: 'RIGHT_UNKNOWN',
    });
    expect(await audits()).toMatchObject([{ customerId: null, branchId: italy.id }]);
  });
});

describe('changing a role', () => {
  test('T6 a right taken from it is gone for everybody who has it, at the next request of a session', async () => {
    const warehouse = await made('Warehouse', ['order:read', 'invoice:read']);
    await give(warehouse, marco);
    const session = await signIn(marco);
    expect((await resolve(session))?.rights.has('invoice:read')).toBe(true);
    expect(await update(warehouse, 'Stock', ['order:read'])).toMatchObject({
      role: { name: 'Stock', people: 1 },
    });
    expect([...((await resolve(session))?.rights ?? [])]).toEqual(['order:read']);
    expect((await audits()).at(-1)).toMatchObject({
      action: 'role.changed',
      facts: { rightsFrom: ['invoice:read', 'order:read'], rightsTo: ['order:read'] },
    });
  });

  test('C5 nobody adds rights to the role that he has himself; he may take them away', async () => {
    const deputies = await made('Deputies', ['user:manage', 'order:read']);
    await give(deputies, anna);
    await sql(`update identity.user_account set granted_rights = '{invoice:read}' where id = $1`, [anna.id]);
    const deputy = actorOf(anna, ['user:manage', 'order:read', 'invoice:read']);
    const before = await roles();
    const all = ['user:manage', 'order:read', 'invoice:read'];
    expect(await update(deputies, 'Deputies', all, deputy)).toMatchObject({ code: 'OWN_ROLE' });
    expect(await roles()).toEqual(before);
    expect(await update(deputies, 'Deputies', ['user:manage'], deputy)).toMatchObject({
      role: { rights: ['user:manage'] },
    });
  });

  test('C5 the last administrators keep their right, also when two roles lose it at once, 20 rounds', async () => {
    const [first, second] = [await made('First', ['user:manage']), await made('Second', ['user:manage'])];
    await give(first, anna);
    await give(second, bruno);
    for (let round = 0; round < 20; round++) {
      await sql(`update identity.role set rights = '{user:manage}' where id = any($1)`, [[first, second]]);
      const answers = await Promise.all([
        update(second, 'Second', [], actorOf(anna, ['user:manage'])),
        update(first, 'First', [], actorOf(bruno, ['user:manage'])),
      ]);
      expect(answers.filter(({ __typename }) => __typename === 'UpdateRoleSuccess')).toHaveLength(1);
      expect(
        await sql(`select from identity.role where id = any($1) and rights = '{}'`, [[first, second]]),
      ).toHaveLength(1);
    }
    await give(first, bruno);
    await sql(`update identity.role set rights = '{user:manage}' where id = $1`, [first]);
    expect(await update(first, 'First', [], actorOf(anna, ['user:manage']))).toMatchObject({
      code: 'LAST_ADMINISTRATOR',
    });
  });

  test('a given role stays as it is', async () => {
    const before = await roles();
    expect(await update(roleOfRossi('Member'), 'Member', [])).toMatchObject({ code: 'ROLE_GIVEN' });
    expect(await remove(roleOfRossi('Administrator'))).toMatchObject({ code: 'ROLE_GIVEN' });
    await expectNothing(before);
  });

  test.each([
    ['another organisation', roleIdOf(italy.id, verdi.id, 'Member')],
    ['the staff', roleIdOf(italy.id, null, 'Finance')],
    ['nowhere', unknown],
    ['what is no id', "x' or 1=1"],
  ])('C6 a role of %s is as unknown as any', async (_case, id) => {
    const before = await roles();
    const notFound = {
      __typename: 'RoleNotFoundError',
      code: 'ROLE_NOT_FOUND',
      message: 'This role was not found.',
    };
    expect(await update(id, 'Mine now', [])).toEqual(notFound);
    expect(await remove(id)).toEqual(notFound);
    await expectNothing(before);
  });

  test("R33 the provider's staff leave an organisation's roles alone", async () => {
    const warehouse = await made('Warehouse');
    expect(await update(warehouse, 'Mine', [], actorOf(berta))).toMatchObject({ code: 'ROLE_NOT_FOUND' });
    expect(await remove(warehouse, actorOf(berta))).toMatchObject({ code: 'ROLE_NOT_FOUND' });
  });
});

describe('deleting a role', () => {
  test('nobody has it: it is gone, and who was erased moves to another one', async () => {
    const warehouse = await made('Warehouse');
    await give(warehouse, marco);
    await sql('update identity.user_account set erased_at = now(), deactivated_at = now() where id = $1', [
      marco.id,
    ]);
    expect(await remove(warehouse)).toEqual({ __typename: 'DeleteRoleSuccess', roleId: warehouse });
    expect(await sql('select role_id from identity.user_account where id = $1', [marco.id])).toEqual([
      { role_id: roleOfRossi('Member') },
    ]);
    expect((await audits()).at(-1)).toMatchObject({
      action: 'role.deleted',
      facts: { rights: ['order:read'] },
    });
    expect(await remove(warehouse)).toMatchObject({ code: 'ROLE_NOT_FOUND' });
  });

  test('somebody has it or is invited with it: refused, with the numbers', async () => {
    const warehouse = await made('Warehouse');
    await give(warehouse, marco);
    await sql('update identity.user_account set deactivated_at = now() where id = $1', [marco.id]);
    await sql(
      `insert into identity.invitation (customer_id, branch_id, email, role_id, locale, expires_at)
       values ($1, $2, 'open@rossi.example', $3, 'it', now() + interval '1 hour'),
              ($1, $2, 'late@rossi.example', $3, 'it', now() - interval '1 hour')`,
      [rossi.id, italy.id, warehouse],
    );
    const before = await roles();
    expect(await remove(warehouse)).toEqual({
      __typename: 'RoleInUseError',
      code: 'ROLE_IN_USE',
      message: 'This role is still in use: by 1 people and 1 open invitations. Give them another role first.',
      people: 1,
      invitations: 1,
    });
    expect(await roles()).toEqual(before);
  });
});

test.each([CREATE, UPDATE, DELETE])(
  'C1 %# not by who does not manage people, nor in a view',
  async (document) => {
    const before = await roles();
    const input = document === DELETE ? { roleId: unknown } : { roleId: unknown, name: 'x', rights: [] };
    const asked = document === CREATE ? { name: 'x', rights: [], idempotencyKey: 'a-key-of-mine' } : input;
    const codeFor = async (actor: typeof administrator) =>
      (await ask(actor, document, { input: asked })).errors?.[0]?.extensions.code;
    expect(await codeFor(actorOf(marco))).toBe('UNAUTHORIZED');
    expect(await codeFor(actorOf(giulia))).toBe('UNAUTHORIZED');
    expect(await codeFor({ ...administrator, viewedBy: berta.id })).toBe('VIEW_ONLY');
    await expectNothing(before);
  },
);
