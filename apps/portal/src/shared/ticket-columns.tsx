import type { TicketRowFragment } from '@platen/graphql-client';
import { Age, type Column, TwoLines } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TicketStatusPill } from './ticket-status';

/** A service request as a line of a list. */
export type TicketRow = TicketRowFragment & { readonly device?: { readonly name: string } | null };

/** Columns of every list of service requests. */
export function useTicketColumns({
  withDevice,
}: {
  readonly withDevice: boolean;
}): readonly Column<TicketRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const device: Column<TicketRow> = {
      id: 'device',
      header: t('tickets.column.device'),
      cell: (ticket) => ticket.device?.name,
      phone: 'plain',
    };
    return [
      {
        id: 'subject',
        header: t('tickets.column.subject'),
        cell: (ticket) => (
          <TwoLines first={ticket.subject} second={t('tickets.oneNumber', { number: ticket.number })} />
        ),
        phone: 'title',
      },
      ...(withDevice ? [device] : []),
      {
        id: 'status',
        header: t('tickets.column.status'),
        cell: ({ status }) => <TicketStatusPill status={status} />,
        phone: 'corner',
      },
      {
        id: 'opened',
        header: t('tickets.column.opened'),
        cell: ({ openedAt }) => <Age at={openedAt} sentence />,
        align: 'end',
      },
    ];
  }, [t, withDevice]);
}
