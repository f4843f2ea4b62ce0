import type { ServiceTicket } from './service-ticket.service';
import type { ServiceTicketType } from './service-ticket.type';

/** A ticket as the graph shows it; the device is fleet's to describe. */
export function toServiceTicketType({ deviceId, ...ticket }: ServiceTicket): ServiceTicketType {
  return { ...ticket, device: deviceId === null ? null : { id: deviceId } };
}
