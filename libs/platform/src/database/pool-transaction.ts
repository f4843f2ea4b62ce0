import type { Pool, PoolClient } from 'pg';

/** Runs `work` in a transaction of the platform's own: no tenant, no outbox. Commits unless it throws. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let lost = false;
  // The pool listens only while it holds the client: a connection that breaks between two statements of ours
  // would otherwise end the process. The next statement fails, which is all that is needed.
  const onLost = () => {
    lost = true;
  };
  client.on('error', onLost);
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(onLost);
    throw error;
  } finally {
    client.off('error', onLost);
    client.release(lost);
  }
}
