import type { AuditEntryInListFragment } from '@platen/graphql-client';
import type { TFunction } from 'i18next';

const actors = ['anonymous', 'guest', 'user', 'staff', 'partner', 'collector', 'system'] as const;
const targets = [
  'user',
  'key',
  'role',
  'customer',
  'branch',
  'invitation',
  'application',
  'session',
  'device-group',
  'device',
  'site',
  'model',
  'meter',
  'meter-exception',
  'meter-period',
  'collector',
  'report',
  'order',
  'article',
  'supply',
] as const;

/** Who acted: the name where there is one that the reader may know, else what kind of actor it was. */
export function actorWords({ kind, name }: AuditEntryInListFragment['actor'], t: TFunction): string {
  if (name) return name;
  const known = actors.find((candidate) => candidate === kind);
  return known ? t(`audit.actor.${known}`) : kind;
}

/** What kind of thing was acted on. */
export function targetKindWords(kind: string, t: TFunction): string {
  const known = targets.find((candidate) => candidate === kind);
  return known ? t(`audit.target.${known}`) : kind;
}
