import { Authorized, type GraphqlContext } from '@platen/platform';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { openTicketsLoader } from '../tickets/service-ticket.loader';
import type { ServiceTicketService } from '../tickets/service-ticket.service';
import { ServiceTicketType } from '../tickets/service-ticket.type';
import { DeviceType } from './device.type';

@Resolver(() => DeviceType)
export class DeviceResolver {
  constructor(private readonly tickets: ServiceTicketService) {}

  @Authorized('ticket:read')
  @FieldResolver(() => [ServiceTicketType], { nullable: true, description: 'Newest first.' })
  openTickets(@Root() device: DeviceType, @Ctx() context: GraphqlContext): Promise<ServiceTicketType[]> {
    return openTicketsLoader(context, this.tickets).load(device.id);
  }
}
