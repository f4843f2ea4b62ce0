import { useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { fleetSentence } from '../../shared/fleet-sentence';
import type { OverviewData } from './overview-data';

/** "146 of 148 machines are fine. One is down. Five orders are on their way." */
export function OverviewSentence({ data }: { readonly data: OverviewData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fleetSummary, orderSummary } = data;
  const fleet = fleetSummary ? fleetSentence(fleetSummary, t, format) : undefined;
  const coming = orderSummary?.underWay ?? 0;
  const parts = [
    ...(fleet?.details ?? []),
    ...(coming > 0 ? [t('overview.say.underWay', { count: coming })] : []),
  ];
  return (
    <>
      {fleet && <b>{fleet.verdict}</b>} {parts.join(' ')}
    </>
  );
}
