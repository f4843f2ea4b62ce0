/** Where a supply stands between two orders. */
export const ledgerStates = [
  'OK',
  'ORDERED',
  'SHIPPED',
  'ON_SITE',
  'INSTALLED',
  'LOST',
  'RETURNED',
  'CANCELLED',
  'EXPIRED',
] as const;
export type LedgerState = (typeof ledgerStates)[number];

/**
 * What can happen to it. `delivered`: reported, or believed because the normal time has passed; `expired`: that belief
 * was wrong, the device stays empty; `settled`: the supply runs normally again.
 */
export const ledgerEvents = [
  'ordered',
  'shipped',
  'delivered',
  'swap-seen',
  'lost',
  'returned',
  'cancelled',
  'expired',
  'settled',
] as const;
export type LedgerEvent = (typeof ledgerEvents)[number];

/** A swap seen while nothing of ours has arrived came from elsewhere (a spare in the van): our order stays alive. */
const transitions: Readonly<Record<LedgerState, Partial<Record<LedgerEvent, LedgerState>>>> = {
  OK: { ordered: 'ORDERED', 'swap-seen': 'OK', settled: 'OK' },
  ORDERED: {
    shipped: 'SHIPPED',
    delivered: 'ON_SITE',
    'swap-seen': 'ORDERED',
    lost: 'LOST',
    cancelled: 'CANCELLED',
    expired: 'EXPIRED',
  },
  SHIPPED: {
    delivered: 'ON_SITE',
    'swap-seen': 'SHIPPED',
    lost: 'LOST',
    returned: 'RETURNED',
    cancelled: 'CANCELLED',
    expired: 'EXPIRED',
  },
  ON_SITE: { 'swap-seen': 'INSTALLED', lost: 'LOST', returned: 'RETURNED', expired: 'EXPIRED' },
  INSTALLED: { ordered: 'ORDERED', 'swap-seen': 'INSTALLED', settled: 'OK' },
  LOST: { ordered: 'ORDERED', delivered: 'ON_SITE', 'swap-seen': 'OK', settled: 'OK' },
  RETURNED: { ordered: 'ORDERED', 'swap-seen': 'OK', settled: 'OK' },
  CANCELLED: { ordered: 'ORDERED', delivered: 'ON_SITE', 'swap-seen': 'OK', settled: 'OK' },
  EXPIRED: { ordered: 'ORDERED', delivered: 'ON_SITE', 'swap-seen': 'OK', settled: 'OK' },
};

/** The state after an event, or null when that cannot happen in this state: then nothing is changed. */
export function afterEvent(state: LedgerState, event: LedgerEvent): LedgerState | null {
  return transitions[state][event] ?? null;
}

/** True while something ordered has not arrived yet. */
export function isUnderWay(state: LedgerState): boolean {
  return state === 'ORDERED' || state === 'SHIPPED';
}
