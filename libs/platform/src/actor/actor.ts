import type { Locale, Right } from '@platen/contracts';

export type ActorKind = 'anonymous' | 'guest' | 'user' | 'staff' | 'partner' | 'collector' | 'system';

/**
 * Who acts. Made by the gateway (or by a worker for itself), handed to every use case as its first argument.
 * `id` is the user, key or collector; null for anonymous and system. `customerId` is the tenant; staff have a
 * branch and no customer. Never build one from client input.
 */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string | null;
  readonly branchId: string | null;
  readonly customerId: string | null;
  readonly rights: ReadonlySet<Right>;
  readonly locale: Locale;
  readonly sessionId: string | null;
  /** who looks at the product through this actor's eyes: an administrator or staff. Such an actor changes nothing. */
  readonly viewedBy: string | null;
  /** what this key may use in a minute; null for people, and for keys under the general limit */
  readonly limits: KeyLimits | null;
  readonly requestId: string;
}

/** Ceilings of one key, per minute (threats C7, C11). */
export interface KeyLimits {
  readonly requests: number | null;
  readonly cost: number | null;
}

/** Nobody known: may use public fields only. */
export function anonymous(requestId: string, locale: Locale): Actor {
  return {
    kind: 'anonymous',
    id: null,
    branchId: null,
    customerId: null,
    rights: new Set(),
    locale,
    sessionId: null,
    viewedBy: null,
    limits: null,
    requestId,
  };
}

/**
 * The product itself: event handlers, jobs, seeds. Sees every tenant of its own service, so its use cases scope
 * by the ids in the event.
 */
export function system(requestId: string): Actor {
  return {
    kind: 'system',
    id: null,
    branchId: null,
    customerId: null,
    rights: new Set(),
    locale: 'en',
    sessionId: null,
    viewedBy: null,
    limits: null,
    requestId,
  };
}

/** The rows that the database lets this actor touch (row-level security, second fence behind the policies). */
export type TenantScope =
  | { readonly scope: 'system' }
  | { readonly scope: 'branch'; readonly branchId: string }
  | { readonly scope: 'customer'; readonly customerId: string }
  | { readonly scope: 'none' };

/** The actor's widest scope in the database; nothing at all unless a branch or customer stands in the identity. */
export function tenantScope(actor: Actor): TenantScope {
  if (actor.kind === 'system') return { scope: 'system' };
  if (actor.kind === 'anonymous') return { scope: 'none' };
  if (actor.customerId) return { scope: 'customer', customerId: actor.customerId };
  if (actor.branchId && (actor.kind === 'staff' || actor.kind === 'partner'))
    return { scope: 'branch', branchId: actor.branchId };
  return { scope: 'none' };
}
