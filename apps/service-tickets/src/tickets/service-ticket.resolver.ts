import { Authorized, type Connection, type GraphqlContext, pageOf, toConnection } from '@platen/platform';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { ServiceTicketService } from './service-ticket.service';
import { ServiceTicketConnection, type ServiceTicketType, TicketFilterInput } from './service-ticket.type';
import { toServiceTicketType } from './to-service-ticket-type';

@Resolver()
export class ServiceTicketResolver {
  constructor(private readonly tickets: ServiceTicketService) {}

  @Authorized('ticket:read')
  @Query(() => ServiceTicketConnection, { nullable: true, name: 'tickets', description: 'Newest first.' })
  async list(
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('filter', () => TicketFilterInput, { nullable: true }) filter: TicketFilterInput | null,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<Connection<ServiceTicketType>> {
    const page = pageOf(first, after, 2);
    const { rows, total } = await this.tickets.list(actor, page, {
      deviceId: filter?.deviceId ?? null,
      open: filter?.open ?? null,
    });
    return toConnection(
      rows,
      page,
      toServiceTicketType,
      (row) => [row.openedAt.toISOString(), row.id],
      total,
    );
  }
}
