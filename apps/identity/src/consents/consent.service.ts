import { type Result, err, ok } from '@platen/kernel';
import type { Actor, Tx, UnitOfWork } from '@platen/platform';
import { CONSENT_VERSION } from './consent-text';

/** What somebody last said to being written to by the provider and its group (R12). */
export interface Consent {
  /** no answer is no */
  readonly given: boolean;
  /** null as long as nothing was said */
  readonly saidAt: Date | null;
  /** of the text that the answer was given to */
  readonly version: string | null;
}

export interface ConsentRefused {
  /** the branch sends nothing of the kind; or the text has changed since the page was opened */
  readonly code: 'CONSENT_NOT_ASKED' | 'CONSENT_TEXT_CHANGED';
}

export interface SayConsent {
  readonly given: boolean;
  readonly version: string;
}

/** Keeps what people say to mails that are not about their printers (R12, R13): each answer, its date and text. */
export class ConsentService {
  constructor(private readonly work: UnitOfWork) {}

  /** @returns null where the branch does not ask, and for who looks through somebody else's eyes */
  async find(actor: Actor): Promise<Consent | null> {
    if (actor.viewedBy !== null) return null;
    return this.work.read(actor, (tx) => findConsent(tx, actor.id ?? ''));
  }

  /** Saying the same again changes nothing; taking it back is as easy as giving it. */
  async say(actor: Actor, { given, version }: SayConsent): Promise<Result<Consent, ConsentRefused>> {
    const id = actor.id ?? '';
    return this.work.write(actor, async (tx) => {
      await tx.query(LOCK, [id]);
      const before = await findConsent(tx, id);
      if (!before) return err({ code: 'CONSENT_NOT_ASKED' });
      if (version !== CONSENT_VERSION) return err({ code: 'CONSENT_TEXT_CHANGED' });
      if (before.given === given && before.version === version) return ok(before);
      await tx.query(SAY, [id, given, version]);
      const action = given ? 'consent.given' : 'consent.withdrawn';
      tx.audit({ action, target: { kind: 'user', id }, facts: { version } });
      return ok((await findConsent(tx, id)) ?? before);
    });
  }
}

async function findConsent(tx: Tx, userId: string): Promise<Consent | null> {
  const [consent] = await tx.query<Consent>(FIND, [userId]);
  return consent ?? null;
}

const LOCK = `select from user_account where id = $1 for no key update`;

const FIND = `
  select coalesce(last.given, false) as given, last.said_at as "saidAt", last.version
  from user_account person
  join branch on branch.id = person.branch_id and (branch.settings->>'marketingConsent')::boolean
  left join lateral (
    select given, said_at, version from consent where user_id = person.id order by id desc limit 1) last on true
  where person.id = $1 and person.customer_id is not null`;

const SAY = `
  insert into consent (customer_id, branch_id, user_id, given, version)
  select customer_id, branch_id, id, $2, $3 from user_account where id = $1`;
