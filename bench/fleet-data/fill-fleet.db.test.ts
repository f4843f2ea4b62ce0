import { fleet } from '@platen/fleet';
import { type TestDatabase, createTestDatabase } from '@platen/testing';
import { fillFleet, fleetId } from './fill-fleet';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase([fleet]);
});
afterAll(() => database.close());

const count = async (sql: string) => {
  const { rows } = await database.admin.query<{ n: number }>(
    `select count(*)::int as n from (${sql}) counted`,
  );
  return rows[0]?.n;
};

test('a filled fleet has as much as was asked for, and its months are what its readings sum up to', async () => {
  const size = { devices: 130, months: 3, readings: 130 * 3 * 4 * 5, customers: [30], groupsPerCustomer: 4 };
  const lines: string[] = [];
  const filled = await fillFleet(database.admin, { ...size, until: new Date() }, (line) => lines.push(line));
  expect(filled.customers).toEqual([
    { id: fleetId('customer', 0), devices: 30 },
    { id: fleetId('customer', 1), devices: 100 },
  ]);
  expect(filled.readings).toBe(size.readings);
  expect(await count('select from fleet.device')).toBe(130);
  expect(await count('select from fleet.meter_read')).toBe(size.readings);
  expect(await count(`select from fleet.device_month where volume > 0`)).toBe(130 * 3 * 4);
  expect(
    await count(`
      select m.device_id, m.kind, date_trunc('month', r.read_at at time zone 'UTC')::date as month, max(r.value) as highest
      from fleet.meter_read r join fleet.meter m on m.id = r.meter_id group by 1, 2, 3
      except select device_id, kind, month, highest_value from fleet.device_month`),
  ).toBe(0);
  expect(
    await count(`select from fleet.device_month
      where volume <> greatest(highest_value, base_value) - coalesce(base_value, first_value)`),
  ).toBe(0);
  expect(await count('select distinct group_id from fleet.group_month where devices > 0')).toBe(8);
});
