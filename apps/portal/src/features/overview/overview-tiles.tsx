import { Tile, TileRow, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';
import type { OverviewData } from './overview-data';

/** Figures of the day; each leads to its list, filtered. */
export function OverviewTiles({ data }: { readonly data: OverviewData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fleetSummary: fleet, orderSummary, tickets } = data;
  if (!fleet && !orderSummary && !tickets) return undefined;
  return (
    <TileRow label={t('overview.tiles.label')}>
      {fleet && (
        <>
          <Tile
            href={paths.devices({ state: 'DOWN' })}
            figure={format.number(fleet.down)}
            tone={fleet.down > 0 ? 'down' : 'plain'}
            label={t('overview.tiles.down', { count: fleet.down })}
            note={t('overview.tiles.downNote', { count: fleet.down })}
          />
          <Tile
            href={paths.devices({ state: 'SILENT' })}
            figure={format.number(fleet.silent)}
            label={t('overview.tiles.silent', { count: fleet.silent })}
            note={t('overview.tiles.silentNote', { count: fleet.silent })}
          />
          <Tile
            href={paths.devices({ attention: 'LOW_SUPPLY' })}
            figure={format.number(fleet.lowSupplies)}
            label={t('overview.tiles.low', { count: fleet.lowSupplies })}
            note={t('overview.tiles.lowNote', { count: fleet.lowSupplies })}
          />
        </>
      )}
      {orderSummary && (
        <Tile
          href={paths.orders({ status: 'underway' })}
          figure={format.number(orderSummary.underWay)}
          label={t('overview.tiles.orders', { count: orderSummary.underWay })}
          note={t('overview.tiles.ordersNote')}
        />
      )}
      {tickets && tickets.totalCount !== null && (
        <Tile
          href={paths.tickets()}
          figure={format.number(tickets.totalCount)}
          label={t('overview.tiles.tickets', { count: tickets.totalCount })}
          note={t('overview.tiles.ticketsNote')}
        />
      )}
    </TileRow>
  );
}
