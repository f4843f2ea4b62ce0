import type { DeviceTimelineQuery } from '@platen/graphql-client';
import type { Formatter } from '@platen/ui';
import type { TFunction } from 'i18next';

type Event = NonNullable<DeviceTimelineQuery['device']>['timeline']['edges'][number]['node'];

const knownKinds = [
  'registered',
  'installed',
  'moved',
  'move-planned',
  'move-cancelled',
  'move-failed',
  'changed',
  'sent-to-repair',
  'repaired',
  'swapped',
  'retired',
  'collected',
  'monitored',
  'not-monitored',
  'counter-reset',
  'counter-replaced',
  'reading-corrected',
  'cartridge-changed',
  'fell-silent',
  'heard-again',
] as const;
type KnownKind = (typeof knownKinds)[number];
const isKnown = (kind: string): kind is KnownKind => (knownKinds as readonly string[]).includes(kind);

const reasons = [
  'defect',
  'maintenance',
  'newer_machine',
  'end_of_contract',
  'site_closed',
  'not_needed',
  'other',
] as const;

/** What happened, in a few words, and what belongs to it; a kind without words keeps its own. */
export function eventWords(
  event: Event,
  t: TFunction,
  format: Formatter,
): { readonly title: string; readonly detail: string } {
  const fact = (name: string) => event.facts.find((each) => each.name === name)?.value;
  const reason = reasons.find((each) => each === fact('reason'));
  const total = fact('total');
  const on = fact('on');
  const percent = fact('percent');
  const cartridge = fact('cartridge');
  const details = [
    reason && t(`lifecycle.reason.${reason}`),
    event.fromSite && event.toSite && `${event.fromSite.name} \u2192 ${event.toSite.name}`,
    !event.fromSite && event.toSite?.name,
    on && t('timeline.plannedFor', { day: format.longDay(on) }),
    percent && t('timeline.level', { level: format.percent(Number(percent)) }),
    cartridge && t('timeline.cartridge', { serial: cartridge }),
    total && t('timeline.counter', { value: format.number(Number(total)) }),
  ];
  return {
    title: isKnown(event.kind) ? t(`timeline.kind.${event.kind}`) : event.kind,
    detail: details.filter(Boolean).join(' \u00b7 '),
  };
}
