import { type Clock, type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type Connection,
  type Page,
  type UnitOfWork,
  isId,
  toConnection,
} from '@platen/platform';

/** A machine that a collector found and nobody registered. */
export interface UnknownDeviceRow {
  readonly id: string;
  readonly customerId: string | null;
  readonly serialNumber: string | null;
  readonly address: string;
  readonly maker: string | null;
  readonly model: string | null;
  readonly name: string | null;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly dismissedAt: Date | null;
}

/** No such machine among those found where the actor may look. */
export interface UnknownDeviceNotFound {
  readonly code: 'UNKNOWN_DEVICE_NOT_FOUND';
}

const COLUMNS = `u.id, u.customer_id as "customerId", u.serial_number as "serialNumber", u.address, u.maker, u.model,
  u.name, u.first_seen_at as "firstSeenAt", u.last_seen_at as "lastSeenAt", u.dismissed_at as "dismissedAt"`;

/** Where the actor may look: a customer's people into what was found in their own organisation, staff into their branch. */
const SEEN = '(u.branch_id = $1::uuid and ($2::uuid is null or u.customer_id = $2::uuid))';

/** Machines nobody knows: a person decides what becomes of each. */
export class UnknownDeviceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One page, those heard of last first. @param dismissed  true: what was put aside, instead of what is open */
  async list(actor: Actor, dismissed: boolean, page: Page): Promise<Connection<UnknownDeviceRow>> {
    if (!maySee(actor)) return toConnection([], page, noRow, noRow);
    const [seenAt = null, id = null] = page.after ?? [];
    const rows = await this.work.read(actor, (tx) =>
      tx.query<UnknownDeviceRow>(
        `select ${COLUMNS} from unknown_device u
         where ${SEEN} and (u.dismissed_at is not null) = $3::boolean
           and ($5::timestamptz is null or (u.last_seen_at, u.id) < ($5::timestamptz, $6::uuid))
         order by u.last_seen_at desc, u.id desc limit $4`,
        [actor.branchId, actor.customerId, dismissed, page.size + 1, seenAt, id],
      ),
    );
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.lastSeenAt.toISOString(), row.id],
    );
  }

  async find(actor: Actor, id: string): Promise<UnknownDeviceRow | null> {
    if (!isId(id) || !maySee(actor)) return null;
    const [row] = await this.work.read(actor, (tx) =>
      tx.query<UnknownDeviceRow>(`select ${COLUMNS} from unknown_device u where ${SEEN} and u.id = $3`, [
        actor.branchId,
        actor.customerId,
        id,
      ]),
    );
    return row ?? null;
  }

  /** Puts one aside, or takes it back: it is heard of further, and asks nobody any more. */
  setDismissed(
    actor: Actor,
    id: string,
    dismissed: boolean,
  ): Promise<Result<UnknownDeviceRow, UnknownDeviceNotFound>> {
    return this.work.write(actor, async (tx): Promise<Result<UnknownDeviceRow, UnknownDeviceNotFound>> => {
      if (!isId(id) || !maySee(actor)) return err({ code: 'UNKNOWN_DEVICE_NOT_FOUND' });
      const [row] = await tx.query<UnknownDeviceRow>(
        `update unknown_device u set dismissed_at = case when $4::boolean then coalesce(u.dismissed_at, $5) end
         where ${SEEN} and u.id = $3 returning ${COLUMNS}`,
        [actor.branchId, actor.customerId, id, dismissed, this.clock.now()],
      );
      return row ? ok(row) : err({ code: 'UNKNOWN_DEVICE_NOT_FOUND' });
    });
  }
}

/** Who is neither of a customer nor of the staff looks nowhere; nor does who sees only some machines. */
function maySee({ kind, branchId, customerId, rights }: Actor): boolean {
  if (!branchId) return false;
  if (kind === 'staff') return customerId === null;
  return kind === 'user' && customerId !== null && rights.has('device:all');
}

const noRow = (row: never): never => row;
