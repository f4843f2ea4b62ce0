import {
  type Actor,
  type DeviceAccess,
  type DeviceScope,
  type Page,
  type Tx,
  type UnitOfWork,
  isId,
  rowsById,
} from '@platen/platform';
import { type VisibleTickets, visibleTo } from './service-ticket.policy';
import type { TicketStatus } from './ticket-status';

/** A service ticket as those who may see it see it. */
export interface ServiceTicket {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly openedAt: Date;
  readonly deviceId: string | null;
}

/** What a list of tickets is narrowed to; null: not narrowed. */
export interface TicketFilter {
  readonly deviceId: string | null;
  readonly open: boolean | null;
}

/** One page of tickets, newest first; `total` is null where counting would cost too much. */
export interface TicketPage {
  /** one more than the page's size when there is a next page */
  readonly rows: readonly ServiceTicket[];
  readonly total: number | null;
}

/** Beyond this a total is not counted. */
const MAX_COUNTED = 1000;

/** Finds service tickets. */
export class ServiceTicketService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deviceAccess: DeviceAccess,
  ) {}

  /** Tickets of the devices that the actor sees, newest first; those of no device for who sees every device. */
  async list(actor: Actor, page: Page, filter: TicketFilter): Promise<TicketPage> {
    if (filter.deviceId !== null && !isId(filter.deviceId)) return { rows: [], total: 0 };
    const scope = await this.deviceAccess.scopeOf(actor);
    const rows = await this.work.read(actor, (tx) => selectPage(tx, visibleTo(actor), scope, page, filter));
    const counted = rows[0]?.counted ?? (page.after ? null : 0);
    return { rows, total: counted !== null && counted > MAX_COUNTED ? null : counted };
  }

  /** In the order of the ids, null for one that the actor may not see as for one that does not exist (C6). */
  async findByIds(actor: Actor, ids: readonly string[]): Promise<(ServiceTicket | null)[]> {
    const scope = await this.deviceAccess.scopeOf(actor);
    const { column, is } = visibleTo(actor);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<ServiceTicket>(
        `select ${COLUMNS} from service_ticket where ${column} = $1 and ${seen(scope, 2)} and id = any($3::uuid[])`,
        [is, seenIds(scope), ids.filter(isId)],
      ),
    );
    return rowsById(ids, rows);
  }

  /** Open tickets of each device, newest first, by one statement; none for a device that the actor does not see. */
  async findOpenOfDevices(actor: Actor, deviceIds: readonly string[]): Promise<ServiceTicket[][]> {
    const scope = await this.deviceAccess.scopeOf(actor);
    const { column, is } = visibleTo(actor);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<ServiceTicket>(
        `select ${COLUMNS} from service_ticket
         where ${column} = $1 and ${seen(scope, 2)} and device_id = any($3::uuid[]) and open
         order by opened_at desc, id desc`,
        [is, seenIds(scope), deviceIds.filter(isId)],
      ),
    );
    return deviceIds.map((id) => rows.filter((row) => row.deviceId === id.toLowerCase()));
  }
}

const COLUMNS = `id, number, subject, status, opened_at as "openedAt", device_id as "deviceId"`;

/** Every text below names every parameter, so that one list of values fits; what is not asked for is just null. */
function selectPage(
  tx: Tx,
  { column, is }: VisibleTickets,
  scope: DeviceScope,
  page: Page,
  filter: TicketFilter,
): Promise<(ServiceTicket & { counted: number })[]> {
  const matching = [
    `${column} = $1`,
    seen(scope, 2),
    filter.deviceId === null ? '$3::uuid is null' : 'device_id = $3::uuid',
    filter.open === null ? '$4::boolean is null' : 'open = $4::boolean',
  ].join(' and ');
  const [openedAt, id] = page.after ?? [null, null];
  const after = page.after
    ? '(opened_at, id) < ($5::timestamptz, $6::uuid)'
    : '$5::timestamptz is null and $6::uuid is null';
  return tx.query(
    `select ${COLUMNS},
            (select count(*)::int from (
               select from service_ticket where ${matching} limit ${MAX_COUNTED + 1}) c) as counted
     from service_ticket
     where ${matching} and ${after}
     order by opened_at desc, id desc limit $7`,
    [is, seenIds(scope), filter.deviceId, filter.open, openedAt, id, page.size + 1],
  );
}

/** The condition for the devices an actor sees; its parameter is `seenIds`. */
function seen(scope: DeviceScope, parameter: number): string {
  return scope.all ? `$${parameter}::uuid[] is null` : `device_id = any($${parameter}::uuid[])`;
}

function seenIds(scope: DeviceScope): readonly string[] | null {
  return scope.all ? null : scope.deviceIds;
}
