import { getMetadataStorage } from 'type-graphql';
import { rootFieldsWithoutRule, tenancyProblems } from '@platen/testing';
import { buildInvoice } from '../test/factories';
import { clerk, dijk, finance, rossi, useBilling, verdi } from '../test/use-billing';
import { billing } from './index';
import { MoneyType } from './invoices/money.type';

const { load, work, admin } = useBilling();

describe('billing as a service', () => {
  test('C1 every root field has a rule', () => {
    expect(rootFieldsWithoutRule(billing)).toEqual([]);
  });

  test('R26 S3 money stands on invoices and nowhere else, and nothing but invoices is asked for', () => {
    const storage = getMetadataStorage();
    const withMoney = storage.fields.filter((field) => field.getType?.() === MoneyType);
    expect(withMoney.map((field) => field.target.name)).toEqual(['InvoiceType']);
    expect(storage.queries.map((query) => query.schemaName)).toEqual(['invoices']);
    expect(storage.mutations).toEqual([]);
  });

  test('C2 every table carries customer_id or is listed with its reason', async () => {
    const withoutTenant = { invoice_number: 'a counter of the branch' };
    expect(await tenancyProblems(admin(), 'billing', withoutTenant)).toEqual([]);
  });

  test('C2 a query without a filter finds the rows of the own tenant only', async () => {
    await load([buildInvoice(rossi), buildInvoice(verdi), buildInvoice(dijk)]);
    const seenBy = (actor: typeof clerk) =>
      work().read(actor, async (tx) => (await tx.query('select customer_id from invoice')).length);
    expect(await seenBy(clerk)).toBe(1);
    expect(await seenBy(finance)).toBe(2);
    expect(await seenBy({ ...clerk, customerId: null })).toBe(0);
  });

  describe('loading a world', () => {
    const stored = async () =>
      (
        await admin().query(
          `select number, issued_on::text, due_on::text, total_minor, currency, status from billing.invoice order by number`,
        )
      ).rows;

    test("numbers run per branch without gaps in the order of issue, days are the branch's", async () => {
      await load([
        buildInvoice(rossi, { totalMinor: 100 }),
        buildInvoice(verdi, { issuedDaysAgo: 91, status: 'overdue', totalMinor: 9_007_199_254_740_991 }),
        buildInvoice(dijk, { status: 'paid', totalMinor: 1842 }),
      ]);
      expect(await stored()).toEqual([
        {
          number: '500',
          issued_on: '2026-08-22',
          due_on: '2026-09-21',
          total_minor: '9007199254740991',
          currency: 'EUR',
          status: 'issued',
        },
        {
          number: '501',
          issued_on: '2026-11-21',
          due_on: '2026-12-21',
          total_minor: '100',
          currency: 'EUR',
          status: 'issued',
        },
        {
          number: '90000',
          issued_on: '2026-11-20',
          due_on: '2026-12-20',
          total_minor: '1842',
          currency: 'JPY',
          status: 'paid',
        },
      ]);
    });

    test('a second time changes nothing and takes no number', async () => {
      const invoice = buildInvoice(rossi);
      await load([invoice]);
      await load([invoice, buildInvoice(rossi)]);
      expect((await stored()).map((row) => row.number)).toEqual(['500', '501']);
    });
  });
});
