import { describeOnStores, until } from '../../test/courier';
import { countThing, thingHappened } from '../../test/thing-services';
import { system } from '../actor/actor';
import { startRelay } from './relay-process';
import { removeOldMessages } from './retention';

describeOnStores('relay process', (testOn) => {
  testOn('two of them deliver what is written while they run, and what waited before', async (on) => {
    const write = (thingId: string) =>
      on.runtime('fleet').work.write(system('test'), async (tx) => tx.enqueue(countThing, { thingId }));
    await write('before');
    await on.work();
    const options = {
      databaseUrl: on.database.adminUrl,
      services: ['fleet', 'ordering', 'billing'] as const,
      pollSeconds: 3600,
      sweepSeconds: 3600,
      sweepAfterSeconds: 60,
      keepDays: 14,
    };
    const relays = [await startRelay(on.context, options), await startRelay(on.context, options)];
    // Polling comes too late for this test: only notifications can bring these.
    for (const thing of ['a', 'b', 'c']) await write(thing);
    await until(async () => (await on.effects()).length === 4);
    await Promise.all(relays.map((relay) => relay.stop()));
    expect(await on.effects()).toEqual(
      ['a', 'b', 'before', 'c'].map((thing) => `fleet.count-thing ${thing}`),
    );
  });

  testOn(
    'C51 what a wiped queue lost comes back by itself, and due messages without notification',
    async (on) => {
      await on.runtime('fleet').work.write(system('test'), async (tx) => {
        tx.emit(thingHappened, { thingId: 'a' });
      });
      await on.database.admin.query(`update fleet.outbox set relayed_at = now() - interval '61 seconds'`);
      await on.work();
      const options = {
        databaseUrl: on.database.adminUrl,
        services: ['fleet'] as const,
        pollSeconds: 0.05,
        sweepSeconds: 0.05,
        sweepAfterSeconds: 60,
        keepDays: 14,
      };
      const relay = await startRelay(on.context, options);
      await until(async () => (await on.effects()).length === 2);
      await on.database.admin.query(`update fleet.outbox set relayed_at = now() - interval '61 seconds'`);
      await until(async () => {
        const { rows } = await on.database.admin.query(
          'select from fleet.outbox where settled_at is not null',
        );
        return rows.length === 1;
      });
      await relay.stop();
      expect(await on.effects()).toEqual(['billing.note-thing a', 'ordering.note-thing a']);
    },
  );

  testOn('settled messages and their inbox rows go after the retention, unsettled ones never', async (on) => {
    const [settled, parked] = [
      '00000000-0000-7000-8000-000000000001',
      '00000000-0000-7000-8000-000000000002',
    ];
    await on.database.admin.query(
      `insert into fleet.outbox (id, kind, name, payload, request_id, relayed_at, settled_at, parked_at) values
         ('${settled}', 'event', 'x', '{}', 'test', now(), now() - interval '15 days', null),
         ('${parked}', 'event', 'x', '{}', 'test', now(), null, now() - interval '90 days');
       insert into ordering.inbox (handler, message_id, handled_at) values
         ('ordering.note-thing', '${settled}', now() - interval '15 days'),
         ('ordering.note-thing', '${parked}', now() - interval '90 days'),
         ('billing.note-thing', '${settled}', now() - interval '13 days')`,
    );
    await removeOldMessages(on.context, ['fleet', 'ordering', 'billing'], 14);
    const outbox = await on.database.admin.query<{ id: string }>('select id from fleet.outbox');
    const inbox = await on.database.admin.query<{ row: string }>(
      `select handler || ' ' || message_id as row from ordering.inbox order by 1`,
    );
    expect(outbox.rows).toEqual([{ id: parked }]);
    expect(inbox.rows.map(({ row }) => row)).toEqual([
      `billing.note-thing ${settled}`,
      `ordering.note-thing ${parked}`,
    ]);
  });

  testOn(
    'C41 finished mails go after thirty days, the last letter of an account when it is done',
    async (on) => {
      await on.database.admin.query(
        `insert into fleet.mail (key, recipient, template, locale, data, created_at, sent_at, refused_at) values
         ('old', 'a@x.example', 'order-confirmed', 'it', '{}', now(), now() - interval '31 days', null),
         ('refused', 'a@x.example', 'order-confirmed', 'it', '{}', now(), null, now() - interval '31 days'),
         ('young', 'a@x.example', 'order-confirmed', 'it', '{}', now(), now() - interval '29 days', null),
         ('waiting', 'a@x.example', 'order-confirmed', 'it', '{}', now() - interval '90 days', null, null),
         ('farewell', 'a@x.example', 'account-erased', 'it', '{}', now(), now(), null),
         ('farewell-waiting', 'a@x.example', 'account-erased', 'it', '{}', now(), null, null)`,
      );
      await removeOldMessages(on.context, ['fleet'], 14);
      const { rows } = await on.database.admin.query<{ key: string }>(
        'select key from fleet.mail order by key',
      );
      expect(rows.map(({ key }) => key)).toEqual(['farewell-waiting', 'waiting', 'young']);
    },
  );
});
