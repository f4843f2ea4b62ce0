import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { AuditEntriesDocument } from '@platen/graphql-client';
import { DataTable, Empty, NoResults, Sheet, Stack } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { pageSize, useMore } from '../../shared/use-pages';
import { useViewer } from '../../shared/viewer';
import { useAuditColumns } from './audit-columns';
import { AuditFilters } from './audit-filters';
import { auditFilter, readOperators } from './audit-search';
import { ChainLine } from './chain-line';
import { useExport } from './export-audit';

const route = getRouteApi('/in/administration/audit');

/** Who did what, newest first: searched by operators in the address, proven on the spot, taken away as CSV. */
export function AuditPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { q = '' } = route.useSearch();
  const isStaff = useViewer().kind === 'STAFF';
  const { operands } = readOperators(q);
  const filter = auditFilter(operands);
  const { data, previousData, error, refetch, fetchMore } = useQuery(AuditEntriesDocument, {
    variables: { first: pageSize, filter },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.auditEntries;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const columns = useAuditColumns(isStaff);
  const file = useExport(filter);
  const show = useCallback((next: string) => router.history.replace(paths.audit({ q: next })), [router]);
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    if (q === '') return <Empty title={t('audit.empty.title')}>{t('audit.empty.text')}</Empty>;
    const clear = (
      <Button variant="default" onClick={() => show('')}>
        {t('list.clear')}
      </Button>
    );
    return (
      <NoResults title={t('audit.noResults.title')} action={clear}>
        {t('audit.noResults.text')}
      </NoResults>
    );
  };
  return (
    <Page
      title={t('audit.title')}
      crumbs={[{ label: t('nav.administration') }, { label: t('audit.title') }]}
      say={t('audit.say')}
      actions={rows && rows.length > 0 && file.button}
    >
      <AuditFilters q={q} withCustomers={isStaff} onChange={show} />
      <Stack>
        {file.outcome}
        <ChainLine customerId={operands.customer} />
        <Sheet flush>
          <DataTable
            caption={t('audit.title')}
            columns={columns}
            rows={error && !rows ? [] : rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.auditEntry(id)}
            instead={instead()}
            more={more}
          />
        </Sheet>
      </Stack>
    </Page>
  );
}
