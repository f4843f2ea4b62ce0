import type { CollectorRowFragment } from '@platen/graphql-client';
import { StatePill, type Tone } from '@platen/ui';
import { useTranslation } from 'react-i18next';

const tones: Readonly<Record<CollectorRowFragment['state'], Tone>> = {
  ONLINE: 'ok',
  SILENT: 'down',
  WAITING: 'plain',
  REVOKED: 'plain',
};

/** A collector's state in a word; a clock that is off or an old version makes a working one worth a look. */
export function CollectorStatePill({ collector }: { readonly collector: CollectorRowFragment }) {
  const { t } = useTranslation();
  const { state, report } = collector;
  if (state === 'ONLINE' && report?.isClockOff)
    return <StatePill tone="warn">{t('collectors.state.clockOff')}</StatePill>;
  if (state === 'ONLINE' && report?.isOutdated)
    return <StatePill tone="warn">{t('collectors.state.outdated')}</StatePill>;
  return <StatePill tone={tones[state]}>{t(`collectors.state.${state}`)}</StatePill>;
}
