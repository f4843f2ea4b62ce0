import { GraphQLError } from 'graphql';
import type { MockSession } from './graph';

/** A role of the mock: the given ones and one that the organisation made. */
export interface MockRole {
  readonly id: string;
  name: string;
  rights: readonly string[];
  readonly given: boolean;
}

interface MockUser {
  readonly id: string;
  readonly email: string;
  firstName: string;
  lastName: string;
  state: string;
  roleId: string;
  grantedRights: readonly string[];
  readonly lastSignedInAt: string | null;
  hasSecondFactor: boolean;
}

/** What an organisation's administrator holds. */
export const administratorRights = [
  'device:read',
  'device:all',
  'order:read',
  'order:place',
  'order:approve',
  'ticket:read',
  'ticket:open',
  'meter:read',
  'meter:submit',
  'report:read',
  'invoice:read',
  'contract:read',
  'equipment:manage',
  'user:manage',
  'guest:manage',
  'key:manage',
  'audit:read',
];
const memberRights = ['device:read', 'order:read', 'order:place', 'ticket:read', 'ticket:open', 'meter:read'];

const pageOf = (nodes: readonly { readonly id: string }[]) => ({
  totalCount: nodes.length,
  edges: nodes.map((node) => ({ cursor: node.id, node })),
  pageInfo: {
    hasNextPage: false,
    hasPreviousPage: false,
    startCursor: nodes[0]?.id ?? null,
    endCursor: nodes.at(-1)?.id ?? null,
  },
});

const refused = (__typename: string, code: string, message: string, more = {}) => ({
  __typename,
  code,
  message,
  ...more,
});

/** The people and roles of Rossi Assicurazioni, as Anna Neri looks after them. */
export function makeUserGraph(now: number) {
  const ago = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
  const roles: MockRole[] = [
    { id: 'role-admin', name: 'Administrator', rights: administratorRights, given: true },
    { id: 'role-member', name: 'Member', rights: memberRights, given: true },
    {
      id: 'role-accounts',
      name: 'Contabilità fornitori',
      rights: ['invoice:read', 'contract:read'],
      given: false,
    },
  ];
  const user = (name: string, more: Partial<MockUser> = {}): MockUser => {
    const [firstName = '', ...rest] = name.split(' ');
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@rossi.example`;
    return {
      id: `user-${email}`,
      email,
      firstName,
      lastName: rest.join(' '),
      state: 'ACTIVE',
      roleId: 'role-member',
      grantedRights: [],
      lastSignedInAt: ago(20),
      hasSecondFactor: false,
      ...more,
    };
  };
  const users: MockUser[] = [
    user('Elena Bianchi', { grantedRights: ['report:read', 'invoice:read'] }),
    user('Marco Conti', { roleId: 'role-accounts', lastSignedInAt: ago(24 * 9), hasSecondFactor: true }),
    user('Bruno Galli', { roleId: 'role-admin', hasSecondFactor: true, lastSignedInAt: ago(3) }),
    user('Anna Neri', { roleId: 'role-admin', hasSecondFactor: true, lastSignedInAt: ago(0.2) }),
    user('Maria Giovanna Quattrocchi-Sammartano', { lastSignedInAt: null, state: 'INVITED' }),
    user('Luca Riva', { state: 'DEACTIVATED', lastSignedInAt: ago(24 * 120) }),
  ];

  const manager = ({ person }: MockSession) => {
    if (!person) throw new GraphQLError('', { extensions: { code: 'UNAUTHENTICATED' } });
    if (!person.rights.includes('user:manage'))
      throw new GraphQLError('', { extensions: { code: 'UNAUTHORIZED' } });
    return person;
  };
  const roleNode = (role: MockRole) => ({
    ...role,
    people: users.filter(({ roleId, state }) => roleId === role.id && state !== 'ERASED').length,
    viewerCanUpdate: !role.given,
    viewerCanGive: true,
  });
  const roleById = (id: string) => {
    const role = roles.find((candidate) => candidate.id === id);
    if (!role) throw new Error(`The mock has no role ${id}.`);
    return roleNode(role);
  };
  const userNode = (one: MockUser, session: MockSession) => {
    const own = manager(session).user.id === one.id;
    const erased = one.state === 'ERASED';
    const role = roleById(one.roleId);
    const can = (fits: boolean) => !own && !erased && fits;
    return {
      ...one,
      ...(erased && { firstName: 'Former user 3F2A', lastName: '', email: '' }),
      phone: erased ? null : '+39 02 5550 177',
      locale: 'it',
      roleName: role.name,
      role,
      rights: [...new Set([...role.rights, ...one.grantedRights])],
      createdAt: ago(24 * 400),
      invitedBy: users[3] && one !== users[3] ? { ...users[3] } : null,
      customer: null,
      sessions:
        one.state === 'ACTIVE'
          ? [
              {
                id: `session-${one.id}`,
                startedAt: ago(3),
                lastUsedAt: ago(0.3),
                expiresAt: ago(-21),
                address: '192.0.2.17',
                userAgent: null,
                isView: false,
                current: false,
                viewedByName: null,
              },
            ]
          : [],
      viewerCanUpdate: can(true),
      viewerCanChangeRights: can(true),
      viewerCanDeactivate: can(one.state !== 'DEACTIVATED'),
      viewerCanReactivate: can(one.state === 'DEACTIVATED'),
      viewerCanErase: can(true),
      viewerCanResetPassword: can(one.state !== 'DEACTIVATED'),
    };
  };
  const act =
    (success: string, change: (one: MockUser) => void) =>
    ({ input }: { input: { userId: string } }, session: MockSession) => {
      const one = users.find(({ id }) => id === input.userId);
      if (!one) return refused('UserNotFoundError', 'USER_NOT_FOUND', 'This person was not found.');
      if (one.firstName === 'Bruno')
        return refused(
          'LastAdministratorError',
          'LAST_ADMINISTRATOR',
          'This is the last person who can manage the organisation’s users. Make somebody else an administrator first.',
        );
      change(one);
      return { __typename: success, user: userNode(one, session) };
    };

  return {
    roles: (_: unknown, session: MockSession) => manager(session) && roles.map(roleNode),
    users: (
      { filter }: { filter?: { search?: string; state?: string; roleId?: string } },
      session: MockSession,
    ) => {
      manager(session);
      const { search, state, roleId } = filter ?? {};
      const found = users.filter(
        (one) =>
          (state ? one.state === state : one.state !== 'ERASED') &&
          (!roleId || one.roleId === roleId) &&
          (!search ||
            `${one.firstName} ${one.lastName} ${one.email}`.toLowerCase().includes(search.toLowerCase())),
      );
      return pageOf(found.map((one) => userNode(one, session)));
    },
    user: ({ id }: { id: string }, session: MockSession) => {
      manager(session);
      const one = users.find((candidate) => candidate.id === id);
      return one ? userNode(one, session) : null;
    },
    updateUserRights: (
      { input }: { input: { userId: string; roleId: string; grantedRights: string[] } },
      session: MockSession,
    ) =>
      act('UpdateUserRightsSuccess', (one) => {
        one.roleId = input.roleId;
        one.grantedRights = input.grantedRights;
      })({ input }, session),
    updateUser: (
      { input }: { input: { userId: string; firstName: string; lastName: string } },
      session: MockSession,
    ) =>
      act('UpdateUserSuccess', (one) => {
        one.firstName = input.firstName;
        one.lastName = input.lastName;
      })({ input }, session),
    deactivateUser: act('DeactivateUserSuccess', (one) => {
      one.state = 'DEACTIVATED';
    }),
    reactivateUser: act('ReactivateUserSuccess', (one) => {
      one.state = 'ACTIVE';
    }),
    deleteUser: act('DeleteUserSuccess', (one) => {
      one.state = 'ERASED';
    }),
    sendPasswordReset: act('SendPasswordResetSuccess', () => undefined),
    createRole: ({ input }: { input: { name: string; rights: string[] } }, session: MockSession) => {
      manager(session);
      const name = input.name.trim();
      const message =
        name === ''
          ? 'Give the role a name of at most 60 characters.'
          : 'There is a role of this name already.';
      if (name === '' || roles.some((role) => role.name === name))
        return refused('InvalidInputError', 'INVALID_INPUT', message, {
          fields: [{ path: 'name', message }],
        });
      const role = { id: `role-${roles.length}`, name, rights: input.rights, given: false };
      roles.push(role);
      return { __typename: 'CreateRoleSuccess', role: roleNode(role) };
    },
    updateRole: ({ input }: { input: { roleId: string; name: string; rights: string[] } }) => {
      const role = roles.find(({ id }) => id === input.roleId);
      if (!role) return refused('RoleNotFoundError', 'ROLE_NOT_FOUND', 'This role was not found.');
      Object.assign(role, { name: input.name, rights: input.rights });
      return { __typename: 'UpdateRoleSuccess', role: roleNode(role) };
    },
    deleteRole: ({ input }: { input: { roleId: string } }) => {
      const index = roles.findIndex(({ id }) => id === input.roleId);
      if (index < 0) return refused('RoleNotFoundError', 'ROLE_NOT_FOUND', 'This role was not found.');
      roles.splice(index, 1);
      return { __typename: 'DeleteRoleSuccess', roleId: input.roleId };
    },
    resetSecondFactorsOfUser: ({ input }: { input: { userId: string } }) => {
      const one = users.find(({ id }) => id === input.userId);
      if (!one) return refused('UserNotFoundError', 'USER_NOT_FOUND', 'This person was not found.');
      one.hasSecondFactor = false;
      return { __typename: 'ResetSecondFactorsOfUserSuccess', userId: one.id };
    },
    endSessionsOfUser: ({ input }: { input: { userId: string } }) => ({
      __typename: 'EndSessionsOfUserSuccess',
      userId: input.userId,
    }),
  };
}

type Fields = Readonly<Record<string, unknown>>;
type Field = (args: never, session: MockSession) => unknown;

/** Who meets the people and roles of this file: an administrator, and somebody without any right. */
const lookedAfterBy = ['anna.neri@rossi.example', 'nothing@rossi.example'];

/** Anna Neri sees and changes these people and roles; for everybody else the fields stay as other pages want them. */
export function withUserGraph<Root extends Fields>(root: Root, users: Fields): Root {
  const fields = Object.entries(users).map(([name, own]) => {
    const other = root[name] as Field | undefined;
    const field: Field = (args, session) => {
      const asked = session.person?.user.email ?? '';
      return lookedAfterBy.includes(asked) || !other ? (own as Field)(args, session) : other(args, session);
    };
    return [name, field];
  });
  return { ...root, ...(Object.fromEntries(fields) as Fields) };
}
