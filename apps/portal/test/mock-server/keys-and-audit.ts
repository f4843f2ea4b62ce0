import { GraphQLError } from 'graphql';
import type { MockPerson } from './people';

interface Asking {
  readonly person: MockPerson | undefined;
}

const DAY_MS = 86_400_000;
const anna = '01900000-0000-7000-8000-000000000001';
const scopes = ['device:read', 'equipment:manage', 'order:read', 'order:place', 'order:approve'].concat([
  'ticket:read',
  'ticket:open',
  'meter:read',
  'meter:submit',
  'report:read',
  'invoice:read',
]);

/** Keys and the audit log of the mock. @param now  milliseconds since 1970 */
export function makeKeysAndAudit(now: number) {
  const at = (days: number) => new Date(now + days * DAY_MS).toISOString();
  const keys = makeKeys(at);
  const entries = makeEntries(at);
  const allowed = ({ person }: Asking, right: string): MockPerson => {
    if (!person) throw coded('UNAUTHENTICATED');
    if (!person.rights.includes(right)) throw coded('UNAUTHORIZED');
    return person;
  };
  const own = <Thing extends { customer: unknown }>(things: readonly Thing[], person: MockPerson) =>
    person.customerId === 'customer-new' ? [] : things;
  return {
    partnerKeys: (_: unknown, session: Asking) => pageOf(own(keys, allowed(session, 'key:manage'))),
    partnerKeyScopes: (_: unknown, session: Asking) => {
      allowed(session, 'key:manage');
      return scopes;
    },
    createPartnerKey: ({ input }: { input: { name: string; kind: string; scopes: string[] } }) => {
      if (input.name === 'taken') {
        const fields = [{ path: 'name', message: 'Give it another name.' }];
        return { __typename: 'InvalidInputError', code: 'X', message: 'Give it another name.', fields };
      }
      const key = { ...keyOf(at, input.name, input.scopes), kind: input.kind };
      keys.unshift(key);
      return { __typename: 'CreatePartnerKeySuccess', key, secret: `ptn_${'Vb7'.repeat(14)}x` };
    },
    rotatePartnerKey: ({ input }: { input: { keyId: string; overlapHours: number } }) => {
      const old = keys.find(({ id }) => id === input.keyId);
      if (!old) return { __typename: 'PartnerKeyNotFoundError', code: 'KEY_NOT_FOUND', message: 'Unknown.' };
      const key = keyOf(at, old.name, old.scopes);
      keys.unshift(key);
      Object.assign(old, {
        state: 'REPLACED',
        viewerCanRotate: false,
        expiresAt: at(input.overlapHours / 24),
      });
      return {
        __typename: 'RotatePartnerKeySuccess',
        key,
        secret: `ptn_${'Qz4'.repeat(14)}y`,
        replaced: old,
      };
    },
    revokePartnerKey: ({ input }: { input: { keyId: string } }) => {
      const key = keys.find(({ id }) => id === input.keyId);
      if (!key) return { __typename: 'PartnerKeyNotFoundError', code: 'KEY_NOT_FOUND', message: 'Unknown.' };
      Object.assign(key, { state: 'REVOKED', viewerCanRotate: false, viewerCanRevoke: false });
      return { __typename: 'RevokePartnerKeySuccess', key };
    },
    auditEntries: ({ filter }: { filter?: AuditFilter | null }, session: Asking) =>
      pageOf(own(entries, allowed(session, 'audit:read')).filter((entry) => fits(entry, filter ?? {}))),
    auditEntry: ({ id }: { id: string }, session: Asking) => {
      allowed(session, 'audit:read');
      return entries.find((entry) => entry.id === id) ?? null;
    },
    verifyAuditChain: (_: unknown, session: Asking) => {
      const person = allowed(session, 'audit:read');
      if (own(entries, person).length === 0) return null;
      return {
        length: entries.length,
        firstPosition: 1,
        verifiedPosition: entries.length,
        verifiedAt: at(0),
        head: 'ab'.repeat(32),
        problem: null,
        problemPosition: null,
      };
    },
    exportAudit: (_: unknown, session: Asking) => {
      allowed(session, 'audit:read');
      return { csv: 'occurred_at (UTC)\r\n', rows: entries.length, cut: false };
    },
  };
}

interface AuditFilter {
  readonly actions?: readonly string[] | null;
  readonly target?: string | null;
}

const coded = (code: string) => new GraphQLError(code.toLowerCase(), { extensions: { code } });

function fits(entry: ReturnType<typeof makeEntries>[number], { actions, target }: AuditFilter): boolean {
  return (!actions || actions.includes(entry.action)) && (!target || entry.target?.id === target);
}

function pageOf(nodes: readonly { id: string }[]) {
  return {
    totalCount: null,
    edges: nodes.map((node) => ({ cursor: node.id, node })),
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  };
}

let made = 0;

function keyOf(at: (days: number) => string, name: string, of: readonly string[]) {
  made += 1;
  return {
    id: `01900000-0000-7000-8000-0000000010${String(made).padStart(2, '0')}`,
    kind: 'PARTNER',
    name,
    prefix: `ptn_${'kX9vQ2Lm'.slice(made % 4)}`.padEnd(12, 'w'),
    scopes: [...of],
    state: 'ACTIVE',
    createdAt: at(-30),
    createdBy: 'Emma Rinaldi' as string | null,
    expiresAt: at(335) as string | null,
    lastUsedAt: null as string | null,
    revokedAt: null,
    requestsPerMinute: null as number | null,
    costPerMinute: null,
    viewerCanRotate: true,
    viewerCanRevoke: true,
    customer: null,
  };
}

function makeKeys(at: (days: number) => string) {
  const orders = ['order:read', 'order:place', 'device:read'];
  return [
    { ...keyOf(at, 'SAP orders', orders), lastUsedAt: at(-0.002), requestsPerMinute: 120 },
    { ...keyOf(at, 'Facility dashboard', ['device:read', 'meter:read']), lastUsedAt: at(-1.2) },
    {
      ...keyOf(at, 'Cellar collector', ['telemetry:write']),
      kind: 'COLLECTOR',
      expiresAt: null,
      lastUsedAt: at(-0.01),
    },
    {
      ...keyOf(at, 'Facility dashboard', ['device:read', 'meter:read']),
      ...{ state: 'REPLACED', expiresAt: at(0.7), viewerCanRotate: false, lastUsedAt: at(-0.1) },
    },
    { ...keyOf(at, 'Carrier (all)', [...scopes]), viewerCanRotate: false, createdBy: null },
    { ...keyOf(at, 'Old ERP', orders), state: 'REVOKED', viewerCanRotate: false, viewerCanRevoke: false },
  ];
}

function makeEntries(at: (days: number) => string) {
  const emma = { kind: 'user', id: anna, name: 'Emma Rinaldi' };
  const user = { kind: 'user', id: '01900000-0000-7000-8000-000000000007', name: 'Marco Neri' };
  const key = { kind: 'key', id: '01900000-0000-7000-8000-000000001001', name: 'SAP orders' };
  const staff = { kind: 'staff', id: '01900000-0000-7000-8000-000000000099', name: null };
  const system = { kind: 'system', id: null, name: null };
  const nobody = { kind: 'anonymous', id: null, name: null };
  const told = [
    { action: 'key.rotated', actor: emma, target: key, facts: [{ name: 'overlapHours', value: '24' }] },
    {
      action: 'user.rights-changed',
      actor: emma,
      target: user,
      facts: [{ name: 'grantedRights', value: 'report:read' }],
    },
    { action: 'session.opened', actor: emma, target: null },
    { action: 'session.refused', actor: nobody, target: { ...emma, kind: 'user' } },
    { action: 'personal-data.viewed', actor: staff, target: user },
    {
      action: 'notification-address.change-requested',
      actor: emma,
      target: { kind: 'customer', id: 'c', name: 'Rossi S.p.A.' },
    },
    { action: 'invitation.accepted', actor: user, target: { kind: 'invitation', id: 'i', name: null } },
    {
      action: 'session.viewed-as',
      actor: { ...user, name: 'Marco Neri' },
      target: user,
      viewedBy: { id: anna, name: 'Emma Rinaldi' },
    },
    { action: 'devices.assigned', actor: emma, target: user },
    { action: 'user.erased', actor: system, target: { kind: 'user', id: 'u', name: 'Former user 3F2A' } },
    { action: 'key.created', actor: emma, target: key },
  ];
  return told.map((entry, index) => ({
    id: `01900000-0000-7000-8000-0000000020${String(index).padStart(2, '0')}`,
    position: told.length - index,
    occurredAt: at(-index / 3),
    recordedAt: at(-index / 3),
    viewedBy: null,
    facts: [] as { name: string; value: string }[],
    requestId: '5b1f0f6e-3c1d-4f0a-9a43-0b8f1f0f5a11',
    hash: 'c0ffee42'.repeat(8),
    customer: null,
    ...entry,
  }));
}
