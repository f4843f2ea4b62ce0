/** What a service ticket can be; what is neither resolved, closed nor cancelled is open. */
export const ticketStatuses = [
  'received',
  'triaged',
  'scheduled',
  'on-the-way',
  'waiting',
  'resolved',
  'closed',
  'cancelled',
] as const;

export type TicketStatus = (typeof ticketStatuses)[number];
