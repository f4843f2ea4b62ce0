import type { AuditEntryInListFragment } from '@platen/graphql-client';
import { type Column, TwoLines, useFormat } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { actionWords } from './audit-actions';
import { actorWords, targetKindWords } from './audit-words';

type Entry = AuditEntryInListFragment;

/** The columns of the log. @param withCustomer  whose log the entry stands in; for staff */
export function useAuditColumns(withCustomer: boolean): readonly Column<Entry>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const seenBy = ({ viewedBy }: Entry) =>
      viewedBy && t('audit.viewed', { name: viewedBy.name ?? t('audit.somebody') });
    const customer: Column<Entry> = {
      id: 'customer',
      header: t('audit.column.customer'),
      cell: (entry) => entry.customer?.name ?? t('audit.branchItself'),
    };
    const columns: Column<Entry>[] = [
      {
        id: 'action',
        header: t('audit.column.action'),
        cell: (entry) => actionWords(entry.action, t),
        phone: 'title',
      },
      {
        id: 'who',
        header: t('audit.column.who'),
        cell: (entry) => <TwoLines plain first={actorWords(entry.actor, t)} second={seenBy(entry)} />,
      },
      {
        id: 'target',
        header: t('audit.column.target'),
        cell: ({ target }) =>
          target && (
            <TwoLines
              plain
              first={target.name ?? targetKindWords(target.kind, t)}
              second={target.name && targetKindWords(target.kind, t)}
            />
          ),
      },
      ...(withCustomer ? [customer] : []),
      {
        id: 'when',
        header: t('audit.column.when'),
        cell: ({ occurredAt }) => (
          <time dateTime={occurredAt} title={format.exact(occurredAt)}>
            {format.moment(occurredAt)}
          </time>
        ),
        whole: true,
      },
    ];
    return columns;
  }, [t, format, withCustomer]);
}
