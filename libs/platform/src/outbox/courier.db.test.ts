import { describeOnStores, until } from '../../test/courier';
import { countThing, thingHappened, thingIgnored } from '../../test/thing-services';
import { system } from '../actor/actor';
import type { MessageHandler } from '../jobs/delivery';
import { handlersOf } from '../jobs/message-handler';
import { PermanentFailure } from '../jobs/permanent-failure';
import type { TestCourier } from '../../test/courier';
import { relayDue } from './relay';
import { listParked, replayParked } from './replay';
import { sweep } from './sweeper';

async function emit(on: TestCourier, ...things: string[]): Promise<void> {
  await on.runtime('fleet').work.write(system('test'), async (tx) => {
    for (const thingId of things) tx.emit(thingHappened, { thingId });
  });
}

async function order(on: TestCourier, thingId: string): Promise<void> {
  await on.runtime('fleet').work.write(system('test'), async (tx) => tx.enqueue(countThing, { thingId }));
}

/** Sweeps as the relay does, without the minute that it leaves messages alone. */
const sweepNow = (on: TestCourier) => sweep(on.context, 'fleet', 0);

async function unsettled(on: TestCourier): Promise<number> {
  const { rows } = await on.database.admin.query('select from fleet.outbox where settled_at is null');
  return rows.length;
}

describeOnStores('courier', (testOn) => {
  testOn('C51 an event reaches both consumers, a job its one handler', async (on) => {
    await on.runtime('fleet').work.write(system('test'), async (tx) => {
      tx.emit(thingHappened, { thingId: 'a' });
      tx.emit(thingIgnored, {});
      tx.enqueue(countThing, { thingId: 'b' });
    });
    await on.work();
    expect(await relayDue(on.context, 'fleet')).toBe(3);
    expect(await unsettled(on)).toBe(2);
    await until(async () => (await on.effects()).length === 3);
    expect(await on.effects()).toEqual([
      'billing.note-thing a',
      'fleet.count-thing b',
      'ordering.note-thing a',
    ]);
    expect(await sweepNow(on)).toEqual({ settled: 2, reissued: 0, parked: 0 });
    expect(await unsettled(on)).toBe(0);
  });

  testOn('C51 a message of a failed transaction never leaves', async (on) => {
    const failing = on.runtime('fleet').work.write(system('test'), async (tx) => {
      tx.emit(thingHappened, { thingId: 'a' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await relayDue(on.context, 'fleet')).toBe(0);
  });

  testOn('a delayed job starts when its time has come', async (on) => {
    await on.runtime('fleet').work.write(system('test'), async (tx) => {
      tx.enqueue(countThing, { thingId: 'later' }, { availableAt: new Date('2999-01-01') });
      tx.enqueue(countThing, { thingId: 'now' }, { availableAt: new Date('2001-01-01') });
    });
    expect(await relayDue(on.context, 'fleet')).toBe(1);
    await on.work();
    await until(async () => (await on.effects()).length === 1);
    expect(await on.effects()).toEqual(['fleet.count-thing now']);
  });

  testOn('C51 a message delivered three times, twice of them at once, has one effect', async (on) => {
    await emit(on, 'a');
    const { rows } = await on.database.admin.query<{ id: string }>('select id from fleet.outbox');
    const delivery = {
      origin: 'fleet',
      messageId: rows[0]?.id ?? '',
      handler: 'ordering.note-thing',
      payload: { thingId: 'a' },
      requestId: 'test',
    } as const;
    const handler = handlersOf(on.runtime('ordering')).find((each) => each.name === delivery.handler);
    await Promise.all([handler?.run(delivery), handler?.run(delivery)]);
    await handler?.run(delivery);
    expect(await on.effects()).toEqual(['ordering.note-thing a']);
  });

  testOn('C51 a crash between effect and acknowledgement repeats nothing', async (on) => {
    let crashes = 0;
    const crashAfterCommit = (handler: MessageHandler): MessageHandler => ({
      name: handler.name,
      run: async (delivery) => {
        await handler.run(delivery);
        if (crashes++ === 0) throw new Error('the worker died before it could say so');
      },
    });
    await order(on, 'a');
    await relayDue(on.context, 'fleet');
    await on.work({ around: crashAfterCommit });
    await until(async () => crashes === 2);
    expect(await on.effects()).toEqual(['fleet.count-thing a']);
  });

  testOn('C51 two relays share 600 messages and each has exactly one effect per consumer', async (on) => {
    const things = Array.from({ length: 600 }, (_, index) => `t${String(index).padStart(4, '0')}`);
    await emit(on, ...things);
    await on.work();
    const relayAll = async () => {
      let relayed = 0;
      let batch: number;
      do {
        batch = await relayDue(on.context, 'fleet');
        relayed += batch;
      } while (batch > 0);
      return relayed;
    };
    const [first, second] = await Promise.all([relayAll(), relayAll()]);
    expect(first + second).toBe(600);
    await until(async () => (await on.effects()).length >= 1200);
    const expected = ['billing', 'ordering'].flatMap((service) =>
      things.map((thing) => `${service}.note-thing ${thing}`),
    );
    expect(await on.effects()).toEqual(expected);
    expect(await sweepNow(on)).toEqual({ settled: 600, reissued: 0, parked: 0 });
  });

  testOn('C51 after the queues were wiped everything pending comes back from PostgreSQL', async (on) => {
    const things = Array.from({ length: 600 }, (_, index) => `t${String(index).padStart(4, '0')}`);
    await emit(on, ...things);
    while ((await relayDue(on.context, 'fleet')) > 0);
    await on.wipeQueues();
    expect(await sweepNow(on)).toEqual({ settled: 0, reissued: 600, parked: 0 });
    await on.work();
    await until(async () => (await on.effects()).length === 1200);
    expect(await sweepNow(on)).toEqual({ settled: 600, reissued: 0, parked: 0 });
    expect(await on.queues.states('ordering')).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
  });

  testOn('a message that still waits in the queue is offered again without a second effect', async (on) => {
    await emit(on, 'a');
    await relayDue(on.context, 'fleet');
    expect(await sweepNow(on)).toEqual({ settled: 0, reissued: 1, parked: 0 });
    expect(await on.queues.states('ordering')).toEqual({ waiting: 1, active: 0, delayed: 0, failed: 0 });
    await on.work();
    await until(async () => (await on.effects()).length === 2);
    expect(await sweepNow(on)).toEqual({ settled: 1, reissued: 0, parked: 0 });
  });

  testOn('a message relayed a moment ago is left alone', async (on) => {
    await emit(on, 'a');
    await relayDue(on.context, 'fleet');
    expect(await sweep(on.context, 'fleet', 60)).toEqual({ settled: 0, reissued: 0, parked: 0 });
  });

  testOn(
    'C52 a handler that fails at every attempt parks its message, visibly, until a person replays it',
    async (on) => {
      on.behaviour.beforeEffect = async (handler) => {
        if (handler === 'billing.note-thing') throw new Error('poison');
      };
      await emit(on, 'a');
      await relayDue(on.context, 'fleet');
      await on.work();
      await until(async () => (await on.queues.states('billing')).failed === 1);
      await until(async () => (await on.effects()).length === 1);
      expect(await sweepNow(on)).toEqual({ settled: 0, reissued: 0, parked: 1 });
      expect(await sweepNow(on)).toEqual({ settled: 0, reissued: 0, parked: 0 });
      expect(await listParked(on.context, 'fleet')).toEqual([
        expect.objectContaining({
          name: thingHappened.name,
          problem: 'billing.note-thing, 2 attempts: poison',
        }),
      ]);

      on.behaviour.beforeEffect = async () => {};
      expect(await replayParked(on.context, 'fleet')).toHaveLength(1);
      expect(await relayDue(on.context, 'fleet')).toBe(1);
      await until(async () => (await on.effects()).length === 2);
      expect(await on.effects()).toEqual(['billing.note-thing a', 'ordering.note-thing a']);
      expect(await sweepNow(on)).toEqual({ settled: 1, reissued: 0, parked: 0 });
      expect(await listParked(on.context, 'fleet')).toEqual([]);
    },
  );

  testOn('C52 a parked message stays parked when the queues are wiped', async (on) => {
    on.behaviour.beforeEffect = async () => {
      throw new PermanentFailure('never');
    };
    await order(on, 'a');
    await relayDue(on.context, 'fleet');
    await on.work();
    await until(async () => (await on.queues.states('fleet')).failed === 1);
    expect((await sweepNow(on)).parked).toBe(1);
    expect((await listParked(on.context, 'fleet'))[0]?.problem).toBe('fleet.count-thing, 1 attempts: never');
    await on.wipeQueues();
    expect(await sweepNow(on)).toEqual({ settled: 0, reissued: 0, parked: 0 });
  });

  testOn('C52 a job whose workers died too often is issued again', async (on) => {
    let release = () => {};
    on.behaviour.beforeEffect = () =>
      new Promise((_resolve, reject) => {
        release = () => reject(new Error('too late'));
      });
    await order(on, 'a');
    await relayDue(on.context, 'fleet');
    // A worker that holds the job and never renews its lock is what a killed one looks like.
    const dying = {
      lockDuration: 200,
      lockRenewTime: 60_000,
      stalledInterval: 100,
      maxStalledCount: 0,
      drainDelay: 1,
    };
    await on.work({ options: dying });
    await until(async () => (await on.queues.states('fleet')).failed === 1);
    release();
    on.behaviour.beforeEffect = async () => {};
    expect(await sweepNow(on)).toEqual({ settled: 0, reissued: 1, parked: 0 });
    await until(async () => (await on.effects()).length === 1);
    expect(await sweepNow(on)).toEqual({ settled: 1, reissued: 0, parked: 0 });
  });

  testOn(
    'a message that nothing handles is parked, a payload that does not fit fails at once',
    async (on) => {
      await on.database.admin.query(
        `insert into fleet.outbox (kind, name, payload, request_id) values
         ('job', 'fleet.forgotten-job', '{}', 'test'), ('job', 'fleet.count-thing', '{"thingId": 7}', 'test')`,
      );
      await on.work();
      await relayDue(on.context, 'fleet');
      await until(async () => (await on.queues.states('fleet')).failed === 1);
      await sweepNow(on);
      expect((await listParked(on.context, 'fleet')).map(({ problem }) => problem.split('\n')[0])).toEqual([
        'nothing in the product handles fleet.forgotten-job',
        expect.stringMatching(/^fleet.count-thing, 1 attempts: payload of .* does not fit/),
      ]);
    },
  );
});
