import { useQuery } from '@apollo/client/react';
import { type SupplyPlanFactsFragment, SupplyPlansDocument } from '@platen/graphql-client';
import { Empty, Sheet, SheetBody, StatePill, type Tone, TwoLines, useFormat, Why } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { supplyName } from '../../shared/devices/supply-view';
import { ProblemState } from '../../shared/problem-state';
import { ForecastBand } from './forecast-band';
import classes from './supply-plans.module.css';

const tones: Readonly<Partial<Record<SupplyPlanFactsFragment['state'], Tone>>> = {
  OK: 'ok',
  INSTALLED: 'ok',
  LOST: 'warn',
  EXPIRED: 'warn',
};

/** What automatic ordering does for each supply of a machine: why ordered, why not yet, what is expected when. */
export function SupplyPlans({ deviceId }: { readonly deviceId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(SupplyPlansDocument, {
    variables: { deviceId },
    fetchPolicy: 'cache-and-network',
  });
  const plans = data?.device?.supplyPlans;
  return (
    <Sheet title={t('plans.title')}>
      <SheetBody ruled>
        {!plans && error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {plans?.length === 0 && <Empty title={t('plans.empty.title')}>{t('plans.empty.text')}</Empty>}
        {plans?.map((plan) => (
          <Plan key={plan.slot} plan={plan} />
        ))}
      </SheetBody>
    </Sheet>
  );
}

function Plan({ plan }: { readonly plan: SupplyPlanFactsFragment }) {
  const { t } = useTranslation();
  const { kind, color, state, text, forecast, nextStep, decisions } = plan;
  const name = supplyName({ kind, color: color ?? 'NONE', description: plan.slot }, t);
  return (
    <section aria-label={name} className={classes.plan}>
      <TwoLines
        first={name}
        end={<StatePill tone={tones[state] ?? 'plain'}>{t(`plans.state.${state}`)}</StatePill>}
      />
      {forecast && <ForecastBand forecast={forecast} />}
      <Why question={t(state === 'OK' ? 'plans.why.notYet' : 'plans.why.now')}>
        {text} {nextStep !== 'NONE' && t(`plans.step.${nextStep}`)}
      </Why>
      {decisions.length > 0 && <DecisionLog name={name} decisions={decisions} />}
    </section>
  );
}

/** Every decision of the last months; the newest is said above already. */
function DecisionLog({
  name,
  decisions,
}: {
  readonly name: string;
  readonly decisions: SupplyPlanFactsFragment['decisions'];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details>
      <summary>{t('plans.log.open', { count: decisions.length })}</summary>
      <ol className={classes.log} aria-label={t('plans.log.of', { name })}>
        {decisions.map(({ id, decidedAt, levelPercent, ordered, text }) => (
          <li key={id}>
            <TwoLines
              plain
              first={text}
              second={[
                format.moment(decidedAt),
                levelPercent !== null && format.percent(levelPercent),
                ordered && t('plans.log.ordered'),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          </li>
        ))}
      </ol>
    </details>
  );
}
