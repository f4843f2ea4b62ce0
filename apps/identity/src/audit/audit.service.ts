import { type Actor, type Page, type Tx, type UnitOfWork, isId } from '@platen/platform';
import { auditCsv } from './audit-csv';
import { type AuditNames, namesIn } from './audit-names';
import { type AuditEntryRow, type AuditFilter, FIND, LIST, filterParameters } from './audit-query';
import { visibleTo } from './audit.policy';
import { type ChainVerdict, verifyChain } from './verify-chain';

/** Some entries and the names that they mention. */
export interface NamedEntries {
  readonly rows: readonly AuditEntryRow[];
  readonly names: AuditNames;
}

/** What a spreadsheet gets. */
export interface AuditExport {
  readonly csv: string;
  readonly rows: number;
  /** true when there are more entries than one file may hold: narrow the dates */
  readonly cut: boolean;
}

/** Most entries of one file; a page's walk looks at as many of the newest as take it well under a second. */
const MOST_EXPORTED = 10_000;
const MOST_VERIFIED = 5000;

/** Reads the audit log, and says whether it is whole. */
export class AuditService {
  constructor(private readonly work: UnitOfWork) {}

  /** Newest first; one row more than the page's size when there is a next page. */
  list(actor: Actor, filter: AuditFilter, page: Page): Promise<NamedEntries> {
    return this.work.read(actor, (tx) => select(tx, actor, filter, page.after, page.size + 1));
  }

  /** Null for an unknown id as for an entry of somebody else (C6). */
  async find(actor: Actor, id: string): Promise<NamedEntries | null> {
    if (!isId(id)) return null;
    const { column, is } = visibleTo(actor);
    return this.work.read(actor, async (tx) => {
      const rows = await tx.query<AuditEntryRow>(FIND[column], [is, id]);
      return rows.length === 0 ? null : { rows, names: await namesIn(tx, rows) };
    });
  }

  /** The same entries as the list, at most 10,000, as CSV; that somebody took them away is an entry itself. */
  export(actor: Actor, filter: AuditFilter): Promise<AuditExport> {
    return this.work.write(actor, async (tx) => {
      const { rows, names } = await select(tx, actor, filter, null, MOST_EXPORTED + 1);
      const kept = rows.slice(0, MOST_EXPORTED);
      tx.audit({ action: 'audit.exported', facts: { entries: kept.length } });
      return { csv: auditCsv(kept, names), rows: kept.length, cut: rows.length > kept.length };
    });
  }

  /**
   * Walks the newest 5,000 entries of a chain; the command line walks whole chains.
   * @param customerId  for staff: the chain of this customer in place of the branch's own
   * @returns null when nothing was ever recorded there, or the customer is not the actor's
   */
  async verify(actor: Actor, customerId: string | null): Promise<ChainVerdict | null> {
    const { column, is } = visibleTo(actor);
    const chainId = column === 'branch_id' ? (customerId ?? is) : is;
    if (chainId === null || !isId(chainId)) return null;
    // Row-level security hides chains of others; the walk itself runs as who asks.
    return this.work.read(actor, (tx) =>
      verifyChain((sql, parameters) => tx.query(sql, parameters), chainId, MOST_VERIFIED),
    );
  }
}

async function select(
  tx: Tx,
  actor: Actor,
  filter: AuditFilter,
  after: readonly string[] | null,
  limit: number,
): Promise<NamedEntries> {
  const [occurredAt, id] = after ?? [null, null];
  const { column } = visibleTo(actor);
  const rows = await tx.query<AuditEntryRow>(LIST[column], [
    ...filterParameters(actor, filter),
    occurredAt,
    id,
    limit,
  ]);
  return { rows, names: await namesIn(tx, rows) };
}
