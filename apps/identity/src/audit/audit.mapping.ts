import { type AuditAction, type AuditFacts, auditActions } from '@platen/contracts';
import type { AuditNames } from './audit-names';
import type { AuditEntryRow, AuditFilter } from './audit-query';
import type { AuditChainCheckType, AuditEntryType, AuditFactType, AuditFilterInput } from './audit.type';
import type { ChainVerdict } from './verify-chain';

/** Longest word that is looked for; a longer one is no id and no address. */
const LONGEST = 320;

/** Unknown acts are left out, so that a filter of nothing but those finds nothing. */
export function toAuditFilter(input: AuditFilterInput | null | undefined): AuditFilter {
  return {
    actor: wordOf(input?.actor),
    actions: input?.actions
      ? auditActions.filter((action: AuditAction) => input.actions?.includes(action))
      : null,
    targetKind: wordOf(input?.targetKind),
    target: wordOf(input?.target),
    from: input?.from ?? null,
    before: input?.before ?? null,
    customerId: input?.customerId ?? null,
  };
}

function wordOf(text: string | null | undefined): string | null {
  const word = text?.replaceAll('\0', '').trim().slice(0, LONGEST);
  return word ? word : null;
}

/** An entry as its type shows it. */
export function toAuditEntry(row: AuditEntryRow, names: AuditNames): AuditEntryType {
  const { id, position, occurredAt, recordedAt, action, requestId, customerId } = row;
  const nameOf = (of: string) => names.get(of.toLowerCase()) ?? null;
  return {
    ...{ id, position, occurredAt, recordedAt, action, requestId, customerId },
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorId && nameOf(row.actorId) },
    viewedBy: row.viewedBy === null ? null : { id: row.viewedBy, name: nameOf(row.viewedBy) },
    target:
      row.targetKind === null || row.targetId === null
        ? null
        : { kind: row.targetKind, id: row.targetId, name: nameOf(row.targetId) },
    facts: factsOf(row.facts),
    hash: row.hash.toString('hex'),
  };
}

function factsOf(facts: AuditFacts): AuditFactType[] {
  return Object.entries(facts).map(([name, value]) => {
    return { name, value: Array.isArray(value) ? value.join(', ') : String(value ?? '') };
  });
}

/** What a walk found, at the time it was asked for. */
export function toChainCheck(verdict: ChainVerdict, now: Date): AuditChainCheckType {
  return {
    length: verdict.length,
    firstPosition: Math.min(verdict.from + 1, verdict.length),
    verifiedPosition: verdict.verified,
    verifiedAt: now,
    head: verdict.head,
    problem: verdict.broken?.problem ?? null,
    problemPosition: verdict.broken?.position ?? null,
  };
}
