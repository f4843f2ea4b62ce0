import { collectorChanged } from '@platen/contracts';
import { type Clock, type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type Connection,
  type IdempotencyConflict,
  type Page,
  type Tx,
  type UnitOfWork,
  containing,
  isId,
  once,
  rowsById,
  toConnection,
} from '@platen/platform';
import { type CollectorWish, faultsOf, keyFaults, tidied } from './collector-input';
import type { CollectorNotFound, CollectorSiteNotFound, InvalidCollector } from './collector.errors';
import { managedBy } from './collector.policy';
import { COLUMNS, type CollectorRow, type CollectorState, stateOf } from './collector.row';

/** What a list of collectors is narrowed to; null for all. */
export interface CollectorFilter {
  readonly search: string | null;
  readonly state: CollectorState | null;
}

/** Collectors as those who look after them see and set them up (R65). */
export class CollectorService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One page by name. */
  async list(actor: Actor, filter: CollectorFilter, page: Page): Promise<Connection<CollectorRow>> {
    const { column, is } = managedBy(actor);
    const [afterName, afterId] = page.after ?? [null, null];
    const search = filter.search ? containing(filter.search) : null;
    const rows = await this.work.read(actor, (tx) =>
      tx.query<CollectorRow>(LIST[column], [
        ...[this.clock.now(), is, page.size + 1, search, filter.state],
        ...[afterName, afterId],
      ]),
    );
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.name, row.id],
    );
  }

  /** These in the order asked for; null for each that is unknown or not the actor's to look after. */
  async findMany(actor: Actor, ids: readonly string[]): Promise<(CollectorRow | null)[]> {
    const { column, is } = managedBy(actor);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<CollectorRow>(FIND[column], [this.clock.now(), is, ids.filter(isId)]),
    );
    return rowsById(ids, rows);
  }

  /** Sets a collector up at a site, whose customer it belongs to. Identity hears of it and can give it a code. */
  create(
    actor: Actor,
    idempotencyKey: string,
    asked: CollectorWish,
  ): Promise<
    Result<{ readonly collectorId: string }, InvalidCollector | CollectorSiteNotFound | IdempotencyConflict>
  > {
    const wish = tidied(asked);
    const fields = [...keyFaults(idempotencyKey), ...faultsOf(wish)];
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    const command = { operation: 'createCollector', key: idempotencyKey, input: asked };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<Result<{ collectorId: string }, CollectorSiteNotFound>> => {
        const site = await siteOf(tx, actor, wish.siteId);
        if (!site) return err({ code: 'SITE_NOT_FOUND' });
        const [made] = await tx.query<Changed>(INSERT, [
          ...[site.customerId, site.branchId, ...settingsOf(wish), this.clock.now()],
        ]);
        if (!made) throw new Error('A collector was not written.');
        tell(tx, made, 'created');
        return ok({ collectorId: made.id });
      }),
    );
  }

  /** Its name, place and what it reads; it hears of it at its next round. */
  update(
    actor: Actor,
    collectorId: string,
    asked: CollectorWish,
  ): Promise<Result<undefined, InvalidCollector | CollectorNotFound | CollectorSiteNotFound>> {
    const wish = tidied(asked);
    const fields = faultsOf(wish);
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    return this.work.write(actor, async (tx) => {
      const { column, is } = managedBy(actor);
      const known = isId(collectorId) ? await tx.query<Owner>(LOCK[column], [collectorId, is]) : [];
      const [owner] = known;
      if (!owner) return err({ code: 'COLLECTOR_NOT_FOUND' });
      const site = await siteOf(tx, actor, wish.siteId);
      if (site?.customerId !== owner.customerId) return err({ code: 'SITE_NOT_FOUND' });
      const [changed] = await tx.query<Changed>(UPDATE, [collectorId, ...settingsOf(wish)]);
      if (!changed) throw new Error('A collector is gone while its row is locked.');
      tell(tx, changed, 'settings');
      return ok(undefined);
    });
  }
}

interface Owner {
  readonly customerId: string;
  readonly branchId: string;
}

/** A collector as the others hear of it. */
export interface Changed extends Owner {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

function tell(tx: Tx, collector: Changed, change: 'created' | 'settings'): void {
  const { id, customerId, branchId, name, version } = collector;
  tx.emit(collectorChanged, { collectorId: id, customerId, branchId, name, version });
  const of = { customerId, branchId };
  tx.audit({ action: 'collector.changed', target: { kind: 'collector', id }, facts: { change }, of });
}

async function siteOf(tx: Tx, actor: Actor, siteId: string): Promise<Owner | null> {
  if (!isId(siteId)) return null;
  const { column, is } = managedBy(actor);
  const [site] = await tx.query<Owner>(SITE[column], [siteId, is]);
  return site ?? null;
}

const settingsOf = (wish: CollectorWish) => [
  wish.siteId,
  wish.name,
  wish.ranges,
  wish.excludeAddresses,
  wish.excludeModels,
  wish.excludeSerials,
  wish.intervalSeconds,
];

type Column = 'customer_id' | 'branch_id';
/** One text for each side of the counter, so that both are prepared once. */
const both = (text: (column: Column) => string) =>
  ({ customer_id: text('customer_id'), branch_id: text('branch_id') }) as const;

const LIST = both(
  (column) => `
  select ${COLUMNS} from collector c
  where c.${column} = $2 and ($4::text is null or c.name ilike $4) and ($5::text is null or ${stateOf('$1')} = $5)
    and ($6::text is null or (c.name, c.id) > ($6::text, $7::uuid))
  order by c.name, c.id limit $3`,
);

const FIND = both(
  (column) => `select ${COLUMNS} from collector c where c.${column} = $2 and c.id = any($3::uuid[])`,
);

const LOCK = both(
  (column) => `
  select customer_id as "customerId", branch_id as "branchId" from collector
  where id = $1 and ${column} = $2 for no key update`,
);

const SITE = both(
  (column) =>
    `select customer_id as "customerId", branch_id as "branchId" from site where id = $1 and ${column} = $2`,
);

/** What an insert or update of a collector answers with. */
export const CHANGED = `id, customer_id as "customerId", branch_id as "branchId", name, version`;

const INSERT = `
  insert into collector (customer_id, branch_id, site_id, name, ranges, exclude_addresses, exclude_models,
    exclude_serials, interval_seconds, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${CHANGED}`;

const UPDATE = `
  update collector set site_id = $2, name = $3, ranges = $4, exclude_addresses = $5, exclude_models = $6,
    exclude_serials = $7, interval_seconds = $8, version = version + 1
  where id = $1 returning ${CHANGED}`;
