import { type TestCourier, openCourier, redisAnswers, until } from '../../test/courier';
import { countThing, thingHappened, thingIgnored } from '../../test/thing-services';
import { system } from '../actor/actor';
import { relayDue } from './relay';

describe.each(['postgres', 'redis'] as const)('courier on %s', (store) => {
  let courier: TestCourier | null = null;

  beforeAll(async () => {
    if (store === 'redis' && !(await redisAnswers())) {
      console.warn('No Redis answers: the courier is tested on PostgreSQL only.');
      return;
    }
    courier = await openCourier(store);
  });
  afterEach(() => courier?.reset());
  afterAll(() => courier?.close());

  /** A test that passes over when the store is not there. */
  const testOn = (name: string, run: (courier: TestCourier) => Promise<void>) =>
    test(name, async () => {
      if (courier) await run(courier);
    });

  const emit = (on: TestCourier, thingId: string) =>
    on.runtime('fleet').work.write(system('test'), async (tx) => tx.emit(thingHappened, { thingId }));

  testOn('C51 an event reaches both consumers, a job its one handler', async (on) => {
    await on.runtime('fleet').work.write(system('test'), async (tx) => {
      tx.emit(thingHappened, { thingId: 'a' });
      tx.emit(thingIgnored, {});
      tx.enqueue(countThing, { thingId: 'b' });
    });
    await on.work();
    expect(await relayDue(on.context, 'fleet')).toBe(3);
    await until(async () => (await on.effects()).length === 3);
    expect(await on.effects()).toEqual([
      'billing.note-thing a',
      'fleet.count-thing b',
      'ordering.note-thing a',
    ]);
  });
  void emit;
});
