import { DataTable, Sheet, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import type { CollectorDetail } from './collector-page';

/** What failed in the last round, in words, and how far the ranges were searched. */
export function CollectorRound({ collector }: { readonly collector: CollectorDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { failures, report } = collector;
  if (!report) return null;
  return (
    <>
      {failures.length > 0 && (
        <Sheet title={t('collectors.failures.title', { count: report.devicesFailed })} flush>
          <DataTable
            caption={t('collectors.failures.caption')}
            rows={failures}
            rowKey={({ address }) => address}
            columns={[
              {
                id: 'address',
                header: t('collectors.failures.address'),
                cell: ({ address }) => <code>{address}</code>,
                phone: 'title',
              },
              {
                id: 'reason',
                header: t('collectors.failures.reason'),
                cell: ({ reason }) => t(`collectors.reason.${reason}`),
              },
              {
                id: 'since',
                header: t('collectors.failures.since'),
                cell: ({ since }) => format.moment(since),
              },
            ]}
          />
        </Sheet>
      )}
      {report.coverage.length > 0 && (
        <Sheet title={t('collectors.coverage.title')} flush>
          <DataTable
            caption={t('collectors.coverage.title')}
            rows={report.coverage}
            rowKey={({ range }) => range}
            columns={[
              {
                id: 'range',
                header: t('collectors.coverage.range'),
                cell: ({ range }) => <code>{range}</code>,
                phone: 'title',
              },
              {
                id: 'asked',
                header: t('collectors.coverage.asked'),
                cell: ({ asked, addresses }) =>
                  t('collectors.read', { read: format.number(asked), all: format.number(addresses) }),
              },
              {
                id: 'printers',
                header: t('collectors.coverage.printers'),
                cell: ({ printers }) => format.number(printers),
              },
              {
                id: 'others',
                header: t('collectors.coverage.others'),
                cell: ({ others }) => format.number(others),
              },
            ]}
          />
        </Sheet>
      )}
    </>
  );
}
