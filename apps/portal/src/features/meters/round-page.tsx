import { useQuery } from '@apollo/client/react';
import { MeterPeriodNowDocument } from '@platen/graphql-client';
import { Stack, useFormat } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { MetersContact } from '../../shared/readings/meters-contact';
import { RoundGrid } from './round-grid';
import { RoundFilters } from './round-filters';
import type { RoundSearch } from './round-search';

const route = getRouteApi('/in/meter-readings');

/** Counters of many machines at once: those that lack a reading this month first (R62, R64). */
export function RoundPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const router = useRouter();
  const search = route.useSearch();
  const show = useCallback(
    (next: RoundSearch) => router.history.replace(paths.meterReadings(next)),
    [router],
  );
  const { data, refetch } = useQuery(MeterPeriodNowDocument, { fetchPolicy: 'cache-and-network' });
  const period = data?.meterPeriod;
  return (
    <Page
      title={t('readings.title')}
      crumbs={[{ label: t('nav.products') }, { label: t('readings.title') }]}
      say={period && t('readings.say', { count: period.due, on: format.longDay(period.dueOn) })}
    >
      <RoundFilters search={search} onChange={show} />
      <Stack>
        <RoundGrid search={search} onHandedIn={() => void refetch()} />
        <MetersContact />
      </Stack>
    </Page>
  );
}
