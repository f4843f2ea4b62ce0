import {
  Authorized,
  type Connection,
  CountScalar,
  type GraphqlContext,
  isId,
  pageOf,
} from '@platen/platform';
import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { NOBODY } from '../groups/group-filter';
import { siteLoader, siteRowLoader, toSite } from './site.loaders';
import { canManageSites, seesDelivery } from './site.policy';
import { SiteService } from './site.service';
import { Site, SiteConnection, SiteContact, SiteFilterInput } from './site.type';

/** Longest search text in characters; what is longer finds nothing more. */
const MAX_SEARCH = 100;

/** Locations, how many machines stand there, and who takes deliveries. */
@Resolver(() => Site)
export class SiteResolver {
  constructor(private readonly service: SiteService) {}

  @Authorized('device:read')
  @Query(() => Site, { nullable: true, description: 'Null for an unknown id as for one you may not see.' })
  site(@Arg('id', () => ID) id: string, @Ctx() context: GraphqlContext): Promise<Site | null> {
    return siteLoader(this.service, context).load(id);
  }

  @Authorized('device:read')
  @Query(() => SiteConnection, { nullable: true, description: 'Locations by name.' })
  async sites(
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('filter', () => SiteFilterInput, { nullable: true }) filter?: SiteFilterInput | null,
  ): Promise<Connection<Site>> {
    const { search, customerId, closed } = filter ?? {};
    const asked = {
      search: search?.trim().slice(0, MAX_SEARCH) || null,
      customerId: customerId ? (isId(customerId) ? customerId : NOBODY) : null,
      closed: closed ?? false,
    };
    const rows = await this.service.list(actor, asked, pageByName(first, after));
    return { ...rows, edges: rows.edges.map(({ cursor, node }) => ({ cursor, node: toSite(node) })) };
  }

  @FieldResolver(() => CountScalar, { description: 'Machines in use here that you can see.' })
  deviceCount(@Root() site: Site, @Ctx() context: GraphqlContext): Promise<number> {
    return context
      .loader(
        'fleet.site-device-count',
        () => new DataLoader<string, number>((ids) => this.service.deviceCounts(context.actor, ids)),
      )
      .load(site.id);
  }

  @FieldResolver(() => ID, { nullable: true, description: 'Whose place it is.' })
  async customerId(@Root() site: Site, @Ctx() context: GraphqlContext): Promise<string | null> {
    return (await siteRowLoader(this.service, context).load(site.id))?.customer_id ?? null;
  }

  @FieldResolver(() => SiteContact, {
    nullable: true,
    description: 'Who takes deliveries; for those who order or look after places.',
  })
  async deliveryContact(@Root() site: Site, @Ctx() context: GraphqlContext): Promise<SiteContact | null> {
    if (!seesDelivery(context.actor)) return null;
    const row = await siteRowLoader(this.service, context).load(site.id);
    const { delivery_contact_name: name, delivery_contact_email: email = null } = row ?? {};
    return name ? { name, email, phone: row?.delivery_contact_phone ?? null } : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'For those who order or look after places.',
  })
  async deliveryInstructions(@Root() site: Site, @Ctx() context: GraphqlContext): Promise<string | null> {
    if (!seesDelivery(context.actor)) return null;
    return (await siteRowLoader(this.service, context).load(site.id))?.delivery_instructions ?? null;
  }

  @FieldResolver(() => Date, { nullable: true, description: 'Since when it takes no machines any more.' })
  async closedAt(@Root() site: Site, @Ctx() context: GraphqlContext): Promise<Date | null> {
    return (await siteRowLoader(this.service, context).load(site.id))?.closed_at ?? null;
  }

  @FieldResolver({ description: 'True where you may change and close it.' })
  viewerCanUpdate(@Root() _site: Site, @Ctx() { actor }: GraphqlContext): boolean {
    return canManageSites(actor);
  }
}

function pageByName(first: number | null, after: string | null | undefined) {
  const page = pageOf(first, after, 2);
  if (page.after && (!isId(page.after[1] ?? '') || page.after[0]?.includes('\0'))) {
    throw new GraphQLError('after is not a cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return page;
}
