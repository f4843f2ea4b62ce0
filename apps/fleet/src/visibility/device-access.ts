import type { Actor, DeviceAccess, DeviceScope, UnitOfWork } from '@platen/platform';
import { visibilityOf } from './visibility.policy';
import { assignedTo } from './visible-devices.sql';

/** How long an answer may be used again: a device taken away is gone after this (threats C5). */
const CACHE_MS = 1000;
/** More users than this asking within a second: the cache starts afresh instead of growing. */
const CACHE_SIZE = 10_000;

interface CachedScope {
  readonly until: number;
  readonly scope: Promise<DeviceScope>;
}

/** Answers the other services' question who sees which device: assignments, asked at most once a second per user. */
export class FleetDeviceAccess implements DeviceAccess {
  private readonly cached = new Map<string, CachedScope>();

  /** @param elapsedMs  monotonic time in milliseconds */
  constructor(
    private readonly work: UnitOfWork,
    private readonly elapsedMs: () => number = () => performance.now(),
  ) {}

  async scopeOf(actor: Actor): Promise<DeviceScope> {
    const visibility = visibilityOf(actor);
    if (visibility.see === 'nothing') return { all: false, deviceIds: [] };
    if (visibility.see !== 'assigned') return { all: true };
    const key = `${visibility.customerId} ${visibility.userId}`;
    const known = this.cached.get(key);
    if (known && known.until > this.elapsedMs()) return known.scope;
    if (this.cached.size >= CACHE_SIZE) this.cached.clear();
    const scope = this.assignedTo(actor, visibility.userId);
    this.cached.set(key, { until: this.elapsedMs() + CACHE_MS, scope });
    // A failure is the caller's to see, and must not be the answer of the next second.
    scope.catch(() => this.cached.delete(key));
    return scope;
  }

  /** After a change of assignments: this process answers anew at the next request, others within the second. */
  forget(): void {
    this.cached.clear();
  }

  private async assignedTo(actor: Actor, userId: string): Promise<DeviceScope> {
    const rows = await this.work.read(actor, (tx) =>
      tx.query<{ device_id: string }>(ASSIGNED, [userId, actor.customerId]),
    );
    return { all: false, deviceIds: rows.map((row) => row.device_id) };
  }
}

const ASSIGNED = `select distinct device_id from (${assignedTo('$1::uuid', '$2::uuid')}) given`;
