import type { Clock } from '@platen/kernel';
import type { Actor, UnitOfWork } from '@platen/platform';
import { type Result, err, ok } from '@platen/kernel';
import { isId } from '@platen/platform';
import { type DeviceSighting, type Replay, replay } from '@platen/replenishment';
import { grouped } from '../orders/grouped';
import type { InvalidInput } from '../input-faults';
import { leadTimesFor } from './evaluation';
import { type KnownReplenishment, replenishmentOf } from './known-replenishment';
import { activityCalendarOf, localDayOf } from './place-calendar';
import { supplyFactsOf } from './rated-yields';
import { type StoredSettings, planSettingsOf, settingsForSite } from './replenishment-settings';
import { replenishmentBranchOf } from './replenishment.policy';
import { settingsFaults } from './settings-input';
import type { SuppliedPlace } from './supply-ledger';

/** What is lived through again, and under which settings. */
export interface SimulationRequest {
  readonly settings: StoredSettings;
  /** only this organisation's machines, or this one machine; null: a sample of the branch's */
  readonly customerId: string | null;
  readonly deviceId: string | null;
  readonly days: number;
}

/** What settings would have led to. */
export interface Outcome {
  readonly orders: number;
  readonly emptyDays: number;
  /** mean; null where no spare was put in */
  readonly spareWaitDays: number | null;
  /** the first of them, oldest first */
  readonly placed: readonly { readonly deviceId: string; readonly slot: string; readonly on: string }[];
}

export interface Simulation {
  readonly devices: number;
  readonly supplies: number;
  readonly present: Outcome;
  readonly proposed: Outcome;
}

/** Machines that are lived through: their days are work for this process, while others wait for answers. */
export const MOST_SIMULATED = 8;
export const MOST_SIMULATED_DAYS = 180;
const FEWEST_SIMULATED_DAYS = 7;
const MOST_PLACED = 100;

const SAMPLE = `
  select d.id, d.branch_id as "branchId", d.model, d.site->>'siteId' as "siteId" from known_device d
  where d.branch_id = $1 and ($2::uuid is null or d.customer_id = $2) and ($3::uuid is null or d.id = $3)
    and d.monitored and d.active
    and exists (select 1 from device_day y where y.device_id = d.id and y.read_on > $4::date - $5::int)
  order by md5(d.id::text) limit ${MOST_SIMULATED}`;

const DAYS = `
  select device_id as "deviceId", sighting from device_day
  where device_id = any($1::uuid[]) and read_on > $2::date - $3::int order by device_id, read_on`;

const PLACES = `
  select id, customer_id as "customerId", branch_id as "branchId", device_id as "deviceId", slot, kind, color, class
  from known_supply where device_id = any($1::uuid[]) and kind = any($2::text[]) order by device_id, id`;

interface SampledDevice {
  readonly id: string;
  readonly branchId: string;
  readonly model: string;
  readonly siteId: string;
}

interface History {
  readonly device: SampledDevice;
  readonly sightings: readonly DeviceSighting[];
  readonly places: readonly SuppliedPlace[];
  readonly facts: Awaited<ReturnType<typeof supplyFactsOf>>;
}

/** Lives through the past of machines again under other settings, before a branch puts them into force. */
export class SimulationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Nothing is changed or ordered. A branch is judged by a sample of its machines, the same each time. */
  async simulate(actor: Actor, request: SimulationRequest): Promise<Result<Simulation, InvalidInput>> {
    const faults = settingsFaults(request.settings);
    if (
      !Number.isInteger(request.days) ||
      request.days < FEWEST_SIMULATED_DAYS ||
      request.days > MOST_SIMULATED_DAYS
    )
      faults.push({
        path: 'days',
        problem: 'numberRange',
        values: { min: FEWEST_SIMULATED_DAYS, max: MOST_SIMULATED_DAYS },
      });
    if (faults.length > 0) return err({ code: 'INVALID_INPUT', fields: faults });
    const branchId = replenishmentBranchOf(actor);
    const ids = [request.customerId, request.deviceId];
    if (!branchId || ids.some((id) => id !== null && !isId(id)))
      return ok({ devices: 0, supplies: 0, present: nothing, proposed: nothing });
    const { known, histories } = await this.read(actor, branchId, request);
    const supplies = histories.reduce((sum, { places }) => sum + places.length, 0);
    const present = await outcomeOf(histories, known, known.settings);
    const proposed = await outcomeOf(histories, known, request.settings);
    return ok({ devices: histories.length, supplies, present, proposed });
  }

  private read(
    actor: Actor,
    branchId: string,
    { customerId, deviceId, days, settings }: SimulationRequest,
  ): Promise<{ known: KnownReplenishment; histories: History[] }> {
    const now = this.clock.now();
    return this.work.read(actor, async (tx) => {
      const known = await replenishmentOf(tx, branchId);
      const kinds = [...new Set([...known.settings.kinds, ...settings.kinds])];
      const devices = await tx.query<SampledDevice & Record<string, unknown>>(SAMPLE, [
        ...[branchId, customerId, deviceId, now, days],
      ]);
      const deviceIds = devices.map(({ id }) => id);
      const told = grouped(
        await tx.query<{ deviceId: string; sighting: DeviceSighting }>(DAYS, [deviceIds, now, days]),
        (row) => row.deviceId,
      );
      const places = grouped(
        await tx.query<SuppliedPlace & Record<string, unknown>>(PLACES, [deviceIds, kinds]),
        (row) => row.deviceId,
      );
      const histories: History[] = [];
      for (const device of devices) {
        const own = places.get(device.id) ?? [];
        const facts = await supplyFactsOf(tx, device, own);
        const sightings = (told.get(device.id) ?? []).map(({ sighting }) => sighting);
        histories.push({ device, places: own, facts, sightings });
      }
      return { known, histories };
    });
  }
}

const nothing: Outcome = { orders: 0, emptyDays: 0, spareWaitDays: null, placed: [] };

async function outcomeOf(
  histories: readonly History[],
  { branch, season, leadDays }: KnownReplenishment,
  settings: StoredSettings,
): Promise<Outcome> {
  const placed: Outcome['placed'][number][] = [];
  const waits: number[] = [];
  let emptyDays = 0;
  for (const { device, sightings, places, facts } of histories) {
    // Between two machines others have their turn.
    await new Promise((resume) => setImmediate(resume));
    const own = settingsForSite(settings, device.siteId, branch.ordering.reorderPercent);
    const covered = new Set(places.filter(({ kind }) => own.kinds.includes(kind)).map(({ id }) => id));
    const lived: Replay = replay(
      sightings.map((sighting) => ({
        ...sighting,
        supplies: sighting.supplies.filter(({ supplyId }) => covered.has(supplyId)),
      })),
      {
        facts,
        calendar: activityCalendarOf(branch, season),
        leadTimes: leadTimesFor(branch, leadDays),
        settings: planSettingsOf(own),
      },
    );
    emptyDays += lived.emptyDays;
    waits.push(...lived.spareWaits);
    for (const { supplyId, on } of lived.orders) {
      const slot = places.find(({ id }) => id === supplyId)?.slot ?? '';
      placed.push({ deviceId: device.id, slot, on: localDayOf(on) });
    }
  }
  const total = waits.reduce((sum, wait) => sum + wait, 0);
  return {
    orders: placed.length,
    emptyDays,
    spareWaitDays: waits.length === 0 ? null : Math.round((total / waits.length) * 10) / 10,
    placed: placed.toSorted((a, b) => a.on.localeCompare(b.on)).slice(0, MOST_PLACED),
  };
}
