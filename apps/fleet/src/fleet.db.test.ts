import { rootFieldsWithoutRule, tenancyProblems } from '@platen/testing';
import { makeReadingMonths } from './meter-reads/reading-months';
import { fleet as service } from './index';
import { useFleet } from '../test/use-fleet';

const fleet = useFleet();

test('C1 every root field has a rule', () => {
  expect(rootFieldsWithoutRule(service)).toEqual([]);
});

test('C2 every table belongs to a tenant and is fenced', async () => {
  const exempt = {
    device_model: "a branch's catalogue: fenced by branch, read by the branch's customers",
    meter_kind: 'what counters count, the same for all; written by migrations alone',
  };
  expect(await tenancyProblems(fleet.admin(), 'fleet', exempt)).toEqual([]);
});

test('C2 a partition shows nothing to who does not come through its table', async () => {
  const open = await fleet.rows(
    `select c.relname from pg_class c where c.relnamespace = 'fleet'::regnamespace and c.relispartition
       and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  expect(open).toEqual([]);
});

test('the daily job makes the months ahead, however often it runs', async () => {
  const [job] = service.jobs;
  expect(job?.job.name).toBe(makeReadingMonths.name);
  expect(service.schedules.map((schedule) => schedule.job.name)).toContain(makeReadingMonths.name);
  for (let run = 0; run < 2; run++) await fleet.app().months.ensureAhead(fleet.clock.now());
  expect(
    await fleet.rows(
      `select c.relname as name from pg_class c where c.relnamespace = 'fleet'::regnamespace
         and c.relispartition and c.relkind = 'r' and c.relname like 'meter_read%' order by 1`,
    ),
  ).toEqual(
    ['11', '12', '01', '02'].map((month, at) => ({ name: `meter_read_${at < 2 ? 2026 : 2027}_${month}` })),
  );
});
