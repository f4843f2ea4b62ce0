import type { MockDevice } from './devices';

const DAY = 86_400_000;

/** How automatic ordering sees the supplies of a machine; nothing where nobody watches it. */
export function supplyPlansOf(device: MockDevice, now: number) {
  if (!device.monitored) return [];
  const day = (days: number) => new Date(now + days * DAY).toISOString().slice(0, 10);
  return device.supplies.map(({ slot, kind, color, level, daysLeft, low }) => {
    const known = level.percent !== null && daysLeft;
    const notYet = 'Nothing is ordered yet: an order placed later still arrives in time.';
    const ordered = `Ordered automatically: about 14% was left. Waiting longer would have meant a 3% risk.`;
    const decision = (id: string, days: number, levelPercent: number, text: string) => ({
      id: `${device.id}-${slot}-${id}`,
      decidedAt: new Date(now + days * DAY).toISOString(),
      ordered: text === ordered,
      levelPercent,
      text,
      code: 'any',
      forecast: null,
    });
    return {
      slot,
      kind,
      color: color === 'NONE' ? null : color,
      state: low ? 'SHIPPED' : 'OK',
      code: 'any',
      plannedAt: new Date(now).toISOString(),
      nextStep: low ? 'AWAIT_DELIVERY' : known ? 'ORDER_WHEN_DUE' : 'NONE',
      text: low
        ? ordered
        : known
          ? notYet
          : 'Nothing is ordered because the device does not report how much is left.',
      forecast: known
        ? {
            emptyFrom: day(daysLeft.low),
            emptyLikely: day((daysLeft.low + daysLeft.high) / 2),
            emptyTo: day(daysLeft.high),
            orderLikely: low ? null : day(daysLeft.low - 5),
            leftPercent: level.percent,
            percentPerDay: 1,
            reorderAtPercent: 11,
            riskPercent: 0.4,
            riskLimitPercent: 1,
          }
        : null,
      decisions: low
        ? [decision('2', -2, 14, ordered), decision('1', -9, 26, notYet)]
        : known
          ? [decision('1', -3, level.percent ?? 0, notYet)]
          : [],
    };
  });
}
