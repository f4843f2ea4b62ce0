import { type Clock, type Result, err, expectedRange, ok } from '@platen/kernel';
import type { MeterUnit } from '@platen/contracts';
import {
  type Actor,
  type Connection,
  type IdempotencyConflict,
  type Page,
  type Tx,
  type UnitOfWork,
  once,
  system,
  toConnection,
} from '@platen/platform';
import { lockVisibleDevices } from '../devices/lock-devices';
import { pastsOf } from '../hand-ins/counter-pasts';
import { type HandInInput, faultsOfHandIn, toColumns } from '../hand-ins/hand-in-input';
import type { InvalidHandIn } from '../hand-ins/hand-in.errors';
import { type TakenRow, takeReads } from '../hand-ins/take-reads';
import type { ReadingMonths } from '../meter-reads/reading-months';
import type { MeterExpectationRow } from '../meters/meter-expectation.service';
import { hashLinkToken } from './link-token';

/** A link that works. */
interface OpenLink {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly branchCode: string;
  readonly dueOn: string;
  readonly expiresAt: Date;
}

/** A machine of a link, and what its counters are judged by. */
export interface LinkedMachine {
  readonly deviceId: string;
  readonly name: string;
  readonly serialNumber: string;
  readonly siteName: string;
  readonly floor: string | null;
  readonly room: string | null;
  readonly doneAt: Date | null;
  readonly meters: readonly (MeterExpectationRow & { readonly kind: string; readonly unit: MeterUnit })[];
}

export interface LinkedMachines extends OpenLink {
  readonly machines: Connection<LinkedMachine>;
  /** machines of the link that are not done, on whichever page */
  readonly left: number;
}

/** The link is unknown, too old, replaced or used up; nobody is told which. */
export interface MeterLinkGone {
  readonly code: 'METER_LINK_GONE';
}

export interface LinkHandIn {
  readonly idempotencyKey: string;
  readonly token: string;
  readonly rows: Pick<HandInInput['rows'], 'deviceId' | 'kind' | 'value' | 'confirmed'>;
}

/**
 * Counters handed in by a link (threats C24). Nobody is signed in: a look runs as the system actor, scoped by the hash
 * of the token; what is written is written as a guest of the link's organisation, for the machines of the link alone.
 */
export class MeterLinkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly months: ReadingMonths,
  ) {}

  /**
   * The link with a page of its machines by name.
   * @returns null for a link that does not work, whatever the reason
   */
  find(actor: Actor, token: string, page: Page): Promise<LinkedMachines | null> {
    const now = this.clock.now();
    return this.work.read(system(actor.requestId), async (tx) => {
      const link = await findOpen(tx, token, now);
      if (!link) return null;
      const [open] = await tx.query<{ left: number }>(LEFT, [link.id]);
      return { ...link, left: open?.left ?? 0, machines: await machinesOf(tx, link.id, page, now) };
    });
  }

  /** Takes values read now. The link ends with the last of its machines. */
  async handIn(
    actor: Actor,
    { token, idempotencyKey, rows }: LinkHandIn,
  ): Promise<Result<readonly TakenRow[], MeterLinkGone | InvalidHandIn | IdempotencyConflict>> {
    const now = this.clock.now();
    const link = await this.work.write(system(actor.requestId), (tx) => findOpen(tx, token, now));
    if (!link) return err({ code: 'METER_LINK_GONE' });
    const input = { idempotencyKey, rows: { ...rows, readAt: rows.deviceId.map(() => now) } };
    const fields = faultsOfHandIn(input);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    await this.months.ensure([now]);
    const guest = guestOf(actor, link);
    const command = { operation: 'handInByMeterLink', key: `${link.id} ${idempotencyKey}`, input: rows };
    return this.work.write(guest, (tx) =>
      once(tx, guest, command, async () => ok(await handInWith(tx, guest, link, input, now))),
    );
  }
}

/** Row-level security fences him in with the link's organisation. */
function guestOf(actor: Actor, { id, customerId, branchId }: OpenLink): Actor {
  return { ...actor, kind: 'guest', id, customerId, branchId, rights: new Set(), sessionId: null };
}

async function handInWith(
  tx: Tx,
  guest: Actor,
  link: OpenLink,
  input: HandInInput,
  now: Date,
): Promise<readonly TakenRow[]> {
  const columns = toColumns(input);
  // The lock comes first: of two that hand in the last machines at once, the second sees what the first did.
  await tx.query('select from meter_link where id = $1 for no key update', [link.id]);
  const allowed = await tx.query<{ id: string }>(ALLOWED, [link.id, columns.deviceId]);
  const devices = await lockVisibleDevices(
    tx,
    { see: 'customer', customerId: link.customerId },
    allowed.map(({ id }) => id),
  );
  const handing = { by: guest, source: 'link' as const, note: null, allOrNothing: false };
  const taken = await takeReads(tx, handing, devices, columns, now);
  const done = columns.deviceId.filter((_, row) => taken[row]?.handInId);
  await tx.query(DONE, [link.id, done, now]);
  await tx.query(END, [link.id, now]);
  if (done.length > 0)
    tx.audit({
      action: 'meter-reads.handed-in',
      target: { kind: 'meter-link', id: link.id },
      facts: { devices: new Set(done).size, values: done.length },
    });
  return taken;
}

async function findOpen(tx: Tx, token: string, now: Date): Promise<OpenLink | null> {
  const [link] = await tx.query<OpenLink>(OPEN, [hashLinkToken(token), now]);
  return link ?? null;
}

async function machinesOf(tx: Tx, linkId: string, page: Page, now: Date): Promise<Connection<LinkedMachine>> {
  type Row = Omit<LinkedMachine, 'meters'> & { kinds: string[] };
  const found = await tx.query<Row>(MACHINES, [linkId, page.size + 1, ...(page.after ?? [null, null])]);
  const rows = found.slice(0, page.size);
  const asked = rows.flatMap(({ deviceId, kinds }) => kinds.map((kind) => ({ deviceId, kind })));
  const pasts = await pastsOf(
    tx,
    {
      deviceId: asked.map(({ deviceId }) => deviceId),
      kind: asked.map(({ kind }) => kind),
      readAt: asked.map(() => now),
    },
    now,
  );
  const metersOf = (machine: Pick<Row, 'deviceId'>): LinkedMachine['meters'] =>
    asked.flatMap(({ deviceId, kind }, index) => {
      const meter = pasts[index];
      if (deviceId !== machine.deviceId || !meter) return [];
      return [{ kind, unit: meter.unit, past: meter.past, now: expectedRange(meter.past, now) }];
    });
  return toConnection(
    found,
    page,
    ({ kinds: _, ...machine }) => ({ ...machine, meters: metersOf(machine) }),
    ({ name, deviceId }) => [name, deviceId],
  );
}

const OPEN = `
  select l.id, l.customer_id as "customerId", l.branch_id as "branchId", b.code as "branchCode",
    r.due_on::text as "dueOn", l.expires_at as "expiresAt"
  from meter_link l join meter_reminder r on r.id = l.reminder_id join known_branch b on b.id = l.branch_id
  where l.token_hash = $1 and l.revoked_at is null and l.expires_at > $2`;

const MACHINES = `
  select d.id as "deviceId", d.name, d.serial_number as "serialNumber", s.name as "siteName", d.floor, d.room,
    ld.done_at as "doneAt",
    coalesce((select array_agg(m.kind::text order by m.kind) from meter m where m.device_id = d.id), '{total}') as kinds
  from meter_link_device ld join device d on d.id = ld.device_id join site s on s.id = d.site_id
  where ld.link_id = $1 and d.retired_at is null and ($3::text is null or (d.name, d.id) > ($3::text, $4::uuid))
  order by d.name, d.id limit $2`;

const LEFT = `select count(*)::int as left from meter_link_device ld join device d on d.id = ld.device_id
  where ld.link_id = $1 and ld.done_at is null and d.retired_at is null`;

const ALLOWED = `select device_id as id from meter_link_device where link_id = $1 and device_id::text = any($2::text[])`;

const DONE = `update meter_link_device set done_at = coalesce(done_at, $3)
  where link_id = $1 and device_id = any($2::uuid[])`;

const END = `update meter_link l set revoked_at = $2 where l.id = $1 and not exists (
  select from meter_link_device ld join device d on d.id = ld.device_id
  where ld.link_id = l.id and ld.done_at is null and d.retired_at is null)`;
