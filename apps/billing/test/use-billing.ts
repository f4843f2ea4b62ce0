import type { WorldInvoice } from '@platen/contracts';
import { fixedClock } from '@platen/kernel';
import type { Actor } from '@platen/platform';
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
import { type BillingApp, billing } from '../src/index';

export const italy = buildBranch({ settings: buildSettings({ invoiceNumberStart: 500 }) });
export const netherlands = buildBranch({
  code: 'NL',
  settings: buildSettings({ invoiceNumberStart: 90_000, currency: 'JPY', timeZone: 'UTC' }),
});
export const rossi = buildCustomer(italy);
export const verdi = buildCustomer(italy);
export const dijk = buildCustomer(netherlands);

/** Half past midnight of the 21st in Italy, still the 20th in UTC. */
export const lateEvening = '2026-11-20T23:30:00.000Z';

/** A user of Rossi who may read invoices. */
export const clerk = buildActor({
  kind: 'user',
  customerId: rossi.id,
  branchId: italy.id,
  rights: ['invoice:read'],
});
export const finance = buildActor({
  kind: 'staff',
  customerId: null,
  branchId: italy.id,
  rights: ['invoice:read'],
});

interface Look {
  readonly action: string;
  readonly customerId: string;
  readonly facts: { readonly invoices: readonly string[] };
}

/** Starts billing for the tests of a file; tables are empty before each but for what is known of the branches. */
export function useBilling() {
  let database: TestDatabase;
  let service: TestService<BillingApp>;
  beforeAll(async () => {
    database = await createTestDatabase([billing]);
    service = await startTestService(database, billing, { clock: fixedClock(lateEvening) });
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });
  beforeEach(async () => {
    await database.clean();
    for (const { id, code, settings } of [italy, netherlands]) {
      await database.admin.query(
        'insert into billing.known_branch (id, code, version, settings) values ($1, $2, 1, $3)',
        [id, code, settings],
      );
    }
  });
  return {
    load: (invoices: readonly WorldInvoice[]) =>
      service.app.load(
        buildWorld({ branches: [italy, netherlands], customers: [rossi, verdi, dijk], invoices }),
      ),
    data: <Data>(actor: Actor, document: string, variables?: Record<string, unknown>) =>
      service.data<Data>(actor, document, variables),
    ask: (actor: Actor, document: string, variables?: Record<string, unknown>) =>
      service.ask(actor, document, variables),
    /** entries that the audit log is told of, oldest first */
    looks: async () => {
      const { rows } = await database.admin.query<{ payload: Look }>(
        `select payload from billing.outbox where name = 'platform.audit-entry.recorded.v1' order by id`,
      );
      return rows.map(({ payload }) => payload);
    },
    work: () => service.runtime.work,
    admin: () => database.admin,
  };
}
