import { type UnitOfWork, system } from '@platen/platform';
import { lockMemberships } from '../groups/lock-memberships';
import { type MonthCorrected, rebuildMeterMonths } from './rebuild-months';

/** What to look at; null: everything. */
export interface RebuildScope {
  readonly customerId: string | null;
  /** yyyy-mm-01: months before it are left as they are */
  readonly from: string | null;
}

/** A month that was not right, and of what it is. */
export interface Correction extends MonthCorrected {
  readonly of: 'device' | 'group' | 'customer';
}

const METERS_AT_ONCE = 500;

const NEXT_METERS = `
  select id from meter where id > $1 and ($2::uuid is null or customer_id = $2) order by id limit ${METERS_AT_ONCE}`;

const CUSTOMERS = `
  select distinct customer_id from device where $1::uuid is null or customer_id = $1 order by customer_id`;

/** Rows of a roll-up that are not the sums of devices' months become so. `key` names whose months they are. */
const correct = (table: string, key: string, sums: string) => `
  with summed as (${sums}),
  gone as (
    delete from ${table} v where v.customer_id = $1 and ($2::date is null or v.month >= $2)
      and not exists (select 1 from summed s where s.${key} = v.${key} and s.month = v.month and s.kind = v.kind)
    returning v.${key} as id, v.month::text, v.kind, v.volume::float8 as before, null::float8 as after),
  written as (
    merge into ${table} v using summed s on s.${key} = v.${key} and s.month = v.month and s.kind = v.kind
    when matched and (v.volume, v.devices) is distinct from (s.volume, s.devices) then
      update set volume = s.volume, devices = s.devices
    when not matched then
      insert (%columns, month, kind, volume, devices) values (%values, s.month, s.kind, s.volume, s.devices)
    returning new.${key} as id, new.month::text, new.kind, old.volume::float8 as before, new.volume::float8 as after)
  select * from gone union all select * from written`;

const CORRECT_GROUPS = correct(
  'group_month',
  'group_id',
  `select g.group_id, v.month, v.kind, sum(v.volume)::bigint as volume, count(*)::int as devices
   from device_month v join device_group_device g on g.device_id = v.device_id
   where v.customer_id = $1 and ($2::date is null or v.month >= $2) group by 1, 2, 3`,
)
  .replace('%columns', 'customer_id, group_id')
  .replace('%values', '$1, s.group_id');

const CORRECT_CUSTOMERS = correct(
  'customer_month',
  'customer_id',
  `select v.customer_id, d.branch_id, v.month, v.kind, sum(v.volume)::bigint as volume, count(*)::int as devices
   from device_month v join device d on d.id = v.device_id
   where v.customer_id = $1 and ($2::date is null or v.month >= $2) group by 1, 2, 3, 4`,
)
  .replace('%columns', 'customer_id, branch_id')
  .replace('%values', 's.customer_id, s.branch_id');

type Corrected = MonthCorrected & Record<string, unknown>;

/**
 * Sums up months of devices from readings, and those of groups and customers from devices, and puts right what
 * differs: set based, some meters at a time, while polls come in. Months whose readings were given up stay.
 * @param tell  hears of every month that was not right
 * @returns number of meters that were looked at
 */
export async function rebuildRollups(
  work: UnitOfWork,
  { customerId, from }: RebuildScope,
  tell: (correction: Correction) => void,
): Promise<number> {
  const actor = system('fleet.rebuild-rollups');
  const telling = (of: Correction['of'], months: readonly MonthCorrected[]) =>
    months.forEach((month) => tell({ ...month, of }));
  let looked = 0;
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await work.write(actor, async (tx) => {
      const meters = (await tx.query<{ id: string }>(NEXT_METERS, [last, customerId])).map(({ id }) => id);
      telling('device', await rebuildMeterMonths(tx, meters, from));
      return meters;
    });
    looked += ids.length;
    last = ids.at(-1) ?? last;
    if (ids.length < METERS_AT_ONCE) break;
  }
  const customers = await work.read(actor, (tx) =>
    tx.query<{ customer_id: string }>(CUSTOMERS, [customerId]),
  );
  for (const { customer_id: id } of customers) {
    await work.write(actor, async (tx) => {
      await lockMemberships(tx, id);
      telling('group', await tx.query<Corrected>(CORRECT_GROUPS, [id, from]));
      telling('customer', await tx.query<Corrected>(CORRECT_CUSTOMERS, [id, from]));
    });
  }
  return looked;
}
