import type { Actor } from '@platen/platform';
import { statementsOf } from '@platen/testing';
import { anna, branch, giulia, rossi, useIdentity } from '../../test/use-identity';
import { actors } from '../../test/actors';

const ROLES = `query ($customerId: ID) { roles(customerId: $customerId) {
  name given people viewerCanUpdate viewerCanGive rights } }`;

const { ask, data } = useIdentity();
const administrator: Actor = {
  ...actors.administrator,
  id: anna.id,
  customerId: rossi.id,
  branchId: branch.id,
};
const desk: Actor = { ...actors.staff, id: giulia.id, branchId: branch.id };

interface RoleList {
  readonly roles: readonly { readonly name: string; readonly people: number | null }[] | null;
}
const list = async (actor: Actor, customerId?: string) =>
  ((await ask(actor, ROLES, { customerId })).data as unknown as RoleList | null)?.roles;

describe('roles', () => {
  test('an administrator sees those of the own organisation, the given ones first', async () => {
    expect(await list(administrator)).toEqual([
      expect.objectContaining({ name: 'Administrator', given: true, people: 1, viewerCanGive: true }),
      expect.objectContaining({ name: 'Member', given: true, people: 0, viewerCanUpdate: false }),
    ]);
  });

  test('staff see those of a customer that they look after', async () => {
    expect((await list(desk, rossi.id))?.map(({ name }) => name)).toEqual(['Administrator', 'Member']);
    expect(await list(desk)).toEqual([]);
  });

  test.each(['00000000-0000-7000-8000-000000000999', 'x', ''])('C6 of %j nobody sees any', async (id) => {
    expect(await list(desk, id)).toEqual([]);
    expect(await list(administrator, id)).toEqual([]);
  });

  test.each([actors.anonymous, { ...administrator, rights: new Set<never>() }])(
    'C1 %# they are not shown to who gives none',
    async (actor) => {
      const result = await ask(actor, ROLES);
      expect(result.errors).toHaveLength(1);
      expect(result.data?.roles ?? null).toBeNull();
    },
  );

  test('a list costs two statements, with the people counted', async () => {
    expect(await statementsOf(() => data(administrator, '{ roles { name people } }'))).toHaveLength(2);
  });
});
