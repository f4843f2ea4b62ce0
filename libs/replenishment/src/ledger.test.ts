import {
  type LedgerEvent,
  type LedgerState,
  afterEvent,
  isUnderWay,
  ledgerEvents,
  ledgerStates,
} from './ledger';

/** Rows: states; columns: events in their order; '-' where it cannot happen. */
const table: Record<LedgerState, string> = {
  //         ordered   shipped   delivered  swap-seen  lost  returned  cancelled  expired  settled
  OK: '      ORDERED   -         -          OK         -     -         -          -        OK',
  ORDERED: ' -         SHIPPED   ON_SITE    ORDERED    LOST  -         CANCELLED  EXPIRED  -',
  SHIPPED: ' -         -         ON_SITE    SHIPPED    LOST  RETURNED  CANCELLED  EXPIRED  -',
  ON_SITE: ' -         -         -          INSTALLED  LOST  RETURNED  -          EXPIRED  -',
  INSTALLED: 'ORDERED  -         -          INSTALLED  -     -         -          -        OK',
  LOST: '    ORDERED   -         ON_SITE    OK         -     -         -          -        OK',
  RETURNED: 'ORDERED   -         -          OK         -     -         -          -        OK',
  CANCELLED: 'ORDERED  -         ON_SITE    OK         -     -         -          -        OK',
  EXPIRED: ' ORDERED   -         ON_SITE    OK         -     -         -          -        OK',
};

describe('the ledger of a supply', () => {
  const cells = ledgerStates.flatMap((state) =>
    table[state]
      .trim()
      .split(/\s+/)
      .map((next, column): [LedgerState, LedgerEvent | undefined, string] => [
        state,
        ledgerEvents[column],
        next,
      ]),
  );

  test('the table is complete', () => {
    expect(cells).toHaveLength(ledgerStates.length * ledgerEvents.length);
  });

  test.each(cells)('%s + %s = %s', (state, event, next) => {
    expect(event && (afterEvent(state, event) ?? '-')).toBe(next);
  });

  test('one live order: nothing can be ordered while something is under way or waits on site', () => {
    const blocked = ledgerStates.filter((state) => afterEvent(state, 'ordered') === null);
    expect(blocked).toEqual(['ORDERED', 'SHIPPED', 'ON_SITE']);
    expect(ledgerStates.filter(isUnderWay)).toEqual(['ORDERED', 'SHIPPED']);
  });
});
