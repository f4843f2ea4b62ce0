import { type Installation, elena, forget, marco, startInstallation } from './installation';

interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

const DEVICES = '{ devices(first: 100) { edges { node { id name } } } }';

describe.each([
  ['one process', false],
  ['distributed', true],
])('what is taken away is gone at the next request, %s', (_name, distributed) => {
  let platen: Installation;
  let administrator: string;
  let member: string;
  let memberId: string;

  beforeAll(async () => {
    platen = await startInstallation({ distributed });
    administrator = await platen.signIn(elena);
    member = await platen.signIn(marco);
    const { viewer } = await data<{ viewer: { user: { id: string } } }>('{ viewer { user { id } } }', member);
    memberId = viewer.user.id;
  });
  afterAll(async () => {
    expect(await forget(platen)).toBe(0);
  });

  async function data<Data>(query: string, cookie: string, variables: object = {}): Promise<Data> {
    const answer = await platen.ask(query, variables, { cookie });
    expect(answer.errors).toEqual([]);
    return answer.data as Data;
  }

  const devicesOf = async (cookie: string) =>
    (await data<{ devices: Edges<{ id: string; name: string }> }>(DEVICES, cookie)).devices.edges.map(
      ({ node }) => node,
    );

  test('T6 C5 a device, and a group of devices', async () => {
    const before = await devicesOf(member);
    const { deviceGroups } = await data<{ deviceGroups: Edges<{ id: string }> }>(
      '{ deviceGroups { edges { node { id } } } }',
      administrator,
    );
    await data(
      `mutation ($input: ChangeUserDevicesInput!) { changeUserDevices(input: $input) { __typename } }`,
      administrator,
      { input: { userId: memberId, remove: before.map(({ id }) => id) } },
    );
    const byGroup = await devicesOf(member);
    expect(byGroup.length).toBeLessThan(before.length);
    await data(
      `mutation ($input: ChangeUserGroupsInput!) { changeUserGroups(input: $input) { __typename } }`,
      administrator,
      { input: { userId: memberId, remove: deviceGroups.edges.map(({ node }) => node.id) } },
    );
    expect(await devicesOf(member)).toEqual([]);
    const gone = await data<{ device: null }>('query ($id: ID!) { device(id: $id) { id } }', member, {
      id: before[0]?.id,
    });
    expect(gone).toEqual({ device: null });
  });

  test('T6 C26 a right, and with it the session that still had it', async () => {
    const { roles } = await data<{ roles: { id: string; name: string }[] }>(
      '{ roles { id name } }',
      administrator,
    );
    const roleId = roles.find(({ name }) => name === 'Member')?.id;
    const change = (grantedRights: string[]) =>
      data<{ updateUserRights: { __typename: string } }>(
        `mutation ($input: UpdateUserRightsInput!) { updateUserRights(input: $input) { __typename } }`,
        administrator,
        { input: { userId: memberId, roleId, grantedRights } },
      );
    expect(await change(['invoice:read'])).toEqual({
      updateUserRights: { __typename: 'UpdateUserRightsSuccess' },
    });
    member = await platen.signIn(marco);
    const invoices = '{ invoices(first: 1) { edges { node { id } } } }';
    expect((await platen.ask(invoices, {}, { cookie: member })).errors).toEqual([]);
    await change([]);
    const refused = await platen.ask(invoices, {}, { cookie: member });
    expect(refused.errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
    member = await platen.signIn(marco);
    const again = await platen.ask(invoices, {}, { cookie: member });
    expect(again.errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHORIZED']);
  });

  test('T6 C26 the person', async () => {
    await data(
      `mutation ($input: UserInput!) { deactivateUser(input: $input) { __typename } }`,
      administrator,
      { input: { userId: memberId } },
    );
    const answer = await data<{ viewer: { kind: string } }>('{ viewer { kind } }', member);
    expect(answer.viewer.kind).toBe('ANONYMOUS');
    await expect(platen.signIn(marco)).rejects.toThrow('WrongCredentialsError');
  });
});
