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
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { type SiteRow, SiteService } from './site.service';
import { Site, SiteConnection } from './site.type';

/** Locations, and how many machines stand there. */
@Resolver(() => Site)
export class SiteResolver {
  constructor(private readonly service: SiteService) {}

  @Authorized('device:read')
  @Query(() => SiteConnection, { nullable: true, description: 'Locations by name.' })
  async sites(
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Connection<Site>> {
    const rows = await this.service.list(actor, pageByName(first, after));
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
}

/** Locations by id, batched per request under the viewer's policy: null when unknown or not visible. */
export function siteLoader(sites: SiteService, context: GraphqlContext): DataLoader<string, Site | null> {
  return context.loader(
    'fleet.site',
    () =>
      new DataLoader(async (ids) =>
        (await sites.findMany(context.actor, ids)).map((row) => row && toSite(row)),
      ),
  );
}

function toSite(row: SiteRow): Site {
  const { postal_code: postalCode, ...site } = row;
  return { ...site, postalCode };
}

function pageByName(first: number | null, after: string | null | undefined) {
  const page = pageOf(first, after, 2);
  if (page.after && !isId(page.after[1] ?? '')) {
    throw new GraphQLError('after is not a cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return page;
}
