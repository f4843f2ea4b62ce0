import { Authorized, type Connection, type GraphqlContext, isId, pageOf } from '@platen/platform';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { siteLoader } from '../sites/site.loaders';
import type { SiteService } from '../sites/site.service';
import { Site } from '../sites/site.type';
import {
  CreateCollectorInput,
  CreateCollectorResult,
  CreateCollectorSuccess,
  UpdateCollectorInput,
  UpdateCollectorResult,
  UpdateCollectorSuccess,
} from './change-collector.type';
import { collectorLoader, failureLoader } from './collector.loaders';
import { toCollector, toCollectorError, toReportType } from './collector.mapping';
import type { CollectorService } from './collector.service';
import {
  Collector,
  CollectorConnection,
  CollectorFailure,
  CollectorFilterInput,
  CollectorReportType,
} from './collector.type';
import type { CollectorReleases } from './collector-release';
import type { CollectorReportService } from './collector-report.service';

const MAX_SEARCH = 80;

/** Collectors, for those who look after them. */
@Resolver(() => Collector)
export class CollectorResolver {
  constructor(
    private readonly service: CollectorService,
    private readonly reports: CollectorReportService,
    private readonly releases: CollectorReleases,
    private readonly sites: SiteService,
  ) {}

  @Authorized('collector:manage')
  @Query(() => CollectorConnection, { nullable: true, description: 'By name.' })
  async collectors(
    @Ctx() context: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('filter', () => CollectorFilterInput, { nullable: true }) filter?: CollectorFilterInput | null,
  ): Promise<Connection<Collector>> {
    const search = filter?.search?.trim().slice(0, MAX_SEARCH) || null;
    const narrowed = { search, state: filter?.state ?? null };
    const rows = await this.service.list(context.actor, narrowed, pageByName(first, after));
    const loader = collectorLoader(this.service, context);
    for (const { node } of rows.edges) loader.prime(node.id, node);
    return { ...rows, edges: rows.edges.map(({ cursor, node }) => ({ cursor, node: toCollector(node) })) };
  }

  @Authorized('collector:manage')
  @Query(() => Collector, {
    nullable: true,
    description: 'Null for an unknown id as for one that is not yours.',
  })
  async collector(
    @Arg('id', () => ID) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<Collector | null> {
    const row = await collectorLoader(this.service, context).load(id);
    return row && toCollector(row);
  }

  @Authorized('collector:manage')
  @Mutation(() => CreateCollectorResult, { description: 'Sets a collector up; identity gives it a code.' })
  async createCollector(
    @Arg('input') { idempotencyKey, ...wish }: CreateCollectorInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof CreateCollectorResult> {
    const { locale } = context.actor;
    const outcome = await this.service.create(context.actor, idempotencyKey, wish);
    if (!outcome.ok) return toCollectorError(outcome.failure, locale);
    const collector = await this.collector(outcome.value.collectorId, context);
    if (!collector) return toCollectorError({ code: 'IDEMPOTENCY_CONFLICT' }, locale);
    return Object.assign(new CreateCollectorSuccess(), { collector });
  }

  @Authorized('collector:manage')
  @Mutation(() => UpdateCollectorResult, { description: 'The collector hears of it before its next round.' })
  async updateCollector(
    @Arg('input') { collectorId, ...wish }: UpdateCollectorInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof UpdateCollectorResult> {
    const { locale } = context.actor;
    const outcome = await this.service.update(context.actor, collectorId, wish);
    if (!outcome.ok) return toCollectorError(outcome.failure, locale);
    const collector = await this.collector(collectorId, context);
    if (!collector) return toCollectorError({ code: 'COLLECTOR_NOT_FOUND' }, locale);
    return Object.assign(new UpdateCollectorSuccess(), { collector });
  }

  @FieldResolver(() => Site, { nullable: true, description: 'Null where nobody said it.' })
  site(@Root() { siteId }: Collector, @Ctx() context: GraphqlContext): Promise<Site | null> | null {
    return siteId === null ? null : siteLoader(this.sites, context).load(siteId);
  }

  @FieldResolver(() => CollectorReportType, { nullable: true, description: 'Null before its first round.' })
  async report(
    @Root() { id }: Collector,
    @Ctx() context: GraphqlContext,
  ): Promise<CollectorReportType | null> {
    const row = await collectorLoader(this.service, context).load(id);
    if (!row?.report) return null;
    const newest = await this.releases.current();
    return toReportType(row.report, newest?.version ?? null);
  }

  @FieldResolver(() => [CollectorFailure], { description: 'Longest first; at most 250.' })
  failures(@Root() { id }: Collector, @Ctx() context: GraphqlContext): Promise<CollectorFailure[]> {
    return failureLoader(this.reports, context).load(id);
  }
}

function pageByName(first: number | null, after: string | null | undefined) {
  const page = pageOf(first, after, 2);
  if (page.after && (!isId(page.after[1] ?? '') || page.after.some((part) => part.includes('\0')))) {
    throw new GraphQLError('after is not a cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return page;
}
