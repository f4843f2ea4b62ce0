import type { ActivityCalendar, Day } from '../calendar/activity-calendar';
import type { SupplyEstimate } from '../estimate/supply-state';
import { type LedgerEvent, type LedgerState, afterEvent, isUnderWay } from '../ledger';
import { type LeadTimes, arrivedWithin } from './lead-time';

/** One cartridge on its way, whoever sent it: the engine, a person, the help desk, an engineer's van. */
export interface OrderedUnit {
  readonly orderId: string;
  readonly placedOn: Day;
  /** sent because somebody had run out: it comes faster and is put in at once */
  readonly emergency: boolean;
  readonly shippedOn: Day | null;
  readonly deliveredOn: Day | null;
  readonly lostOn: Day | null;
  readonly returnedOn: Day | null;
  readonly cancelledOn: Day | null;
}

/** Where one ordered cartridge is believed to be. */
export interface UnitState {
  readonly orderId: string;
  readonly state: LedgerState;
  /** day of the last change of state */
  readonly since: Day;
  /** nobody reported the delivery: it is supposed because the time is up, or because it was put in */
  readonly supposed: boolean;
}

/** What lies beside a device or is on its way to it, for one supply. */
export interface SupplyStock {
  readonly state: LedgerState;
  readonly units: readonly UnitState[];
}

/** Share of deliveries after which one that nobody reported is supposed to be on site. */
const NORMAL_SHARE = 0.995;
/** Business days after which even an emergency is no longer waited for. */
const EMERGENCY_WINDOW = 5;
/** Reports of losses come days after the parcel is missed. */
const LOSS_REPORTED_AFTER = 4;

type Happening = { readonly day: Day; readonly rank: number } & (
  | { readonly event: LedgerEvent; readonly unit: Unit; readonly supposed?: true }
  | { readonly event: 'swap' | 'dry' }
);

interface Unit {
  readonly order: OrderedUnit;
  state: LedgerState;
  since: Day;
  supposed: boolean;
}

/** When and where it is asked. */
export interface StockContext {
  readonly today: Day;
  readonly calendar: ActivityCalendar;
  readonly leadTimes: LeadTimes;
}

/**
 * Replays orders and swaps in the order in which they happened, each cartridge through the ledger's table. The same
 * facts give the same stock, whenever and however often they were learned.
 */
export function stockOf(
  orders: readonly OrderedUnit[],
  estimate: Pick<SupplyEstimate, 'swaps' | 'dryOn' | 'forgottenSwapOn'>,
  context: StockContext,
): SupplyStock {
  const units = orders
    .filter(({ placedOn }) => estimate.forgottenSwapOn === null || placedOn >= estimate.forgottenSwapOn)
    .map((order): Unit => ({ order, state: 'OK', since: order.placedOn, supposed: false }))
    .sort((a, b) => a.order.placedOn - b.order.placedOn || (a.order.orderId < b.order.orderId ? -1 : 1));
  const happenings: Happening[] = [
    ...units.flatMap((unit) => happeningsOf(unit, context)),
    ...estimate.swaps.map(({ day }) => ({ day, rank: 3, event: 'swap' as const })),
    ...estimate.dryOn.map((day) => ({ day, rank: 4, event: 'dry' as const })),
    // Nobody calls for an emergency with a spare beside the device.
    ...units
      .filter(({ order }) => order.emergency)
      .map(({ order }) => ({ day: order.placedOn, rank: 4, event: 'dry' as const })),
  ].filter(({ day }) => day <= context.today);
  happenings.sort((a, b) => a.day - b.day || a.rank - b.rank);
  for (const each of happenings) {
    if (each.event === 'swap') takeUnit(units, each.day, context);
    else if (each.event === 'dry') expire(units, each.day);
    else if ('unit' in each) move(each.unit, each.event, each.day, each.supposed === true);
  }
  return {
    state: stateOf(units),
    units: units.map(({ order, state, since, supposed }) => ({
      orderId: order.orderId,
      state,
      since,
      supposed,
    })),
  };
}

function happeningsOf(unit: Unit, { today, calendar, leadTimes }: StockContext): Happening[] {
  const { placedOn, emergency, shippedOn, deliveredOn, lostOn, returnedOn, cancelledOn } = unit.order;
  const reported: [Day | null, LedgerEvent][] = [
    [shippedOn, 'shipped'],
    [deliveredOn, 'delivered'],
    [lostOn, 'lost'],
    [returnedOn, 'returned'],
    [cancelledOn, 'cancelled'],
  ];
  const window = emergency ? EMERGENCY_WINDOW : arrivedWithin(leadTimes, NORMAL_SHARE) + LOSS_REPORTED_AFTER;
  return [
    // An order dated later than today (another time zone) counts as well.
    { day: Math.min(placedOn, today), rank: 0, event: 'ordered', unit },
    ...reported.flatMap(([day, event]): Happening[] => (day === null ? [] : [{ day, rank: 1, event, unit }])),
    { day: calendar.businessDayAfter(placedOn, window), rank: 2, event: 'delivered', unit, supposed: true },
  ];
}

function move(unit: Unit, event: LedgerEvent, day: Day, supposed: boolean): void {
  if (supposed && !isUnderWay(unit.state)) return;
  const next = afterEvent(unit.state, event);
  if (next === null) return;
  unit.state = next;
  unit.since = day;
  if (event === 'delivered') unit.supposed = supposed;
}

/** The cartridge that was put in: one that lies there, else one that may have come without a word, else from elsewhere. */
function takeUnit(units: readonly Unit[], day: Day, { calendar, leadTimes }: StockContext): void {
  const shortest = leadTimes[0]?.[0] ?? 0;
  const mayHaveCome = ({ order, state }: Unit) =>
    isUnderWay(state) && calendar.businessDaysIn(order.placedOn, day) >= (order.emergency ? 1 : shortest);
  const unit =
    units.find(({ state, supposed }) => state === 'ON_SITE' && !supposed) ??
    units.find(({ state }) => state === 'ON_SITE') ??
    units.find((each) => each.order.emergency && mayHaveCome(each)) ??
    units.find(mayHaveCome);
  if (!unit) return;
  if (isUnderWay(unit.state)) move(unit, 'delivered', day, true);
  move(unit, 'swap-seen', day, false);
}

function expire(units: readonly Unit[], day: Day): void {
  for (const unit of units) if (unit.state === 'ON_SITE') move(unit, 'expired', day, false);
}

/** What stands in the way of an order comes first, then what happened last. */
function stateOf(units: readonly Unit[]): LedgerState {
  for (const state of ['ON_SITE', 'SHIPPED', 'ORDERED'] as const)
    if (units.some((unit) => unit.state === state)) return state;
  const last = units.reduce<Unit | null>(
    (newest, unit) => (newest && newest.since > unit.since ? newest : unit),
    null,
  );
  return last?.state ?? 'OK';
}
