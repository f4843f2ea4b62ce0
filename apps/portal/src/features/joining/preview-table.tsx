import type { PreviewInvitationsMutation } from '@platen/graphql-client';
import { type Column, DataTable, StatePill } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageFor, languageNames } from '../../shared/language';
import { roleName } from '../../shared/role-name';

export type PreviewRow = Extract<
  PreviewInvitationsMutation['previewInvitations'],
  { __typename: 'PreviewInvitationsSuccess' }
>['rows'][number];

/** What would become of each line; a bad one says why. Nothing has been sent yet. */
export function PreviewTable({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<PreviewRow>[] => [
      { id: 'row', header: t('joining.list.row'), cell: ({ row }) => row, phone: 'hidden' },
      {
        id: 'email',
        header: t('joining.email'),
        cell: ({ email }) => email || t('joining.list.noAddress'),
        phone: 'title',
      },
      {
        id: 'role',
        header: t('joining.role'),
        cell: (row) => row.roleName && roleName(row.roleName, t),
      },
      {
        id: 'language',
        header: t('joining.language'),
        cell: ({ locale }) => locale && languageNames[languageFor([locale])],
      },
      {
        id: 'verdict',
        header: t('joining.list.verdict'),
        cell: ({ problem }) =>
          problem === null ? (
            <StatePill tone="ok" icon="check">
              {t('joining.list.good')}
            </StatePill>
          ) : (
            <StatePill tone="warn" icon="warning">
              {problem}
            </StatePill>
          ),
        phone: 'plain',
      },
    ],
    [t],
  );
  const good = rows.filter(({ problem }) => problem === null).length;
  return (
    <DataTable
      caption={t('joining.list.preview')}
      columns={columns}
      rows={rows}
      rowKey={({ row }) => String(row)}
      count={t('joining.list.count', { good, bad: rows.length - good })}
    />
  );
}
