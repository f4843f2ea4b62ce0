import { useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import type { OverviewData } from './overview-data';

/** "146 of 148 machines are fine. One is down. Five orders are on their way." */
export function OverviewSentence({ data }: { readonly data: OverviewData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fleetSummary: fleet, orderSummary } = data;
  const parts: string[] = [];
  if (fleet && fleet.down > 0) parts.push(t('overview.say.down', { count: fleet.down }));
  if (fleet && fleet.silent > 0) parts.push(t('overview.say.silent', { count: fleet.silent }));
  if (orderSummary && orderSummary.underWay > 0) {
    parts.push(t('overview.say.underWay', { count: orderSummary.underWay }));
  }
  const verdict = () => {
    if (!fleet) return undefined;
    const bad = fleet.down + fleet.silent;
    if (fleet.devices === 0) return t('overview.say.noMachines');
    if (bad === 0) return t('overview.say.allFine', { count: fleet.devices });
    return t('overview.say.someFine', {
      count: fleet.devices - bad,
      fine: format.number(fleet.devices - bad),
      all: format.number(fleet.devices),
    });
  };
  return (
    <>
      <b>{verdict()}</b> {parts.join(' ')}
    </>
  );
}
