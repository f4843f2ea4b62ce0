import { GraphQLError } from 'graphql';
import type { MockSession } from './graph';
import { branches, customers } from './people';

type Args<T> = { readonly input: T };

const minutes = (now: number, count: number) => new Date(now + count * 60_000).toISOString();
const day = 24 * 60;
const coded = (code: string) => new GraphQLError(code.toLowerCase(), { extensions: { code } });

const staffRoles = [
  { id: 'role-desk', name: 'Service desk', rights: ['customer:read', 'device:read', 'ticket:open'] },
  { id: 'role-finance', name: 'Finance', rights: ['customer:read', 'invoice:read', 'contract:read'] },
  {
    id: 'role-branch',
    name: 'Branch administrator',
    rights: ['customer:manage', 'branch:manage', 'staff:manage', 'audit:read'],
  },
].map((role) => ({ ...role, given: true, people: 2, viewerCanGive: true, viewerCanUpdate: false }));

const colleague = (id: string, name: readonly [string, string], role: number, more: object = {}) => ({
  id,
  email: `${name[0].toLowerCase()}@aurora.example`,
  firstName: name[0],
  lastName: name[1],
  state: 'ACTIVE',
  role: staffRoles[role],
  lastSignedInAt: null as string | null,
  hasSecondFactor: role === 2,
  viewerCanChangeRole: true,
  viewerCanDeactivate: true,
  viewerCanReactivate: false,
  ...more,
});

const settings = () => ({
  general: {
    name: 'Aurora Stampa Italia',
    locale: 'it',
    timeZone: 'Europe/Rome',
    currency: 'EUR',
    vatRates: [
      { name: 'ordinaria', percent: '22' },
      { name: 'ridotta', percent: '10' },
    ],
    silentAfterHours: 48,
    invoiceNumberStart: 2026000100,
    marketingConsent: false,
  },
  contacts: branches[0]?.contacts ?? [],
  registration: { policy: 'INVITATION_ONLY', passwordHelp: 'ORGANISATION_ADMINISTRATOR' },
  tickets: { confirmationTo: 'REQUESTER', historyWindowDays: null, numberStart: 7200000 },
  ordering: {
    orderableKinds: ['TONER', 'WASTE'],
    orderNumberStart: 4500018000,
    cutOff: '12:00',
    deliveryDaysBeforeCutOff: 2,
    deliveryDaysAfterCutOff: 3,
    reorderPercent: 15,
  },
  meters: { dueDay: 25, reminderDaysBefore: [10, 5], linkValidDays: 10, correctionDays: 30 },
  brand: { name: 'Aurora Stampa', color: '#243b6b', logoUrl: null },
  calendar: { holidays: 'IT', workDays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] },
});

/** The provider's own part of the mock: customers, staff, settings of the branch. */
export function makeConsole(now: number) {
  let present = {
    version: 4,
    changedAt: minutes(now, -9 * day),
    changedByName: 'Bianca Riva' as string | null,
    settings: settings(),
  };
  const kept = customers.map((customer) => ({
    ...customer,
    locale: 'it',
    notificationEmail: `acquisti@${customer.id}.example`,
    createdAt: minutes(now, -400 * day),
    suspendedAt: customer.id === 'customer-new' ? minutes(now, -3 * day) : null,
    viewerCanManage: true,
  }));
  const people = [
    colleague('staff-1', ['Bianca', 'Riva'], 2, { viewerCanChangeRole: false, viewerCanDeactivate: false }),
    colleague('staff-2', ['Dario', 'Conti'], 0, { lastSignedInAt: minutes(now, -50) }),
    colleague('staff-3', ['Franca', 'Longo'], 1, { lastSignedInAt: minutes(now, -2 * day) }),
    colleague('staff-4', ['Ugo', 'Sala'], 0, {
      state: 'DEACTIVATED',
      viewerCanDeactivate: false,
      viewerCanReactivate: true,
    }),
  ];
  let pending: object | null = null;
  const allowed = ({ person }: MockSession, right: string) => {
    if (!person) throw coded('UNAUTHENTICATED');
    if (!person.rights.includes(right)) throw coded('UNAUTHORIZED');
  };
  const invalid = (path: string, message: string) => ({
    __typename: 'InvalidInputError',
    code: 'INVALID_INPUT',
    message,
    fields: [{ path, message }],
  });
  const customerOf = (id: string) => kept.find((customer) => customer.id === id);

  const fields = {
    customer: ({ id }: { id: string }, session: MockSession) => {
      allowed(session, 'customer:read');
      return customerOf(id) ?? null;
    },
    createCustomer: ({ input }: Args<Record<string, string>>, session: MockSession) => {
      allowed(session, 'customer:manage');
      if (!input.name) return invalid('name', 'A name has 1 to 160 characters, all of them visible.');
      if (kept.some(({ number }) => number === input.number))
        return invalid('number', 'Another customer of this branch has this number.');
      const customer = {
        ...kept[0],
        ...input,
        id: 'customer-made',
        suspendedAt: null,
      } as (typeof kept)[number];
      kept.push(customer);
      return { __typename: 'CreateCustomerSuccess', customer };
    },
    updateCustomer: ({ input }: Args<Record<string, string>>, session: MockSession) => {
      allowed(session, 'customer:manage');
      const customer = Object.assign(customerOf(input.customerId ?? '') ?? {}, input);
      return { __typename: 'UpdateCustomerSuccess', customer };
    },
    suspendCustomer: ({ customerId }: { customerId: string }, session: MockSession) => {
      allowed(session, 'customer:manage');
      const customer = Object.assign(customerOf(customerId) ?? {}, { suspendedAt: minutes(now, 0) });
      return { __typename: 'SuspendCustomerSuccess', customer };
    },
    resumeCustomer: ({ customerId }: { customerId: string }, session: MockSession) => {
      allowed(session, 'customer:manage');
      const customer = Object.assign(customerOf(customerId) ?? {}, { suspendedAt: null });
      return { __typename: 'ResumeCustomerSuccess', customer };
    },
    inviteAdministrator: ({ input }: Args<{ email: string; customerId: string }>) =>
      input.email.includes('@')
        ? { __typename: 'InviteAdministratorSuccess', customer: customerOf(input.customerId) }
        : invalid('email', 'This is not an e-mail address.'),
    staff: (_: object, session: MockSession) => {
      allowed(session, 'staff:manage');
      return {
        totalCount: people.length,
        pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
        edges: people.map((node) => ({ cursor: node.id, node })),
      };
    },
    updateStaffRole: ({ input }: Args<{ userId: string; roleId: string }>) => {
      const member = people.find(({ id }) => id === input.userId);
      const role = staffRoles.find(({ id }) => id === input.roleId);
      return { __typename: 'UpdateStaffRoleSuccess', member: Object.assign(member ?? {}, { role }) };
    },
    deactivateStaff: ({ userId }: { userId: string }) => {
      const member = people.find(({ id }) => id === userId);
      const after = { state: 'DEACTIVATED', viewerCanDeactivate: false, viewerCanReactivate: true };
      return { __typename: 'DeactivateStaffSuccess', member: Object.assign(member ?? {}, after) };
    },
    reactivateStaff: () => ({
      __typename: 'LastAdministratorError',
      code: 'LAST_ADMINISTRATOR',
      message: 'This is the last person who can manage the staff.',
    }),
    branchSettings: (_: object, session: MockSession) => {
      allowed(session, 'branch:manage');
      return present;
    },
    branchHistory: (_: object, session: MockSession) => {
      allowed(session, 'branch:manage');
      const node = (version: number, differences: object[], restoredFrom: number | null = null) => ({
        version,
        changedAt: minutes(now, -(6 - version) * 9 * day),
        changedByName: version === 1 ? null : 'Bianca Riva',
        restoredFrom,
        differences,
      });
      const versions = [
        node(4, [{ path: 'ordering.cutOff', before: '11:00', after: '12:00' }], 2),
        node(3, [
          { path: 'ordering.cutOff', before: '12:00', after: '11:00' },
          { path: 'contacts.BILLING.hours', before: '9:00–17:00', after: null },
          { path: 'calendar.workDays', before: 'MONDAY, TUESDAY, WEDNESDAY', after: 'MONDAY, TUESDAY' },
        ]),
        node(2, [
          { path: 'registration.policy', before: 'SELF_REGISTRATION', after: 'INVITATION_ONLY' },
          { path: 'general.vatRates.ridotta', before: null, after: '10' },
        ]),
        node(1, []),
      ];
      return {
        totalCount: null,
        pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
        edges: versions.map((version) => ({ cursor: String(version.version), node: version })),
      };
    },
    previewBranchSettings: ({ settings: typed }: { settings: (typeof present)['settings'] }) => {
      if (typed.calendar.workDays.length === 0) return invalid('calendar.workDays', 'Please fill this in.');
      const before = present.settings.ordering.cutOff;
      const after = typed.ordering.cutOff;
      const yellow = typed.brand.color === '#ffd500';
      return {
        __typename: 'PreviewBranchSettingsSuccess',
        differences: [
          ...(before === after ? [] : [{ path: 'ordering.cutOff', before, after }]),
          ...(yellow ? [{ path: 'brand.color', before: '#243b6b', after: '#ffd500' }] : []),
        ],
        arrivalNow: '2026-11-25',
        arrivalThen: before === after ? '2026-11-25' : '2026-11-26',
        holidays: [
          { on: '2026-12-08', name: 'Immacolata Concezione' },
          { on: '2026-12-25', name: 'Natale di Gesù' },
          { on: '2026-12-26', name: 'Santo Stefano' },
        ],
        organisationsOpen: 0,
        brandContrast: yellow ? 1.43 : 10.97,
        warnings: yellow
          ? [{ path: 'brand.color', message: 'White text on this color is hard to read: contrast 1.43.' }]
          : [],
      };
    },
    updateBranchSettings: (
      { input }: Args<{ settings: (typeof present)['settings'] }>,
      session: MockSession,
    ) => {
      allowed(session, 'branch:manage');
      present = {
        version: present.version + 1,
        changedAt: minutes(now, 0),
        changedByName: 'Bianca Riva',
        settings: input.settings,
      };
      return { __typename: 'UpdateBranchSettingsSuccess', present };
    },
    restoreBranchVersion: () => {
      present = { ...present, version: present.version + 1 };
      return { __typename: 'RestoreBranchVersionSuccess', present };
    },
    requestNotificationEmailChange: ({ input }: Args<{ email: string }>) => {
      if (!input.email.includes('@')) return invalid('email', 'This is not an e-mail address.');
      pending = { email: input.email.trim(), expiresAt: minutes(now, day) };
      return { __typename: 'RequestNotificationEmailChangeSuccess', pending };
    },
    cancelNotificationEmailChange: () => {
      pending = null;
      return { ok: true };
    },
    confirmNotificationEmail: ({ input }: Args<{ token: string }>) =>
      input.token === 'good'
        ? {
            __typename: 'ConfirmNotificationEmailSuccess',
            email: 'new@rossi.example',
            organisation: 'Rossi Assicurazioni',
          }
        : {
            __typename: 'LinkInvalidError',
            code: 'LINK_INVALID',
            message: 'This link does not work any more.',
          },
  };
  /** what a customer's own administrator sees of its address */
  const ofOwnCustomer = {
    notificationEmail: 'acquisti@rossi.example',
    viewerCanChangeNotificationEmail: true,
    pendingNotificationEmail: () => pending,
  };
  const waiting = [
    {
      id: 'invitation-1',
      email: 'nuova.collega@aurora.example',
      roleName: 'Finance',
      expiresAt: minutes(now, 2 * day),
    },
  ];
  const joining = {
    roles: () => staffRoles,
    invitations: () => ({
      totalCount: waiting.length,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
      edges: waiting.map((node) => ({ cursor: node.id, node })),
    }),
    inviteUsers: ({ input }: Args<{ rows: { email: string }[] }>) => ({
      __typename: 'InviteUsersSuccess',
      rows: input.rows.map(({ email }) => ({
        email,
        problem: email.includes('@') ? null : 'This is not an e-mail address.',
      })),
    }),
    revokeInvitation: () => {
      const [invitation] = waiting.splice(0, 1);
      return { __typename: 'RevokeInvitationSuccess', invitation: { ...invitation, state: 'REVOKED' } };
    },
  };
  return { fields, joining, ofOwnCustomer };
}
