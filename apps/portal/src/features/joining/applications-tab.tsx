import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import {
  type ApplicationRowFragment,
  type ApplicationState,
  ApplicationsDocument,
} from '@platen/graphql-client';
import {
  type Column,
  DataTable,
  Empty,
  FilterBar,
  NoResults,
  Sheet,
  Stack,
  TwoLines,
  UiLink,
  useFormat,
} from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { pageSize, useMore } from '../../shared/use-pages';
import { DecideApplication } from './decide-application';
import type { JoiningSearch } from './joining-search';
import { ApplicationStatePill } from './joining-state';

const states: readonly ApplicationState[] = ['OPEN', 'APPROVED', 'DECLINED', 'EXPIRED'];

/** Who asks for an account with the customer number; one at a time is opened and decided (S1). */
export function ApplicationsTab({ search }: { readonly search: JoiningSearch }) {
  const { t } = useTranslation();
  const router = useRouter();
  const state = states.find((known) => known === search.state);
  const { data, previousData, error, refetch, fetchMore } = useQuery(ApplicationsDocument, {
    variables: { first: pageSize, state: state ?? null },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.applications;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const columns = useColumns();
  const opened = rows?.find(({ id }) => id === search.application);
  const show = (next: string) => router.history.replace(paths.joining({ tab: 'applications', state: next }));
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    if (!state)
      return (
        <Empty title={t('joining.noApplications.title')}>
          {t('joining.noApplications.text')}{' '}
          <UiLink href={paths.organisation()}>{t('joining.noApplications.link')}</UiLink>
        </Empty>
      );
    const clear = (
      <Button variant="default" onClick={() => show('')}>
        {t('list.clear')}
      </Button>
    );
    return <NoResults title={t('joining.noResults')} action={clear} />;
  };
  return (
    <Stack>
      {opened && <DecideApplication key={opened.id} application={opened} state={state} />}
      <section aria-label={t('joining.tab.applications')}>
        <FilterBar label={t('list.filters')}>
          <NativeSelect
            label={t('joining.state')}
            data={[
              { value: '', label: t('joining.all') },
              ...states.map((value) => ({ value, label: t(`joining.application.${value}`) })),
            ]}
            value={state ?? ''}
            onChange={({ currentTarget }) => show(currentTarget.value)}
          />
        </FilterBar>
        <Sheet flush>
          <DataTable
            caption={t('joining.tab.applications')}
            columns={columns}
            rows={error && !rows ? [] : rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.joining({ tab: 'applications', state, application: id })}
            instead={instead()}
            more={more}
          />
        </Sheet>
      </section>
    </Stack>
  );
}

function useColumns(): Column<ApplicationRowFragment>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'person',
        header: t('joining.person'),
        cell: ({ firstName, lastName, email }) => (
          <TwoLines first={`${firstName} ${lastName}`} second={email} />
        ),
        phone: 'title',
      },
      {
        id: 'state',
        header: t('joining.state'),
        cell: (row) => <ApplicationStatePill state={row.state} />,
        phone: 'corner',
      },
      {
        id: 'received',
        header: t('joining.received'),
        cell: ({ createdAt }) => format.moment(createdAt),
        whole: true,
      },
      {
        id: 'decided',
        header: t('joining.decided'),
        cell: ({ decidedAt, decidedBy, expiresAt, state: now }) =>
          decidedAt ? (
            <TwoLines
              plain
              first={decidedBy ? `${decidedBy.firstName} ${decidedBy.lastName}` : t('joining.byNobody')}
              second={format.moment(decidedAt)}
            />
          ) : (
            now === 'OPEN' && t('joining.decideUntil', { moment: format.moment(expiresAt) })
          ),
      },
    ],
    [t, format],
  );
}
