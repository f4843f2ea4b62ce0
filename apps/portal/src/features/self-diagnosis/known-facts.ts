import type { DeviceSilenceQuery } from '@platen/graphql-client';
import type { Formatter } from '@platen/ui';
import type { TFunction } from 'i18next';

type Device = NonNullable<DeviceSilenceQuery['device']>;

/** A machine that is silent. */
export type SilentDevice = Device & { readonly silence: NonNullable<Device['silence']> };

/** What is known from here; what is not known is left out. */
export function knownFacts(
  { silence, lastSeenAt, ipAddress, site }: SilentDevice,
  t: TFunction,
  format: Formatter,
): [string, string][] {
  const { nearby, heardNearby, limitHours, addressTaken } = silence;
  const facts: [string, string][] = [
    [
      t('silence.fact.seen'),
      lastSeenAt ? `${format.moment(lastSeenAt)}, ${format.ago(lastSeenAt)}` : t('silence.fact.never'),
    ],
    [t('silence.fact.limit'), t('silence.fact.hours', { count: limitHours })],
  ];
  if (ipAddress) facts.push([t('silence.fact.address'), ipAddress]);
  if (addressTaken) facts.push([t('silence.fact.other'), t('silence.fact.taken')]);
  if (site && nearby > 0)
    facts.push([
      t('silence.fact.nearby', { site: site.name }),
      t('silence.fact.heard', { heard: format.number(heardNearby), all: format.number(nearby) }),
    ]);
  return [...facts, ...ofCollector(silence, t, format)];
}

function ofCollector(
  { collectorState, collectorReportedAt, collectorClockOffMinutes, failure }: SilentDevice['silence'],
  t: TFunction,
  format: Formatter,
): [string, string][] {
  const facts: [string, string][] = [];
  if (collectorState === 'REVOKED') facts.push([t('silence.fact.collector'), t('silence.fact.revoked')]);
  else if (collectorState)
    facts.push([
      t('silence.fact.collector'),
      collectorReportedAt
        ? t('silence.fact.reported', { ago: format.ago(collectorReportedAt) })
        : t('silence.fact.unreported'),
    ]);
  if (collectorClockOffMinutes)
    facts.push([t('silence.fact.clock'), t('silence.fact.off', { count: collectorClockOffMinutes })]);
  if (failure) facts.push([t('silence.fact.failure'), t(`collectors.reason.${failure}`)]);
  return facts;
}
