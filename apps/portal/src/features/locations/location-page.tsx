import { useQuery } from '@apollo/client/react';
import { type LocationFactsFragment, LocationDocument } from '@platen/graphql-client';
import { Columns, Empty, Note, Sheet, SheetBody, Stack, StatePill, UiLink, useFormat } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { PrintLabels } from '../labels/print-labels';
import { CloseLocation } from './close-location';
import { LocationFactsSheet } from './location-facts';

const route = getRouteApi('/in/locations/$locationId');

/** One location: its address, who takes deliveries, the machines that stand there. */
export function LocationPage() {
  const { t } = useTranslation();
  const { locationId } = route.useParams();
  const { odd } = route.useSearch();
  const { data, error, refetch } = useQuery(LocationDocument, {
    variables: { id: locationId },
    fetchPolicy: 'cache-and-network',
  });
  const crumbs = [{ label: t('nav.products') }, { label: t('locations.title'), href: paths.locations() }];
  const location = data?.site;
  if (!location)
    return (
      <Page title={t('locations.one')} crumbs={crumbs}>
        <Sheet>
          {error && <ProblemState error={error} onRetry={() => void refetch()} />}
          {!error && location === null && (
            <Empty title={t('locations.notFound.title')}>{t('locations.notFound.text')}</Empty>
          )}
        </Sheet>
      </Page>
    );
  const { name, deviceCount } = location;
  return (
    <Page title={name} crumbs={[...crumbs, { label: name }]} say={<Standing location={location} />}>
      {odd && <Note>{t('locations.oddPostalCode')}</Note>}
      <Columns>
        <LocationFactsSheet location={location} />
        <Stack>
          <Sheet title={t('locations.machines.title')}>
            <SheetBody>
              <p>{t('locations.machines.text', { count: deviceCount })}</p>
              {deviceCount > 0 && (
                <UiLink href={paths.devices({ site: location.id })}>{t('locations.machines.link')}</UiLink>
              )}
            </SheetBody>
          </Sheet>
          {location.viewerCanUpdate && !location.closedAt && deviceCount > 0 && (
            <PrintLabels location={location} />
          )}
          {location.viewerCanUpdate && !location.closedAt && <CloseLocation location={location} />}
        </Stack>
      </Columns>
    </Page>
  );
}

/** Whether everything is all right here, in one sentence. */
function Standing({ location: { closedAt, deviceCount } }: { readonly location: LocationFactsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!closedAt) return <b>{t('locations.sayMachines', { count: deviceCount })}</b>;
  return (
    <StatePill tone="warn" icon="warning">
      {t('locations.closedSince', { at: format.moment(closedAt) })}
    </StatePill>
  );
}
