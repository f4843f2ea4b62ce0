import { type WholeProduct, startWholeProduct } from '../../../test/whole-product';
import { demoWorld } from '.';

describe('the demo', () => {
  let product: WholeProduct;

  beforeAll(async () => {
    product = await startWholeProduct(demoWorld((customer) => `ptn_${customer.padEnd(43, 'x')}`));
  });
  afterAll(() => product.stop());

  const rows = async (sql: string) => (await product.database.admin.query(sql)).rows as unknown[];

  test('has machines in every part of their lives, and something to decide', async () => {
    expect(
      await rows('select lifecycle, count(*)::int as machines from fleet.device group by 1 order by 1'),
    ).toEqual([
      { lifecycle: 'in_repair', machines: 1 },
      { lifecycle: 'installed', machines: 30 },
      { lifecycle: 'planned', machines: 1 },
    ]);
    expect(
      await rows(
        `select m.kind, c.kind as case, v.verdict from fleet.meter_exception c join fleet.meter m on m.id = c.meter_id
           join fleet.meter_hand_in_value v on v.meter_id = m.id where c.resolved_at is null order by v.verdict`,
      ),
    ).toEqual([
      { kind: 'total', case: 'flagged', verdict: 'high' },
      { kind: 'total', case: 'flagged', verdict: 'low' },
    ]);
    expect(
      await rows(
        `select s.name, m.moves_on - (m.planned_at at time zone 'UTC')::date as "inDays" from fleet.device_move m join fleet.site s on s.id = m.site_id`,
      ),
    ).toEqual([{ name: 'Torino, centro', inDays: 9 }]);
  });

  test('reports know sides, sizes and scans of what is watched, and every machine its contract', async () => {
    const [counted] = await rows(
      `select count(distinct d.id) filter (where k.kind = 'duplex')::int as duplex,
         count(distinct d.id) filter (where k.kind = 'scan')::int as scan, count(distinct d.id)::int as machines
       from fleet.device d left join fleet.device_month k on k.device_id = d.id and k.volume > 0
       where d.monitored`,
    );
    expect(counted).toEqual({ duplex: 27, scan: 27, machines: 27 });
    expect(await rows('select 1 from fleet.device where contract_number is null')).toEqual([]);
    expect(await rows(`select 1 from fleet.device_event where kind = 'cartridge-changed'`)).toHaveLength(27);
  });
});
