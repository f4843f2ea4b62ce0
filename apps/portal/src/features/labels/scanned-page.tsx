import { useQuery } from '@apollo/client/react';
import { LabelledDeviceDocument } from '@platen/graphql-client';
import { Empty, Sheet } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';

const route = getRouteApi('/in/l/$code');

/** Where a scanned label leads: on to its machine, or to what to do when it leads nowhere. */
export function ScannedPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { code } = route.useParams();
  const { data, error, refetch } = useQuery(LabelledDeviceDocument, {
    variables: { code },
    fetchPolicy: 'network-only',
  });
  const id = data?.labelledDevice?.id;
  useEffect(() => {
    // the way back leads to what stood before the scan
    if (id) router.history.replace(paths.device(id));
  }, [id, router]);
  return (
    <Page title={t('labels.scanned.title')} crumbs={[{ label: t('labels.scanned.title') }]}>
      <Sheet>
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {data && !id && <Empty title={t('labels.scanned.none')}>{t('labels.scanned.noneText')}</Empty>}
      </Sheet>
    </Page>
  );
}
