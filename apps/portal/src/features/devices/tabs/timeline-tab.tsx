import { useQuery } from '@apollo/client/react';
import { type DeviceTimelineQuery, DeviceTimelineDocument } from '@platen/graphql-client';
import { type Column, DataTable, Empty, Sheet, TwoLines, UiLink, useFormat } from '@platen/ui';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../../shared/connection';
import { paths } from '../../../shared/paths';
import { personName } from '../../../shared/person-name';
import { ProblemState } from '../../../shared/problem-state';
import { pageSize, useMore } from '../../../shared/use-pages';
import type { DeviceDetail } from '../device-detail';
import { eventWords } from './event-words';

type Event = NonNullable<DeviceTimelineQuery['device']>['timeline']['edges'][number]['node'];

/** What happened to the machine, newest first. */
export function TimelineTab({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(DeviceTimelineDocument, {
    variables: { id: device.id, first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const list = data?.device?.timeline;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const columns = useMemo(
    (): Column<Event>[] => [
      {
        id: 'what',
        header: t('timeline.what'),
        cell: (event) => <What event={event} />,
        phone: 'title',
      },
      { id: 'who', header: t('timeline.who'), cell: (event) => who(event, t), phone: 'left' },
      {
        id: 'when',
        header: t('timeline.when'),
        cell: ({ happenedAt }) => format.moment(happenedAt),
        phone: 'right',
        align: 'end',
      },
    ],
    [t, format],
  );
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    return rows?.length === 0 && <Empty title={t('timeline.empty.title')}>{t('timeline.empty.text')}</Empty>;
  };
  return (
    <Sheet flush>
      <DataTable
        caption={t('devices.tabs.timeline')}
        columns={columns}
        rows={error && !rows ? [] : rows}
        rowKey={({ id }) => id}
        instead={instead()}
        more={more}
      />
    </Sheet>
  );
}

function What({ event }: { readonly event: Event }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, detail } = eventWords(event, t, format);
  const { otherDevice } = event;
  const link = otherDevice && <UiLink href={paths.device(otherDevice.id)}>{otherDevice.name}</UiLink>;
  return (
    <TwoLines
      first={title}
      second={
        <>
          {detail}
          {detail && link && ' · '}
          {link}
        </>
      }
    />
  );
}

/** The person where he may be named, else on whose side it was done. */
function who({ actor, actorKind }: Event, t: TFunction): string {
  if (actor) return personName(actor);
  switch (actorKind) {
    case 'collector':
      return t('timeline.by.collector');
    case 'user':
      return t('timeline.by.user');
    case 'staff':
      return t('timeline.by.staff');
    case 'partner':
      return t('timeline.by.partner');
    default:
      return t('timeline.by.system');
  }
}
