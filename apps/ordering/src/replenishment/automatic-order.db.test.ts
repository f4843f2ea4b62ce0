import { type PayloadOf, deviceChanged, supplyLevelChanged } from '@platen/contracts';
import { blackTonerOf, buildArticle, knownDevice, knownTenant, newTenant } from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';

interface Placed {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly expected: string;
}

describe('automatic orders (R51, R54, C54)', () => {
  let ordering: OrderingUnderTest;
  beforeAll(async () => {
    ordering = await startOrdering();
  });
  afterAll(() => ordering.stop());
  beforeEach(() => ordering.database.clean());

  const orders = () =>
    ordering.rows<Placed>(
      'select id, number, status, expected_on::text as expected from ordering.supply_order order by placed_at, id',
    );
  const codes = async () =>
    (
      await ordering.rows<{ code: string }>('select code from ordering.replenishment_decision order by id')
    ).map((row) => row.code);
  const ledgerStates = async () =>
    (await ordering.rows<{ state: string }>('select state from ordering.supply_ledger')).map(
      (row) => row.state,
    );
  const messages = () => ordering.rows<{ name: string }>('select name from ordering.outbox order by name');
  const tell = (event: PayloadOf<typeof supplyLevelChanged>) => ordering.deliver(supplyLevelChanged, event);

  /** A monitored device of a known tenant, and its black toner. */
  async function monitoredDevice(overrides: Parameters<typeof knownDevice>[2] = {}) {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant, overrides);
    return { tenant, device, read: blackTonerOf(device) };
  }

  test('R51 crossing the reorder point orders, with line, event, reason and mail in one transaction', async () => {
    const { device, tenant, read } = await monitoredDevice();
    await tell(read(1, 21));
    expect(await orders()).toEqual([]);
    await tell(read(2, 20));

    const [order] = await orders();
    expect(order).toMatchObject({ number: '510001', status: 'received', expected: '2026-11-18' });
    expect(
      await ordering.rows('select quantity, supply_slot, automatic, closed_at from ordering.order_line'),
    ).toEqual([{ quantity: 1, supply_slot: '1.1', automatic: true, closed_at: null }]);
    expect(await codes()).toEqual(['level-sufficient', 'level-at-reorder-point']);
    expect(await ledgerStates()).toEqual(['ORDERED']);
    expect(await ordering.rows(`select payload from ordering.outbox where kind = 'event'`)).toEqual([
      {
        payload: {
          orderId: order?.id,
          customerId: tenant.customerId,
          branchId: tenant.branchId,
          deviceId: device.deviceId,
          number: '510001',
          automatic: true,
        },
      },
    ]);
  });

  test("R54 the confirmation goes to the site's contact in the branch's language, with the reference number", async () => {
    const { tenant, read } = await monitoredDevice();
    await tell(read(1, 12));
    const [order] = await orders();
    expect(
      await ordering.rows('select recipient, template, locale, customer_id, data from ordering.mail'),
    ).toEqual([
      {
        recipient: 'anna@rossi.example',
        template: 'order-confirmed',
        locale: 'it',
        customer_id: tenant.customerId,
        data: {
          brand: {
            name: 'Platen',
            color: '#1b2733',
            contactPhone: '800 000 001',
            contactMail: 'consumabili@branch.example',
          },
          orderNumber: '510001',
          automatic: true,
          deviceName: 'Reception',
          serialNumber: 'SN-1001',
          place: '2nd floor',
          deliveryAddress: 'Sede, Via Roma 1, 20121 Milano, IT',
          expectedOn: '2026-11-18',
          lines: [
            {
              quantity: 1,
              articleName: 'Article TN-toner-black',
              partNumber: 'TN-toner-black',
              color: 'black',
            },
          ],
          levelPercent: 12,
          orderUrl: `http://localhost:8080/orders/${order?.id}`,
        },
      },
    ]);
  });

  test("without a contact at the site the confirmation goes to the organisation's own address", async () => {
    const { read } = await monitoredDevice({ deliveryContact: { name: 'Front desk', email: null } });
    await tell(read(1, 12));
    expect(await ordering.rows('select recipient from ordering.mail')).toEqual([
      { recipient: 'ufficio@rossi.example' },
    ]);
  });

  test('C54 thrice, late, out of order and from ten connections at once: one open order, one mail', async () => {
    const { read } = await monitoredDevice();
    const readings = Array.from({ length: 30 }, (_, minute) => read(minute, 40 - minute));
    const shuffled = [...readings, ...readings, ...readings]
      .map((event, index) => ({ event, key: (index * 37) % 90 }))
      .toSorted((a, b) => a.key - b.key);
    await inParallel(10, shuffled, ({ event }) => tell(event));

    expect(await orders()).toHaveLength(1);
    expect(await ordering.rows('select 1 from ordering.mail')).toHaveLength(1);
    expect(await messages()).toEqual([{ name: 'ordering.order.placed.v1' }, { name: 'platform.send-mail' }]);
    expect((await codes()).filter((code) => code === 'level-at-reorder-point')).toHaveLength(1);
    expect(
      await ordering.rows(`select memory->'accepted'->'level' as level from ordering.supply_ledger`),
    ).toEqual([{ level: { state: 'percent', percent: 11 } }]);
  });

  test('C54 readings of a supply that arrive in the same moment are taken in one after the other', async () => {
    const tenant = await knownTenant(ordering);
    const deliveries: Promise<void>[] = [];
    for (let index = 0; index < 12; index++) {
      const read = blackTonerOf(await knownDevice(ordering, tenant));
      await tell(read(0, 40));
      for (let minute = 8; minute > 0; minute--) deliveries.push(tell(read(minute, 40 - minute)));
    }
    await Promise.all(deliveries);
    const newest = { accepted: 32, latest: 32 };
    expect(
      await ordering.rows(
        `select (memory #>> '{accepted,level,percent}')::int as accepted, (memory #>> '{latest,level,percent}')::int as latest
         from ordering.supply_ledger`,
      ),
    ).toEqual(Array.from({ length: 12 }, () => newest));
  });

  test('C54 a second live automatic order for a supply is refused by the database itself', async () => {
    const { read } = await monitoredDevice();
    await tell(read(1, 12));
    const again = ordering.rows(
      `insert into ordering.order_line (order_id, customer_id, branch_id, device_id, position, article_id, quantity, supply_slot, automatic)
       select order_id, customer_id, branch_id, device_id, 2, article_id, 1, supply_slot, true from ordering.order_line`,
    );
    await expect(again).rejects.toThrow('one_live_automatic_order_per_supply');
  });

  test('R39 a device that is not monitored is never ordered for, until it is', async () => {
    const { device, tenant, read } = await monitoredDevice({ monitored: false });
    await tell(read(1, 3));
    await tell(read(2, 0));
    expect(await orders()).toEqual([]);
    expect(await codes()).toEqual(['device-not-monitored']);
    expect(await messages()).toEqual([]);

    await knownDevice(ordering, tenant, { ...device, version: 2, monitored: true });
    expect(await orders()).toHaveLength(1);
  });

  test('a device that becomes monitored in the very moment of its first reading is ordered for, once', async () => {
    const tenant = await knownTenant(ordering);
    const devices = [];
    for (let index = 0; index < 20; index++)
      devices.push(await knownDevice(ordering, tenant, { monitored: false }));
    await Promise.all(
      devices.flatMap((device) => [
        tell(blackTonerOf(device)(1, 5)),
        ordering.deliver(deviceChanged, { ...device, version: 2, monitored: true }),
      ]),
    );
    expect(await orders()).toHaveLength(20);
  });

  test('a retired device is not ordered for, and an older word that it was active does not bring it back', async () => {
    const { device, tenant, read } = await monitoredDevice({ version: 2, active: false });
    await knownDevice(ordering, tenant, { ...device, version: 1, active: true });
    await tell(read(1, 3));
    expect(await codes()).toEqual(['device-not-active']);
    expect(await orders()).toEqual([]);
  });

  test('a waste box that is nearly full is ordered like any other supply', async () => {
    const { device, tenant } = await monitoredDevice();
    await buildArticle(ordering, tenant, { kind: 'waste', color: 'none', partNumber: 'WB-1' });
    const waste = blackTonerOf(device, { slot: '1.9', kind: 'waste', color: 'none', class: 'receptacle' });
    await tell(waste(1, 12));
    expect(await codes()).toEqual(['level-at-reorder-point']);
    expect(await ordering.rows('select supply_slot from ordering.order_line')).toEqual([
      { supply_slot: '1.9' },
    ]);
  });

  test('kinds that nobody orders by themselves are left out, and the decision says so', async () => {
    const { device } = await monitoredDevice();
    await tell(blackTonerOf(device, { slot: '1.7', kind: 'staples', color: 'none' })(1, 2));
    expect(await codes()).toEqual(['class-not-covered']);
    expect(await orders()).toEqual([]);
  });

  test('without a fitting article the decision says so and nothing is ordered', async () => {
    const { read } = await monitoredDevice({ model: 'ECO M99' });
    await tell(read(1, 12));
    expect(await ordering.rows('select action, code from ordering.replenishment_decision')).toEqual([
      { action: 'wait', code: 'no-article' },
    ]);
    expect(await orders()).toEqual([]);
    expect(await messages()).toEqual([]);
    expect(await ledgerStates()).toEqual(['OK']);
  });

  test('of several articles that fit the one with the highest yield is ordered', async () => {
    const { tenant, read } = await monitoredDevice();
    await buildArticle(ordering, tenant, { partNumber: 'TN-XL', yieldImpressions: 30_000 });
    await tell(read(1, 12));
    expect(
      await ordering.rows(
        'select a.part_number from ordering.order_line l join ordering.article a on a.id = l.article_id',
      ),
    ).toEqual([{ part_number: 'TN-XL' }]);
  });

  test.each(['some', 'unknown', 'unrestricted', 'unscaled'] as const)(
    'a level of %s orders nothing',
    async (levelState) => {
      const { read } = await monitoredDevice();
      await tell(read(1, null, { levelState }));
      expect(await codes()).toEqual(['level-not-a-number']);
      expect(await orders()).toEqual([]);
    },
  );

  test('a fall of more than 45 points orders only when the next reading agrees', async () => {
    const { read } = await monitoredDevice();
    await tell(read(1, 90));
    await tell(read(2, 5));
    expect(await orders()).toEqual([]);
    await tell(read(3, 89));
    await tell(read(4, 6));
    await tell(read(5, 5));
    expect(await codes()).toEqual([
      'level-sufficient',
      'fall-unconfirmed',
      'level-sufficient',
      'fall-unconfirmed',
      'level-at-reorder-point',
    ]);
    expect(await orders()).toHaveLength(1);
  });

  test('a cartridge seen new after the usual time closes its order; the next low level orders again', async () => {
    const { read } = await monitoredDevice();
    const onDay = async (day: number, percent: number, cartridgeSerial: string) => {
      const readAt = `2026-11-${day}T09:00:00.000Z`;
      ordering.clock.set(readAt);
      await tell(read(0, percent, { readAt, cartridgeSerial }));
    };
    await onDay(16, 15, 'A');
    await onDay(17, 98, 'B');
    expect((await orders()).map((order) => order.status)).toEqual(['received']);
    expect(await ledgerStates()).toEqual(['ORDERED']);

    await onDay(18, 99, 'C');
    expect((await orders()).map((order) => order.status)).toEqual(['delivered']);
    expect(await ledgerStates()).toEqual(['OK']);
    for (let day = 19; day <= 28; day++) await onDay(day, 99 - (day - 18) * 8.1, 'C');
    expect((await orders()).map((order) => [order.number, order.status])).toEqual([
      ['510001', 'delivered'],
      ['510002', 'received'],
    ]);
    ordering.clock.set('2026-11-16T08:30:00Z');
  });

  test('R57 an order registered at noon in the zone of the branch counts as afternoon', async () => {
    const { read } = await monitoredDevice();
    ordering.clock.set('2026-12-23T11:00:00Z');
    await tell(read(1, 12, { readAt: '2026-12-23T10:59:00.000Z' }));
    ordering.clock.set('2026-11-16T08:30:00Z');
    expect((await orders()).map((order) => order.expected)).toEqual(['2026-12-29']);
  });

  test('two branches number their orders apart, from their own start, even when all begin at once', async () => {
    const first = await knownTenant(ordering);
    const second = await knownTenant(ordering);
    const series = [];
    for (const tenant of [first, second]) {
      for (let index = 0; index < 5; index++) series.push(blackTonerOf(await knownDevice(ordering, tenant)));
    }
    await inParallel(10, series, (read) => tell(read(1, 10)));
    const numbers = await ordering.rows<{ branch_id: string; numbers: string[] }>(
      'select branch_id, array_agg(number order by number) as numbers from ordering.supply_order group by branch_id',
    );
    const expected = ['510001', '510002', '510003', '510004', '510005'];
    expect(numbers.map((row) => row.numbers)).toEqual([expected, expected]);
  });

  describe('told in the wrong order', () => {
    const refused = (what: string, id: string) => ({ name: 'NotKnownYetError', what, id });

    test("a level before its device, or for a device known as another customer's, is kept for later", async () => {
      const { device, read } = await monitoredDevice();
      const stranger = newTenant();
      await expect(tell(read(1, 5, { customerId: stranger.customerId }))).rejects.toMatchObject(
        refused('device', device.deviceId),
      );
      const unknown = blackTonerOf({ ...device, deviceId: stranger.branchId });
      await expect(tell(unknown(1, 5))).rejects.toMatchObject(refused('device', stranger.branchId));
      expect(await ordering.rows('select 1 from ordering.known_supply')).toEqual([]);
      expect(await orders()).toEqual([]);
    });

    test('a level before the settings of its branch is kept for later', async () => {
      const tenant = newTenant();
      const device = await knownDevice(ordering, tenant);
      await expect(tell(blackTonerOf(device)(1, 5))).rejects.toMatchObject(
        refused('branch', tenant.branchId),
      );
    });

    test('an order without anybody to confirm it to is kept for later, as if nothing had happened', async () => {
      const { read } = await monitoredDevice({ deliveryContact: null });
      await ordering.rows('delete from ordering.known_customer');
      await expect(tell(read(1, 5))).rejects.toMatchObject({ name: 'NotKnownYetError', what: 'customer' });
      expect(await orders()).toEqual([]);
      expect(await codes()).toEqual([]);
      expect(await ledgerStates()).toEqual([]);
    });
  });
});

/** Runs work for each item with so many at a time. */
async function inParallel<Item>(
  workers: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
) {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}
