import type { World } from '@platen/contracts';
import { type ServicePlatform, defineService } from '@platen/platform';
import { ServiceTicketTables1795255200000 } from '../migrations/1795255200000-service-ticket-tables';
import { DeviceResolver } from './devices/device.resolver';
import { ServiceTicketEntity } from './tickets/service-ticket.entity';
import { ticketLoader } from './tickets/service-ticket.loader';
import { ServiceTicketResolver } from './tickets/service-ticket.resolver';
import { ServiceTicketService } from './tickets/service-ticket.service';
import { loadWorld } from './world/load-world';

/** The use cases of service-tickets. */
export interface ServiceTicketsApp {
  readonly tickets: ServiceTicketService;
  load(world: World): Promise<void>;
}

function compose({ work, deviceAccess, clock }: ServicePlatform): ServiceTicketsApp {
  return {
    tickets: new ServiceTicketService(work, deviceAccess),
    load: (world) => loadWorld(work, clock, world),
  };
}

/** Help: requests for service. */
export const serviceTickets = defineService<ServiceTicketsApp>({
  name: 'service-tickets',
  entities: [ServiceTicketEntity],
  migrations: [ServiceTicketTables1795255200000],
  resolvers: [ServiceTicketResolver, DeviceResolver],
  compose,
  resolverInstances: ({ tickets }) => [new ServiceTicketResolver(tickets), new DeviceResolver(tickets)],
  references: ({ tickets }) => ({
    // A device is whatever its id says: its fields here are empty for who may not see it, as for an unknown one.
    Device: ({ id }) => ({ id }),
    ServiceTicket: ({ id }, context) => ticketLoader(context, tickets).load(id),
  }),
  load: (app, world) => app.load(world),
  consumers: [],
  jobs: [],
  schedules: [],
});
