import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Actor } from '../actor/actor';
import type { UnitOfWork } from '../database/unit-of-work';

/** One entry per actor in this time: who tries everything fills no log. */
const ONCE_IN_MS = 60_000;
/** More actors than this refused within a minute: the memory starts afresh instead of growing. */
const REMEMBERED = 10_000;

/**
 * Puts into the audit log that somebody known was refused for want of a right (threats C40). Strangers are not
 * noted: they are in nobody's log, and could write it full.
 */
export class Denials {
  private readonly noted = new Map<string, number>();

  /** @param elapsedMs  monotonic time in milliseconds */
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: Logger,
    private readonly elapsedMs: () => number = () => performance.now(),
  ) {}

  /** The answer does not depend on it: an entry that cannot be written is logged, and that is all. */
  async note(actor: Actor, errors: readonly GraphQLFormattedError[]): Promise<void> {
    const denied = errors.find(({ extensions }) => extensions?.code === 'UNAUTHORIZED');
    if (!denied || actor.id === null || !this.isDue(actor.id)) return;
    const field = String(denied.path?.[0] ?? 'unknown');
    try {
      await this.work.write(actor, async (tx) =>
        tx.audit({ action: 'access.denied', target: { kind: 'field', id: field.slice(0, 100) } }),
      );
    } catch (error) {
      this.log.warn({ err: error, requestId: actor.requestId }, 'a refusal could not be noted');
    }
  }

  private isDue(actorId: string): boolean {
    const now = this.elapsedMs();
    const last = this.noted.get(actorId);
    if (last !== undefined && now - last < ONCE_IN_MS) return false;
    if (this.noted.size >= REMEMBERED) this.noted.clear();
    this.noted.set(actorId, now);
    return true;
  }
}
