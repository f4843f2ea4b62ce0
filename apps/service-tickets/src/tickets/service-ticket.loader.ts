import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import type { ServiceTicketService } from './service-ticket.service';
import type { ServiceTicketType } from './service-ticket.type';
import { toServiceTicketType } from './to-service-ticket-type';

/** Tickets of one request by id, each read once. */
export function ticketLoader(
  context: GraphqlContext,
  tickets: ServiceTicketService,
): DataLoader<string, ServiceTicketType | null> {
  return context.loader(
    'tickets',
    () =>
      new DataLoader(async (ids) => {
        const found = await tickets.findByIds(context.actor, ids);
        return found.map((ticket) => ticket && toServiceTicketType(ticket));
      }),
  );
}

/** Open tickets of one request by device: a page of devices costs one statement. */
export function openTicketsLoader(
  context: GraphqlContext,
  tickets: ServiceTicketService,
): DataLoader<string, ServiceTicketType[]> {
  return context.loader(
    'open tickets of device',
    () =>
      new DataLoader(async (deviceIds) => {
        const found = await tickets.findOpenOfDevices(context.actor, deviceIds);
        return found.map((ofDevice) => ofDevice.map(toServiceTicketType));
      }),
  );
}
