import type { SecretBox, Tx } from '@platen/platform';
import { stepOfCode } from './authenticator-code';

/** How long a seed that was shown waits for its first code. */
const STARTED_LIFE = '15 minutes';

interface AppRow {
  readonly id: string;
  readonly sealed: string;
  readonly lastStep: string;
  readonly at: number;
}

/** Keeps a new seed until its owner proves that his app has it; one that was shown before is forgotten. */
export async function startApp(tx: Tx, secrets: SecretBox, userId: string, secret: string): Promise<void> {
  await tx.query('delete from authenticator_app where user_id = $1 and confirmed_at is null', [userId]);
  await tx.query(START, [userId, secrets.seal(secret)]);
}

/**
 * The seed that was shown becomes the person's app, in place of one that he had; its first code is used up.
 * @returns 'none' when nothing was started in the last minutes
 */
export async function confirmApp(
  tx: Tx,
  secrets: SecretBox,
  userId: string,
  typed: string,
): Promise<'confirmed' | 'wrong' | 'none'> {
  const [app] = await tx.query<AppRow>(STARTED, [userId]);
  if (!app) return 'none';
  const step = stepOfCode(secrets.open(app.sealed), typed, { at: app.at, lastStep: 0 });
  if (step === null) return 'wrong';
  await removeApp(tx, userId);
  await tx.query(CONFIRM, [app.id, step]);
  return 'confirmed';
}

/** Uses a code up: of any number that try it at once, one gets it. */
export async function useAppCode(
  tx: Tx,
  secrets: SecretBox,
  userId: string,
  typed: string,
): Promise<boolean> {
  const [app] = await tx.query<AppRow>(CONFIRMED, [userId]);
  if (!app) return false;
  const lastStep = Number(app.lastStep);
  const step = stepOfCode(secrets.open(app.sealed), typed, { at: app.at, lastStep });
  if (step === null) return false;
  return (await tx.query(USE_STEP, [app.id, step])).length === 1;
}

/** @returns whether there was one */
export async function removeApp(tx: Tx, userId: string): Promise<boolean> {
  return (await tx.query(REMOVE, [userId])).length > 0;
}

const COLUMNS = `id, secret_sealed as sealed, last_step as "lastStep", extract(epoch from now())::float8 as at`;

const START = `
  insert into authenticator_app (customer_id, branch_id, user_id, secret_sealed)
  select customer_id, branch_id, id, $2 from user_account where id = $1`;

const STARTED = `
  select ${COLUMNS} from authenticator_app
  where user_id = $1 and confirmed_at is null and created_at > now() - interval '${STARTED_LIFE}' for update`;

const CONFIRMED = `select ${COLUMNS} from authenticator_app where user_id = $1 and confirmed_at is not null`;

const CONFIRM = `update authenticator_app set confirmed_at = now(), last_step = $2 where id = $1`;

const USE_STEP = `update authenticator_app set last_step = $2 where id = $1 and last_step < $2 returning 1`;

const REMOVE = `delete from authenticator_app where user_id = $1 and confirmed_at is not null returning 1`;
