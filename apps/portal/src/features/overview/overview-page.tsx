import { useQuery } from '@apollo/client/react';
import { OverviewDocument } from '@platen/graphql-client';
import { Empty, Sheet, Stack, useFormat, WaitingTiles } from '@platen/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { Page } from '../../shared/page';
import { ProblemState } from '../../shared/problem-state';
import { underWay } from '../../shared/under-way';
import { useRight, useViewer } from '../../shared/viewer';
import { MachinesToLookAt } from './machines-to-look-at';
import { OrdersUnderWay } from './orders-under-way';
import { OverviewSentence } from './overview-sentence';
import { OverviewTiles } from './overview-tiles';

/** First page after signing in: is everything all right, and what needs a look today? */
export function OverviewPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { user } = useViewer();
  const withDevices = useRight('device:read');
  const withOrders = useRight('order:read');
  const withTickets = useRight('ticket:read');
  const { data, error, refetch } = useQuery(OverviewDocument, {
    variables: {
      withDevices,
      withOrders,
      withTickets,
      underWay: { statuses: underWay },
      openTickets: { open: true },
      needsLook: { attention: 'ANY' },
    },
    fetchPolicy: 'cache-and-network',
  });
  const nothingAllowed = !withDevices && !withOrders && !withTickets;
  const expectedTiles = (withDevices ? 3 : 0) + (withOrders ? 1 : 0) + (withTickets ? 1 : 0);
  const retry = () => void refetch();
  return (
    <Page
      title={t(`overview.greeting.${partOfDay(format.hourNow())}`, { name: user?.firstName ?? '' })}
      crumbs={[{ label: format.today() }]}
      say={<>{data && <OverviewSentence data={data} />}</>}
    >
      {data && <OverviewTiles data={data} />}
      {!data && !error && <WaitingTiles count={expectedTiles} />}
      <Stack>
        {nothingAllowed && (
          <Sheet>
            <Empty title={t('overview.noRights.title')}>{t('overview.noRights.text')}</Empty>
          </Sheet>
        )}
        {withDevices && (
          <Part
            title={t('overview.look.title')}
            answered={data ? Boolean(data.devices) : !error}
            error={error}
            retry={retry}
          >
            <MachinesToLookAt devices={nodesOf(data?.devices)} />
          </Part>
        )}
        {withOrders && (
          <Part
            title={t('overview.orders.title')}
            answered={data ? Boolean(data.orders) : !error}
            error={error}
            retry={retry}
          >
            <OrdersUnderWay orders={nodesOf(data?.orders)} />
          </Part>
        )}
      </Stack>
    </Page>
  );
}

/** One sheet of the overview; when its service is away it says so and the others stay. */
function Part(props: {
  readonly title: string;
  readonly answered: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Sheet title={props.title} flush>
      {props.answered ? props.children : <ProblemState error={props.error} onRetry={props.retry} />}
    </Sheet>
  );
}

function partOfDay(hour: number): 'morning' | 'afternoon' | 'evening' {
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
