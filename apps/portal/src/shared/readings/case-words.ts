import type { MeterCaseFactsFragment } from '@platen/graphql-client';
import type { Formatter } from '@platen/ui';
import type { TFunction } from 'i18next';
import { meterName } from './meter-name';

/** What happened to a counter, in one sentence with its values; a second one says where it stands since. */
export function caseWords(one: MeterCaseFactsFragment, t: TFunction, format: Formatter): string {
  const { kind, meterKind, valueBefore, value, lastValue, lastReadAt, readAt } = one;
  const happened = t(`meterCases.happened.${kind}`, {
    meter: meterName(meterKind, t),
    before: format.number(valueBefore),
    value: format.number(value),
    on: format.date(readAt),
  });
  if (lastReadAt === readAt) return happened;
  const since = t('meterCases.since', { last: format.number(lastValue), on: format.date(lastReadAt) });
  return `${happened} ${since}`;
}
