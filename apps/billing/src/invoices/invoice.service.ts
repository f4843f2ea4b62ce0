import type { Clock } from '@platen/kernel';
import { type Actor, type Page, type Tx, type UnitOfWork, isId, rowsById } from '@platen/platform';
import { noteLook } from './invoice-look';
import { type VisibleInvoices, visibleTo } from './invoice.policy';

/** An invoice as those who may see it see it. */
export interface Invoice {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly number: string;
  /** yyyy-mm-dd */
  readonly issuedOn: string;
  /** yyyy-mm-dd */
  readonly dueOn: string;
  /** minor units of the currency, with VAT */
  readonly totalMinor: string;
  readonly currency: string;
  /** overdue: issued, and its due day is over where the branch is */
  readonly status: 'issued' | 'paid' | 'cancelled' | 'overdue';
}

/** One page of invoices, newest first; `total` is null where counting would cost too much. */
export interface InvoicePage {
  /** one more than the page's size when there is a next page */
  readonly rows: readonly Invoice[];
  readonly total: number | null;
}

/** Beyond this a total is not counted. */
const MAX_COUNTED = 1000;

/** Finds invoices. */
export class InvoiceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Present and past ones (S4). */
  async list(actor: Actor, page: Page): Promise<InvoicePage> {
    const rows = await this.work.read(actor, (tx) =>
      selectPage(tx, visibleTo(actor), page, this.clock.now()),
    );
    await noteLook(this.work, actor, rows.slice(0, page.size));
    const counted = rows[0]?.counted ?? (page.after ? null : 0);
    return { rows, total: counted !== null && counted > MAX_COUNTED ? null : counted };
  }

  /** In the order of the ids, null for one that the actor may not see as for one that does not exist (C6). */
  async findByIds(actor: Actor, ids: readonly string[]): Promise<(Invoice | null)[]> {
    const { column, is } = visibleTo(actor);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<Invoice>(
        `select ${columnsAt('$3')} ${FROM} where invoice.${column} = $1 and invoice.id = any($2::uuid[])`,
        [is, ids.filter(isId), this.clock.now()],
      ),
    );
    await noteLook(this.work, actor, rows);
    return rowsById(ids, rows);
  }
}

function selectPage(
  tx: Tx,
  { column, is }: VisibleInvoices,
  page: Page,
  now: Date,
): Promise<(Invoice & { counted: number })[]> {
  const [issuedOn, id] = page.after ?? [null, null];
  const after = page.after
    ? '(invoice.issued_on, invoice.id) < ($2::date, $3::uuid)'
    : '$2::date is null and $3::uuid is null';
  return tx.query(
    `select ${columnsAt('$5')},
            (select count(*)::int from (select from invoice where ${column} = $1 limit ${MAX_COUNTED + 1}) c) as counted
     ${FROM}
     where invoice.${column} = $1 and ${after}
     order by invoice.issued_on desc, invoice.id desc limit $4`,
    [is, issuedOn, id, page.size + 1, now],
  );
}

const FROM = 'from invoice left join known_branch branch on branch.id = invoice.branch_id';

/** A branch that billing has not heard of yet counts its days in UTC. */
function columnsAt(now: string): string {
  const today = `(${now}::timestamptz at time zone coalesce(branch.settings->>'timeZone', 'UTC'))::date`;
  return `invoice.id, invoice.customer_id as "customerId", invoice.branch_id as "branchId", invoice.number, invoice.issued_on::text as "issuedOn", invoice.due_on::text as "dueOn",
    invoice.total_minor::text as "totalMinor", invoice.currency,
    case when invoice.status = 'issued' and invoice.due_on < ${today} then 'overdue' else invoice.status end as status`;
}
