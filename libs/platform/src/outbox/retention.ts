import { FAREWELL } from '../mail/forget-person';
import type { ServiceName } from '../service-names';
import type { RelayContext } from './relay-context';
import { tableOf } from './relay-context';

/** Rows that one statement removes at most, so that no lock is held for long. */
const DELETE_BATCH = 5000;
/** For how long it can be said to whom a mail went and what the server answered (threats C41). */
const MAIL_KEPT_DAYS = 30;

/**
 * Removes what is long done: messages settled and inbox rows written more than `keepDays` ago, mails sent or given up
 * thirty days ago. An inbox row stays while its message may still be delivered again, however old. The last letter to
 * somebody who was erased goes as soon as it is done.
 * @param keepDays  at least 1
 */
export async function removeOldMessages(
  context: Pick<RelayContext, 'pool'>,
  services: readonly ServiceName[],
  keepDays: number,
): Promise<void> {
  const unsettled = services
    .map((service) => `select id from ${tableOf(service, 'outbox')} where settled_at is null`)
    .join(' union all ');
  for (const service of services) {
    await deleteInBatches(
      context,
      `delete from ${tableOf(service, 'outbox')} where ctid = any(array(
         select ctid from ${tableOf(service, 'outbox')}
         where settled_at < now() - make_interval(days => $1) limit ${DELETE_BATCH}))`,
      keepDays,
    );
    await deleteInBatches(
      context,
      `delete from ${tableOf(service, 'inbox')} where ctid = any(array(
         select ctid from ${tableOf(service, 'inbox')}
         where handled_at < now() - make_interval(days => $1) and message_id not in (${unsettled}) limit ${DELETE_BATCH}))`,
      keepDays,
    );
    await deleteInBatches(
      context,
      `delete from ${tableOf(service, 'mail')} where ctid = any(array(
         select ctid from ${tableOf(service, 'mail')}
         where coalesce(sent_at, refused_at) < now() - make_interval(days => $1)
           or (template = '${FAREWELL}' and coalesce(sent_at, refused_at) is not null) limit ${DELETE_BATCH}))`,
      MAIL_KEPT_DAYS,
    );
  }
}

async function deleteInBatches(
  context: Pick<RelayContext, 'pool'>,
  sql: string,
  keepDays: number,
): Promise<void> {
  let removed: number;
  do {
    removed = (await context.pool.query(sql, [keepDays])).rowCount ?? 0;
  } while (removed === DELETE_BATCH);
}
