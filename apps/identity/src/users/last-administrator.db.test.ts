import {
  actorOf,
  anna,
  bruno,
  marco,
  roleOfRossi,
  rossi,
  useOrganisation,
} from '../../test/use-organisation';

const CODE = '__typename ... on UserError { code }';
const removals = {
  deactivate: `mutation ($id: ID!) { deactivateUser(input: { userId: $id }) { ${CODE} } }`,
  delete: `mutation ($id: ID!) { deleteUser(input: { userId: $id }) { ${CODE} } }`,
  demote: `mutation ($id: ID!) {
    updateUserRights(input: { userId: $id, roleId: "${roleOfRossi('Member')}", grantedRights: [] }) { ${CODE} } }`,
} as const;
type Removal = keyof typeof removals;
const ROUNDS = 20;

const { answer, audits, letters, people, sql } = useOrganisation();
const remove = (by: typeof anna, how: Removal, whom: typeof anna) =>
  answer<{ __typename: string; code?: string }>(actorOf(by), removals[how], { id: whom.id });
const administrators = async () =>
  (
    await sql<{ id: string }>(
      `select person.id from identity.user_account person join identity.role on role.id = person.role_id
       where person.customer_id = $1 and deactivated_at is null
         and 'user:manage' = any(role.rights || granted_rights)`,
      [rossi.id],
    )
  ).map(({ id }) => id);

/** Both administrators again as they were before a round. */
async function putBack() {
  await sql(
    `update identity.user_account set role_id = $2, password_hash = 'set', deactivated_at = null, erased_at = null,
       email = id || '@people.example' where id = any($1)`,
    [[anna.id, bruno.id], roleOfRossi('Administrator')],
  );
  await sql('delete from identity.outbox');
}

describe('C5 an organisation keeps an administrator', () => {
  test.each([
    ['deactivate', 'deactivate'],
    ['delete', 'delete'],
    ['demote', 'demote'],
    ['deactivate', 'demote'],
    ['demote', 'delete'],
  ] as const)('two who %s and %s each other at once: one is left, 20 rounds', async (hers, his) => {
    for (let round = 0; round < ROUNDS; round++) {
      await putBack();
      const outcomes = await Promise.all([remove(anna, hers, bruno), remove(bruno, his, anna)]);
      expect(await administrators()).toHaveLength(1);
      expect(outcomes.filter(({ code }) => code === undefined)).toHaveLength(1);
      expect(await audits()).toHaveLength(1);
    }
  });

  test('the last one stays, with words; a member with the right on top counts, one without a password does not', async () => {
    await sql(`update identity.user_account set granted_rights = '{user:manage}' where id = $1`, [marco.id]);
    await sql(`update identity.user_account set password_hash = null where id = any($1)`, [
      [marco.id, bruno.id],
    ]);
    const before = await people();
    for (const how of Object.keys(removals) as Removal[])
      expect(await remove(bruno, how, anna)).toEqual({
        __typename: 'LastAdministratorError',
        code: 'LAST_ADMINISTRATOR',
      });
    expect(await people()).toEqual(before);
    expect(await letters()).toEqual([]);
    expect(await audits()).toEqual([]);
    await sql(`update identity.user_account set password_hash = 'set' where id = $1`, [marco.id]);
    expect((await remove(bruno, 'demote', anna)).code).toBeUndefined();
  });
});
