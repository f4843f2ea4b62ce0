import { describeOnStores, until } from '../../test/courier';
import { countThing } from '../../test/thing-services';
import type { Schedule } from '../service';
import { keepSchedules, scheduleRunner } from './schedules';

const nightly: Schedule = {
  name: 'nightly',
  job: countThing,
  payload: { thingId: 'night' },
  cron: { pattern: '0 3 * * *', timeZone: 'Europe/Rome' },
};
const often = (everyMs: number): Schedule => ({
  name: 'often',
  job: countThing,
  payload: { thingId: 'often' },
  everyMs,
});

describeOnStores('schedules', (testOn) => {
  testOn('stand as declared, are left alone when they stand, and are put back after a wipe', async (on) => {
    const keep = (schedules: Schedule[]) =>
      keepSchedules(on.queues, [{ name: 'fleet', schedules }], on.context.log);
    const standing = async () =>
      (await on.queues.queue('fleet').getJobSchedulers()).map(({ key, pattern, tz, every, next }) => ({
        key,
        when: pattern ? `${pattern} ${tz}` : `every ${every}`,
        next,
      }));
    await keep([nightly, often(3_600_000)]);
    const first = await standing();
    expect(first.map(({ key, when }) => `${key}: ${when}`).sort()).toEqual([
      'nightly: 0 3 * * * Europe/Rome',
      'often: every 3600000',
    ]);
    await keep([nightly, often(3_600_000)]);
    expect(await standing()).toEqual(first);
    await keep([often(7_200_000)]);
    expect((await standing()).map(({ key, when }) => `${key}: ${when}`)).toEqual(['often: every 7200000']);
    await on.wipeQueues();
    await keep([nightly]);
    expect((await standing()).map(({ key }) => key)).toEqual(['nightly']);
  });

  testOn(
    'an appointment puts its job into the outbox once, with two workers and delivered twice',
    async (on) => {
      const schedule = often(1000);
      const both = [await on.work({ schedules: [schedule] }), await on.work({ schedules: [schedule] })];
      await keepSchedules(on.queues, [{ name: 'fleet', schedules: [schedule] }], on.context.log);
      const fired = async () =>
        (await on.database.admin.query(`select from fleet.outbox where name = 'fleet.count-thing'`)).rows
          .length;
      await until(async () => (await fired()) >= 2);
      await on.queues.queue('fleet').removeJobScheduler('often');
      const counted = await on.database.admin.query<{ jobs: number; appointments: number }>(
        `select (select count(*)::int from fleet.outbox where name = 'fleet.count-thing') as jobs,
              (select count(*)::int from fleet.inbox where handler = 'schedule.often') as appointments`,
      );
      expect(counted.rows[0]?.jobs).toBe(counted.rows[0]?.appointments);
      for (const workers of both) await workers.stop(5000);

      const run = scheduleRunner({ name: 'fleet', work: on.runtime('fleet').work, schedules: [schedule] });
      const before = await fired();
      await Promise.all([run('often', 'repeat:often:1'), run('often', 'repeat:often:1')]);
      await run('often', 'repeat:often:2');
      await run('gone', 'repeat:gone:1');
      expect((await fired()) - before).toBe(2);
    },
  );
});
