import type { WorldTicket } from '@platen/contracts';
import { fixedClock } from '@platen/kernel';
import type { Actor, DeviceScope } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  buildActor,
  buildBranch,
  buildCustomer,
  buildSettings,
  buildWorld,
  createTestDatabase,
  startTestService,
} from '@platen/testing';
import { type ServiceTicketsApp, serviceTickets } from '../src/index';

export const italy = buildBranch();
export const netherlands = buildBranch({
  code: 'NL',
  settings: buildSettings({
    ticket: { confirmationTo: 'fixed-address', historyWindowDays: 90, numberStart: 8_100_000 },
  }),
});
export const rossi = buildCustomer(italy);
export const verdi = buildCustomer(italy);
export const dijk = buildCustomer(netherlands);

/** Noon of the day on which these tests play. */
export const noon = '2026-11-20T12:00:00.000Z';

/** A user of Rossi who may read tickets. */
export const member = buildActor({
  kind: 'user',
  customerId: rossi.id,
  branchId: italy.id,
  rights: ['ticket:read'],
});
export const desk = buildActor({
  kind: 'staff',
  customerId: null,
  branchId: italy.id,
  rights: ['ticket:read'],
});

/** Starts service-tickets for the tests of a file; tables are empty before each, and everybody sees all devices. */
export function useServiceTickets() {
  let database: TestDatabase;
  let service: TestService<ServiceTicketsApp>;
  let scope: DeviceScope = { all: true };
  beforeAll(async () => {
    database = await createTestDatabase([serviceTickets]);
    service = await startTestService(database, serviceTickets, {
      clock: fixedClock(noon),
      deviceAccess: { scopeOf: async () => scope },
    });
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });
  beforeEach(async () => {
    scope = { all: true };
    await database.clean();
  });
  return {
    load: (tickets: readonly WorldTicket[]) =>
      service.app.load(
        buildWorld({ branches: [italy, netherlands], customers: [rossi, verdi, dijk], tickets }),
      ),
    /** what fleet answers from now on */
    seeOnly: (...deviceIds: string[]) => {
      scope = { all: false, deviceIds };
    },
    data: <Data>(actor: Actor, document: string, variables?: Record<string, unknown>) =>
      service.data<Data>(actor, document, variables),
    ask: (actor: Actor, document: string, variables?: Record<string, unknown>) =>
      service.ask(actor, document, variables),
    work: () => service.runtime.work,
    admin: () => database.admin,
  };
}
