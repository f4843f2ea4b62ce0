import type { SupplyPlanFactsFragment } from '@platen/graphql-client';
import { useFormat } from '@platen/ui';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { bandOf } from './band-of';
import classes from './forecast-band.module.css';

type Forecast = NonNullable<SupplyPlanFactsFragment['forecast']>;

/** When a supply is expected to be empty, as a band of days with its likeliest, and when an order becomes due. */
export function ForecastBand({ forecast }: { readonly forecast: Forecast }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { emptyFrom, emptyTo, emptyLikely, orderLikely, reorderAtPercent, riskPercent } = forecast;
  const { from, to, likely, order } = bandOf(forecast, format.isoToday());
  const sentences = [
    emptyTo
      ? t('plans.empties.between', {
          from: format.day(emptyFrom),
          to: format.day(emptyTo),
          likely: format.day(emptyLikely),
        })
      : t('plans.empties.after', { from: format.dayOfYear(emptyFrom) }),
    orderLikely && t('plans.empties.order', { day: format.day(orderLikely) }),
    reorderAtPercent !== null && t('plans.empties.reorder', { level: format.percent(reorderAtPercent) }),
    t('plans.empties.risk', {
      risk: format.percent(riskPercent),
      limit: format.percent(forecast.riskLimitPercent),
    }),
  ];
  const place = { '--from': `${from}%`, '--to': `${to}%`, '--likely': `${likely}%`, '--order': `${order}%` };
  return (
    <div>
      {/* the sentence below says the same */}
      <div className={classes.line} style={place as CSSProperties} aria-hidden="true">
        <span className={classes.band} />
        <span className={classes.likely} />
        {orderLikely && <span className={classes.order} />}
      </div>
      <p className={classes.words}>{sentences.filter(Boolean).join(' ')}</p>
    </div>
  );
}
