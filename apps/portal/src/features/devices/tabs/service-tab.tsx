import { useQuery } from '@apollo/client/react';
import { DeviceTicketsDocument } from '@platen/graphql-client';
import { DataTable, Empty, Sheet } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../../shared/connection';
import { ProblemState } from '../../../shared/problem-state';
import type { DeviceDetail } from '../device-detail';
import { useTicketColumns } from '../../../shared/ticket-columns';
import { pageSize } from '../../../shared/use-pages';

/** Service requests of one machine, past ones included (R35). */
export function ServiceTab({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const columns = useTicketColumns({ withDevice: false });
  const { data, error, refetch } = useQuery(DeviceTicketsDocument, {
    variables: { filter: { deviceId: device.id }, first: pageSize },
  });
  const rows = nodesOf(data?.tickets);
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    return (
      rows?.length === 0 && <Empty title={t('tickets.noneHere.title')}>{t('tickets.noneHere.text')}</Empty>
    );
  };
  return (
    <Sheet flush>
      <DataTable
        caption={t('devices.tabs.service')}
        columns={columns}
        rows={error && !rows ? [] : rows}
        rowKey={({ id }) => id}
        instead={instead()}
      />
    </Sheet>
  );
}
