import type { AuditAction, AuditFacts, PayloadOf, auditEntryRecorded } from '@platen/contracts';
import type { Actor } from '../actor/actor';

/** What a use case says about an act of its own; who acted and where is added from the actor. */
export interface AuditNote {
  readonly action: AuditAction;
  /** the thing acted on, for example `{ kind: 'user', id }` */
  readonly target?: { readonly kind: string; readonly id: string };
  /** ids and settings, never names, addresses or secrets */
  readonly facts?: AuditFacts;
  /** who really acted, where the transaction runs as the system: sign-in, links from mails */
  readonly by?: Pick<Actor, 'kind' | 'id'> & Partial<Pick<Actor, 'viewedBy'>>;
  /** whose log it belongs to, where that is not the actor's own: staff acting on a customer, sign-in */
  readonly of?: { readonly customerId: string | null; readonly branchId: string | null };
}

/** The entry that a note of this actor becomes. */
export function auditEntryOf(note: AuditNote, actor: Actor): PayloadOf<typeof auditEntryRecorded> {
  const { customerId, branchId } = note.of ?? actor;
  const { kind, id, viewedBy = null } = note.by ?? actor;
  return {
    action: note.action,
    occurredAt: new Date().toISOString(),
    actor: { kind, id, viewedBy },
    customerId,
    branchId,
    target: note.target ?? null,
    facts: note.facts ?? {},
    requestId: actor.requestId,
  };
}
