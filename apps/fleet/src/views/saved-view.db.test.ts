import type { Actor } from '@platen/platform';
import { actorOf, actors } from '../../test/actors';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const colleague = actorOf('user', ['device:read'], { id: '00000000-0000-7000-8000-000000000a07' });
const stranger = actorOf('user', ['device:read'], {
  id: '00000000-0000-7000-8000-000000000a08',
  customerId: '00000000-0000-7000-8000-0000000000c2',
});
const administrator = { ...actors.administrator, id: '00000000-0000-7000-8000-000000000a09' };
const staffId = '00000000-0000-7000-8000-000000000a10';
const staff = { ...actors.staff, id: staffId };

interface View {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  owned: boolean;
  viewerCanDelete: boolean;
}
const list = async (actor: Actor) =>
  (
    await fleet.data<{ savedViews: View[] }>(
      actor,
      '{ savedViews { id name query shared owned viewerCanDelete } }',
    )
  ).savedViews;
const names = async (actor: Actor) => (await list(actor)).map(({ name }) => name);
let keys = 0;
const create = async (actor: Actor, input: Record<string, unknown> = {}) =>
  (
    await fleet.data<{ createSavedView: { __typename: string; viewId: string } }>(
      actor,
      `mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { __typename
        ... on CreateSavedViewSuccess { viewId }
        ... on InvalidInputError { fields { path message } } ... on UserError { code } } }`,
      {
        input: {
          idempotencyKey: `a-new-view-${keys++}`,
          name: 'Down in Milano',
          query: 'state=DOWN&site=1',
          ...input,
        },
      },
    )
  ).createSavedView;
const remove = async (actor: Actor, viewId: string) =>
  (
    await fleet.data<{ deleteSavedView: Record<string, unknown> }>(
      actor,
      `mutation ($input: DeleteSavedViewInput!) { deleteSavedView(input: $input) { __typename
        ... on UserError { code } } }`,
      { input: { viewId } },
    )
  ).deleteSavedView;

describe('a view of the list', () => {
  test("is kept for its owner alone; others' are invisible, and not found", async () => {
    const { viewId } = await create(actors.member);
    expect(await list(actors.member)).toEqual([
      {
        id: viewId,
        name: 'Down in Milano',
        query: 'state=DOWN&site=1',
        shared: false,
        owned: true,
        viewerCanDelete: true,
      },
    ]);
    for (const other of [colleague, stranger, administrator, staff, actors['partner of a customer']]) {
      expect(await names(other)).toEqual([]);
      expect((await remove(other, viewId)).code).toBe('SAVED_VIEW_NOT_FOUND');
    }
    expect(await remove(actors.member, viewId)).toEqual({ __typename: 'DeleteSavedViewSuccess' });
    expect((await remove(actors.member, viewId)).code).toBe('SAVED_VIEW_NOT_FOUND');
  });

  test('is shared in the organisation by those who manage equipment, and by nobody else', async () => {
    expect(await create(actors.member, { shared: true })).toMatchObject({ fields: [{ path: 'shared' }] });
    const { viewId } = await create(administrator, { shared: true });
    expect(await list(colleague)).toMatchObject([{ id: viewId, owned: false, viewerCanDelete: false }]);
    expect(await names(stranger)).toEqual([]);
    expect(await names(staff)).toEqual([]);
    expect((await remove(colleague, viewId)).code).toBe('SAVED_VIEW_NOT_FOUND');
    expect(await remove({ ...administrator, id: staffId }, viewId)).toMatchObject({
      __typename: 'DeleteSavedViewSuccess',
    });
  });

  test('of staff stays among the staff of the branch', async () => {
    await create(staff, { shared: true });
    expect(await names({ ...staff, id: colleague.id })).toEqual(['Down in Milano']);
    expect(await names(actors['staff of another branch'])).toEqual([]);
    expect(await names(administrator)).toEqual([]);
  });

  test.each([
    ['no name', { name: ' ' }, 'name'],
    ['a name too long', { name: 'x'.repeat(61) }, 'name'],
    ['a NUL', { name: 'a\0' }, 'name'],
    ['a query too long', { query: 'x'.repeat(2001) }, 'query'],
    ['a short key', { idempotencyKey: 'x' }, 'idempotencyKey'],
  ])('with %s is refused', async (_, input, path) => {
    expect(await create(actors.member, input)).toMatchObject({ fields: [{ path }] });
    expect(await names(actors.member)).toEqual([]);
  });

  test('has a name of its own among those of its owner; fifty at most, in parallel too', async () => {
    await create(actors.member);
    expect(await create(actors.member, { name: 'DOWN in Milano' })).toMatchObject({
      fields: [{ path: 'name', message: 'You already have a view with this name.' }],
    });
    expect((await create(colleague)).__typename).toBe('CreateSavedViewSuccess');
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) => create(actors.member, { name: `View ${at}` })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'CreateSavedViewSuccess')).toHaveLength(49);
    expect(await names(actors.member)).toHaveLength(50);
  });

  test('C50 with one key is saved once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => create(actors.member, { idempotencyKey: 'the-same-key' })),
    );
    expect(new Set(answers.map(({ viewId }) => viewId)).size).toBe(1);
  });
});
