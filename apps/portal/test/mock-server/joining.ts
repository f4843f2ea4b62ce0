import type { MockSession } from './graph';
import type { MockPerson } from './people';

const hours = 60 * 60 * 1000;

interface MockInvitation {
  readonly id: string;
  readonly email: string;
  readonly roleName: string | null;
  readonly grantedRights: readonly string[];
  readonly locale: string;
  state: string;
  readonly createdAt: string;
  sentAt: string;
  expiresAt: string;
  readonly fromApplication: boolean;
  readonly invitedBy: { id: string; email: string; firstName: string; lastName: string } | null;
  readonly user: null;
}

interface MockApplication {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly message: string | null;
  readonly locale: string;
  state: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  decidedAt: string | null;
  decidedBy: MockInvitation['invitedBy'];
}

const inviter = {
  id: 'user-elena',
  email: 'elena.bianchi@rossi.example',
  firstName: 'Elena',
  lastName: 'Bianchi',
};

const roles = [
  {
    id: 'role-administrator',
    name: 'Administrator',
    rights: ['device:read', 'order:read', 'ticket:read', 'invoice:read', 'user:manage'],
    given: true,
    people: 2,
    viewerCanUpdate: false,
    viewerCanGive: true,
  },
  {
    id: 'role-member',
    name: 'Member',
    rights: ['device:read', 'order:read', 'ticket:read'],
    given: true,
    people: 11,
    viewerCanUpdate: false,
    viewerCanGive: true,
  },
  {
    id: 'role-buyers',
    name: 'Acquisti e contratti',
    rights: ['device:read', 'order:read', 'invoice:read'],
    given: false,
    people: 3,
    viewerCanUpdate: true,
    viewerCanGive: true,
  },
];

function makeInvitations(now: number): MockInvitation[] {
  const at = (offset: number) => new Date(now + offset * hours).toISOString();
  const row = (
    id: string,
    email: string,
    state: string,
    ago: number,
    more: Partial<MockInvitation> = {},
  ) => ({
    id,
    email,
    roleName: 'Member',
    grantedRights: [],
    locale: 'it',
    state,
    createdAt: at(-ago),
    sentAt: at(-ago),
    expiresAt: at(72 - ago),
    fromApplication: false,
    invitedBy: inviter,
    user: null,
    ...more,
  });
  return [
    row('invitation-1', 'luca.ferrari@rossi.example', 'OPEN', 3, { grantedRights: ['report:read'] }),
    row('invitation-2', 'giovanna.della-chiesa-montecuccoli@rossi.example', 'OPEN', 20, {
      roleName: 'Acquisti e contratti',
    }),
    row('invitation-3', 'sara@xn--rssi-55d.example', 'EXPIRED', 90, { roleName: null }),
    row('invitation-4', 'matteo.greco@rossi.example', 'ACCEPTED', 200, { fromApplication: true }),
    row('invitation-5', 'old.intern@rossi.example', 'REVOKED', 300, {
      roleName: 'Administrator',
      invitedBy: null,
    }),
  ];
}

function makeApplications(now: number): MockApplication[] {
  const at = (offset: number) => new Date(now + offset * hours).toISOString();
  const row = (id: string, firstName: string, lastName: string, more: Partial<MockApplication> = {}) => ({
    id,
    email: `${firstName}.${lastName}@rossi.example`.toLowerCase(),
    firstName,
    lastName,
    phone: '+39 02 5550 190',
    message: null,
    locale: 'it',
    state: 'OPEN',
    createdAt: at(-5),
    expiresAt: at(715),
    decidedAt: null,
    decidedBy: null,
    ...more,
  });
  return [
    row('application-1', 'Chiara', 'Fontana', {
      message: 'I run the reception on the second floor.\nThe printer there is the one with the jams.',
    }),
    row('application-2', 'Davide', 'Riva', { createdAt: at(-40) }),
    row('application-3', 'Irene', 'Colombo', { state: 'APPROVED', decidedAt: at(-100), decidedBy: inviter }),
    row('application-4', 'Nobody', 'Known', { state: 'DECLINED', decidedAt: at(-200), decidedBy: null }),
  ];
}

function pageOf(nodes: readonly { readonly id: string }[]) {
  return {
    totalCount: nodes.length,
    edges: nodes.map((node) => ({ cursor: node.id, node })),
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  };
}

const invalid = (path: string, message: string) => ({
  __typename: 'InvalidInputError',
  code: 'INVALID_INPUT',
  message,
  fields: [{ path, message }],
});

const refused = (type: string, code: string, message: string) => ({ __typename: type, code, message });

/** Tokens of the mock: this one works, every other one does not. */
export const goodToken = 'g'.repeat(43);

type Allowed = (session: MockSession, right: string, field: string) => MockPerson;
type Input<T> = { readonly input: T };

interface AskedRow {
  readonly email: string;
  readonly roleId?: string;
  readonly grantedRights?: string[];
  readonly locale?: string;
}

/** Invitations, applications and who may apply; a fresh set for each graph. */
export function mockJoining(now: number, allowed: Allowed) {
  const invitations = makeInvitations(now);
  const applications = makeApplications(now);
  const rules = { selfRegistration: 'ALLOWED', domains: ['rossi.example'] };
  const of = (session: MockSession, field: string) => allowed(session, 'user:manage', field);
  const rulesFor = (person: MockPerson) => ({ ...rules, branchAllows: person.branchId === 'branch-nl' });

  const judge = (row: AskedRow, index: number) => {
    const role = roles.find(({ id }) => id === (row.roleId ?? 'role-member'));
    const known = invitations.some(({ email, state }) => email === row.email && state === 'OPEN');
    const problem = !/^[^@\s]+@[^@\s]+\.[a-z]+$/.test(row.email)
      ? 'This is not an e-mail address.'
      : known
        ? 'This person has an open invitation. Send it again if the e-mail was lost.'
        : null;
    return {
      row: index + 1,
      email: row.email,
      roleId: problem ? null : role?.id,
      roleName: problem ? null : role?.name,
      grantedRights: row.grantedRights ?? [],
      locale: problem ? null : (row.locale ?? 'it'),
      problemCode: problem && 'PROBLEM',
      problem,
    };
  };
  const decide = (id: string, state: string, person: MockPerson) => {
    const application = applications.find((known) => known.id === id);
    if (application?.state !== 'OPEN')
      return refused('ApplicationClosedError', 'APPLICATION_CLOSED', 'This application was decided before.');
    Object.assign(application, { state, decidedAt: new Date(now).toISOString(), decidedBy: person.user });
    const type = state === 'APPROVED' ? 'ApproveApplicationSuccess' : 'DeclineApplicationSuccess';
    return { __typename: type, application };
  };

  return {
    invitations: ({ state }: { state?: string }, session: MockSession) => {
      const { customerId } = of(session, 'invitations');
      if (customerId !== 'customer-rossi') return pageOf([]);
      return pageOf(invitations.filter((row) => !state || row.state === state));
    },
    applications: ({ state }: { state?: string }, session: MockSession) => {
      const { customerId } = of(session, 'applications');
      if (customerId !== 'customer-rossi') return pageOf([]);
      return pageOf(applications.filter((row) => !state || row.state === state));
    },
    roles: (_: object, session: MockSession) => {
      of(session, 'roles');
      return roles;
    },
    registrationRules: (_: object, session: MockSession) => rulesFor(of(session, 'registrationRules')),
    updateRegistrationPolicy: ({ input }: Input<typeof rules>, session: MockSession) => {
      const person = of(session, 'registrationRules');
      const bad = input.domains.find((domain) => !domain.includes('.'));
      if (bad) return invalid('domains', `"${bad}" is not a domain such as company.com.`);
      Object.assign(rules, input);
      return { __typename: 'UpdateRegistrationPolicySuccess', rules: rulesFor(person) };
    },
    previewInvitations: ({ input }: Input<{ list?: string; roleId?: string }>, session: MockSession) => {
      of(session, 'invitations');
      const lines = (input.list ?? '').split('\n').filter((line) => line.trim() !== '');
      if (lines.length === 0) return invalid('list', 'Enter at least one address.');
      const rows = lines.map((line, index) => judge({ email: line.trim(), roleId: input.roleId }, index));
      return { __typename: 'PreviewInvitationsSuccess', rows };
    },
    inviteUsers: ({ input }: Input<{ rows: AskedRow[] }>, session: MockSession) => {
      const person = of(session, 'invitations');
      const rows = input.rows.map(judge).map((row) => {
        if (row.problem !== null) return { ...row, invitationId: null };
        const id = `invitation-new-${invitations.length}`;
        const sentAt = new Date(now).toISOString();
        invitations.unshift({
          id,
          email: row.email,
          roleName: row.roleName ?? null,
          grantedRights: row.grantedRights,
          locale: row.locale ?? 'it',
          state: 'OPEN',
          createdAt: sentAt,
          sentAt,
          expiresAt: new Date(now + 72 * hours).toISOString(),
          fromApplication: false,
          invitedBy: person.user,
          user: null,
        });
        return { ...row, invitationId: id };
      });
      const invited = rows.filter(({ invitationId }) => invitationId !== null).length;
      return { __typename: 'InviteUsersSuccess', invited, rows };
    },
    resendInvitation: ({ input }: Input<{ id: string }>, session: MockSession) => {
      of(session, 'invitations');
      const invitation = invitations.find(({ id }) => id === input.id);
      if (!invitation)
        return refused('InvitationNotFoundError', 'INVITATION_NOT_FOUND', 'This invitation does not exist.');
      Object.assign(invitation, { state: 'OPEN', expiresAt: new Date(now + 72 * hours).toISOString() });
      return { __typename: 'ResendInvitationSuccess', invitation };
    },
    revokeInvitation: ({ input }: Input<{ id: string }>, session: MockSession) => {
      of(session, 'invitations');
      const invitation = invitations.find(({ id }) => id === input.id);
      if (!invitation)
        return refused('InvitationNotFoundError', 'INVITATION_NOT_FOUND', 'This invitation does not exist.');
      invitation.state = 'REVOKED';
      return { __typename: 'RevokeInvitationSuccess', invitation };
    },
    approveApplication: ({ input }: Input<{ id: string }>, session: MockSession) =>
      decide(input.id, 'APPROVED', of(session, 'applications')),
    declineApplication: ({ input }: Input<{ id: string }>, session: MockSession) =>
      decide(input.id, 'DECLINED', of(session, 'applications')),
    invitationFor: ({ token }: { token: string }) =>
      token === goodToken
        ? {
            email: 'luca.ferrari@rossi.example',
            locale: 'en',
            organisation: 'Rossi Assicurazioni',
            branchCode: 'IT',
            brand: 'Aurora Stampa',
            roleName: 'Member',
            expiresAt: new Date(now + 60 * hours).toISOString(),
            firstName: null,
            lastName: null,
            phone: null,
          }
        : null,
    acceptInvitation: ({ input }: Input<Record<string, string>>) => {
      if (input.token !== goodToken)
        return refused('InvitationGoneError', 'INVITATION_GONE', 'This link does not work any more.');
      const fields = [
        ...(input.firstName
          ? []
          : [{ path: 'firstName', message: 'Enter a name of at most 80 characters.' }]),
        ...(input.lastName ? [] : [{ path: 'lastName', message: 'Enter a name of at most 80 characters.' }]),
        ...(input.phone ? [] : [{ path: 'phone', message: 'Enter a telephone number.' }]),
        ...((input.password ?? '').length > 14
          ? []
          : [{ path: 'password', message: 'At least 15 characters.' }]),
      ];
      return fields.length > 0
        ? { __typename: 'InvalidInputError', code: 'INVALID_INPUT', message: '', fields }
        : { __typename: 'AcceptInvitationSuccess', email: 'luca.ferrari@rossi.example' };
    },
    applyForAccount: ({ input }: Input<Record<string, string>>) =>
      (input.email ?? '').includes('@')
        ? { __typename: 'ApplyForAccountSuccess', ok: true }
        : invalid('email', 'This is not an e-mail address.'),
  };
}
