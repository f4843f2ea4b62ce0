import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema, GraphQLError } from 'graphql';
import { accountFields } from './account';
import { makeConsole } from './console';
import { makeCollectors } from './collectors';
import { type MockDevice, makeDevices } from './devices';
import { deviceLife, deviceLifeFields } from './device-life';
import { makeGroupGraph } from './groups';
import { mockJoining } from './joining';
import { makeMeterLink, silenceOf } from './meter-link';
import { makeKeysAndAudit } from './keys-and-audit';
import { makeMeterCases } from './meter-cases';
import { makeMeterGraph } from './meters';
import { makeOrderGraph } from './order-graph';
import { makeInvoices, makeTickets } from './orders';
import { branches, customers, makePeople, type MockPerson, password } from './people';
import { makePlacing } from './placing';
import { makeLabels } from './labels';
import { makePlaces } from './places';
import { makeReportGraph } from './reports';
import { makeRegister } from './register';
import { supplyPlansOf } from './supply-plans';
import { makeSecurity } from './security';
import { makeUserGraph, withUserGraph } from './users';

/** The public schema as the gateway serves it. */
export const mockSchema: GraphQLSchema = buildSchema(
  readFileSync(join(__dirname, '../../../gateway/api.graphql'), 'utf8'),
);

/** Whose session a request carries; the mutations change it. */
export interface MockSession {
  person: MockPerson | undefined;
  /** who looks through the person's eyes */
  watcher?: MockPerson;
}

type Args = Record<string, never> & { first?: number; after?: string; filter?: Record<string, unknown> };
type Node = { id: string };

const urgency = ['DOWN', 'SILENT', 'WARNING', 'NOT_MONITORED', 'WORKING'];

/** A page of a list; the cursor is the id of the last node. */
function connection(nodes: readonly Node[], { first = 25, after }: { first?: number; after?: string }) {
  const start = after ? nodes.findIndex(({ id }) => id === after) + 1 : 0;
  const page = nodes.slice(start, start + first);
  return {
    totalCount: nodes.length,
    edges: page.map((node) => ({ cursor: node.id, node })),
    pageInfo: {
      hasNextPage: start + first < nodes.length,
      hasPreviousPage: start > 0,
      startCursor: page[0]?.id ?? null,
      endCursor: page.at(-1)?.id ?? null,
    },
  };
}

/** Resolvers over invented data, as they are at `now` (milliseconds since 1970). Never part of the product. */
export function makeMockGraph(now: number) {
  const people = makePeople();
  const consoleGraph = makeConsole(now);
  const devices = makeDevices(now);
  const tickets = makeTickets(devices, now);
  const invoices = makeInvoices(now);
  const groupGraph = makeGroupGraph(devices, connection);

  /** The person asking, when the right and the part of the graph are there. */
  const allowed = (session: MockSession, right: string, field: string): MockPerson => {
    const { person } = session;
    if (!person) throw coded('UNAUTHENTICATED');
    if (!person.rights.includes(right)) throw coded('UNAUTHORIZED');
    if (person.away?.includes(field)) throw coded('INTERNAL_SERVER_ERROR');
    return person;
  };

  const meterGraph = makeMeterGraph(now, devices, allowed, connection);

  const meterCases = makeMeterCases(now, devices, allowed, connection);

  const viewer = ({ person }: MockSession): object => ({
    kind: person?.kind ?? 'ANONYMOUS',
    rights: person?.rights ?? [],
    ...security.standing(person),
    user: person?.user ?? null,
    customer: person?.customerId ? { ...customerOf(person.customerId), ...consoleGraph.ofOwnCustomer } : null,
    branch: person ? branches.find(({ id }) => id === person.branchId) : null,
    viewedBy: person?.viewedBy ?? null,
  });

  const security = makeSecurity(now, () => people, viewer);

  const deviceNode = (device: MockDevice) => {
    const own = orderGraph.ofDevice(device.id);
    const guarded =
      <T>(value: T) =>
      (_: unknown, { person }: MockSession) =>
        person?.away?.includes('lastOrder') ? Promise.reject(coded('INTERNAL_SERVER_ERROR')) : value;
    return {
      ...device,
      customer: customerOf(device.customerId),
      ...groupGraph.ofDevice(device),
      ...deviceLife(now),
      label: () => labels.labelOf(device.id),
      silence: silenceOf(now, device, devices),
      meters: ({ kind }: { kind?: string | null }) =>
        meterGraph.metersOf(device).filter((meter) => !kind || meter.kind === kind),
      meterCases: meterCases.ofDevice(device.id),
      supplyPlans: supplyPlansOf(device, now),
      orders: guarded(own),
      lastOrder: guarded(own[0] ?? null),
      openTickets: tickets.filter(
        ({ deviceId, status }) => deviceId === device.id && !['CLOSED', 'RESOLVED'].includes(status),
      ),
    };
  };
  const deviceById = (id: string | undefined) => {
    const device = devices.find((candidate) => candidate.id === id);
    return device ? deviceNode(device) : null;
  };
  const labels = makeLabels(devices, deviceById);
  const orderGraph = makeOrderGraph(now, devices, allowed, connection, deviceById);
  const visible = (person: MockPerson) =>
    devices.filter(({ customerId }) => person.kind === 'STAFF' || customerId === person.customerId);

  const rootValue = {
    ...deviceLifeFields(deviceById),
    ...consoleGraph.fields,
    ...groupGraph.fields,
    ...makePlaces(devices, connection, allowed),
    ...labels.fields,
    ...makeReportGraph(devices, now),
    ...meterGraph.fields,
    ...makeRegister(connection, now),
    ...meterCases.fields,
    ...orderGraph.fields,
    ...makePlacing(now, devices, orderGraph, allowed),
    ...security.root,
    ...makeMeterLink(now),
    ...makeKeysAndAudit(now),
    ...makeCollectors(now),
    viewer: (_: Args, session: MockSession) => viewer(session),
    branch: ({ code }: { code?: string }, { person }: MockSession) =>
      branches.find((branch) => branch.code === code) ??
      branches.find(({ id }) => id === (person?.branchId ?? 'branch-it')),
    customers: (args: Args & { search?: string }, session: MockSession) => {
      allowed(session, 'customer:read', 'customers');
      const found = customers.filter(({ name }) => matches(args.search, name));
      return connection(
        found.map((customer) => customerOf(customer.id)).filter((node) => node !== null),
        args,
      );
    },
    fleetSummary: (_: Args, session: MockSession) => {
      const mine = visible(allowed(session, 'device:read', 'fleetSummary'));
      const count = (state: string) => mine.filter((device) => device.state === state).length;
      return {
        devices: mine.length,
        working: count('WORKING'),
        warning: count('WARNING'),
        down: count('DOWN'),
        silent: count('SILENT'),
        notMonitored: count('NOT_MONITORED'),
        planned: count('PLANNED'),
        inRepair: count('IN_REPAIR'),
        lowSupplies: mine.filter(isLow).length,
      };
    },
    devices: (args: Args & { orderBy?: string }, session: MockSession) => {
      const mine = visible(allowed(session, 'device:read', 'devices'));
      const found = mine.filter(
        (device) => deviceMatches(device, args.filter ?? {}) && groupGraph.matches(device, args.filter ?? {}),
      );
      return connection(sortDevices(found, args.orderBy ?? 'NAME').map(deviceNode), args);
    },
    device: ({ id }: { id: string }, session: MockSession) => {
      const mine = visible(allowed(session, 'device:read', 'device'));
      return mine.some((device) => device.id === id) ? deviceById(id) : null;
    },
    tickets: (args: Args, session: MockSession) => {
      const { customerId } = allowed(session, 'ticket:read', 'tickets');
      const { deviceId, open } = args.filter ?? {};
      const found = tickets.filter(
        (ticket) =>
          ticket.customerId === customerId &&
          (!deviceId || ticket.deviceId === deviceId) &&
          (!open || !['CLOSED', 'RESOLVED', 'CANCELLED'].includes(ticket.status)),
      );
      return connection(
        found.map((ticket) => ({ ...ticket, device: () => deviceById(ticket.deviceId) })),
        args,
      );
    },
    invoices: (args: Args, session: MockSession) => {
      const { customerId } = allowed(session, 'invoice:read', 'invoices');
      return connection(
        invoices.filter((invoice) => invoice.customerId === customerId),
        args,
      );
    },
    signIn: ({ input }: { input: { email: string; password: string } }, session: MockSession) => {
      if (input.email.startsWith('locked')) {
        const retryAt = new Date(now + 15 * 60_000).toISOString();
        return { __typename: 'TooManyAttemptsError', code: 'TOO_MANY_ATTEMPTS', message: '', retryAt };
      }
      const email = input.email.trim().toLowerCase();
      const person = people.find(({ user }) => user.email === email);
      if (!person || input.password !== password) {
        return { __typename: 'WrongCredentialsError', code: 'WRONG_CREDENTIALS', message: '' };
      }
      const asked = security.asked(person);
      if (asked) return asked;
      session.person = person;
      return { __typename: 'SignInSuccess', viewer: viewer(session) };
    },
    ...accountFields(people),
    signOut: (_: Args, session: MockSession) => {
      session.person = undefined;
      return { ok: true };
    },
    viewAs: ({ input }: { input: { userId: string } }, session: MockSession) => {
      const person =
        people.find(({ user }) => user.id === input.userId) ?? people.find((one) => one.viewedBy);
      if (!person) throw coded('INTERNAL_SERVER_ERROR');
      session.watcher = session.person;
      session.person = person;
      return { __typename: 'ViewAsSuccess', viewer: viewer(session) };
    },
    endViewAs: (_: Args, session: MockSession) => {
      session.person = session.watcher;
      return { resumed: session.watcher !== undefined };
    },
    updateMyLocale: ({ input }: { input: { locale: string } }, { person }: MockSession) => {
      if (!person) throw coded('UNAUTHENTICATED');
      // as strict as the service: a language, not a locale
      if (!['it', 'nl', 'en'].includes(input.locale))
        return {
          __typename: 'InvalidInputError',
          code: 'LOCALE_UNKNOWN',
          message: 'This language is not known.',
        };
      person.user.locale = input.locale;
      return { __typename: 'UpdateMyLocaleSuccess', user: person.user };
    },
  };
  const ofCustomer = withUserGraph({ ...rootValue, ...mockJoining(now, allowed) }, makeUserGraph(now));
  return {
    schema: mockSchema,
    rootValue: { ...ofCustomer, ...byKind(ofCustomer, consoleGraph.joining) },
    people,
  };
}

type Field = (args: never, session: MockSession) => unknown;

/** Fields that answer staff of the provider otherwise than people of a customer. */
function byKind(ofCustomer: Record<string, unknown>, ofStaff: Record<string, Field>): Record<string, Field> {
  const entries = Object.entries(ofStaff).map(([name, answerStaff]): [string, Field] => [
    name,
    (args, session) => {
      const answer = session.person?.kind === 'STAFF' ? answerStaff : (ofCustomer[name] as Field);
      return answer(args, session);
    },
  ]);
  return Object.fromEntries(entries);
}

const coded = (code: string) => new GraphQLError(code.toLowerCase(), { extensions: { code } });

const isLow = (device: MockDevice) => device.supplies.some(({ low }) => low);

const matches = (search: unknown, ...texts: readonly string[]) =>
  typeof search !== 'string' || texts.some((text) => text.toLowerCase().includes(search.toLowerCase()));

function customerOf(id: string | null | undefined) {
  const customer = customers.find((candidate) => candidate.id === id);
  return customer
    ? { ...customer, branch: branches.find((branch) => branch.id === customer.branchId) }
    : null;
}

function deviceMatches(device: MockDevice, filter: Record<string, unknown>): boolean {
  const { search, siteId, customerId, states, attention, monitored, use } = filter;
  if (!matches(search, device.name, device.model, device.serialNumber)) return false;
  if (typeof monitored === 'boolean' && device.monitored !== monitored) return false;
  if (siteId && device.site.id !== siteId) return false;
  if (use && use !== (device.state === 'PLANNED' ? 'PLANNED' : 'INSTALLED')) return false;
  if (customerId && device.customerId !== customerId) return false;
  if (Array.isArray(states) && states.length > 0 && !states.includes(device.state)) return false;
  if (attention === 'ANY') return isLow(device) || ['DOWN', 'SILENT', 'WARNING'].includes(device.state);
  if (attention === 'LOW_SUPPLY') return isLow(device);
  return !attention || device.state === attention;
}

function sortDevices(devices: readonly MockDevice[], orderBy: string): MockDevice[] {
  const seen = ({ lastSeenAt }: MockDevice) => lastSeenAt ?? '';
  return devices.toSorted((a, b) => {
    if (orderBy === 'URGENCY') return urgency.indexOf(a.state) - urgency.indexOf(b.state);
    if (orderBy === 'LAST_SEEN') return seen(b).localeCompare(seen(a));
    if (orderBy === 'SITE') return a.site.name.localeCompare(b.site.name) || a.name.localeCompare(b.name);
    return a.name.localeCompare(b.name);
  });
}
