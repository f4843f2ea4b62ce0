import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { ReportCollectorInput, ReportCollectorResult, ReportCollectorSuccess } from './change-collector.type';
import { toCollectorError } from './collector.mapping';
import { CollectorReleaseType, CollectorSettings } from './collector.type';
import type { CollectorRelease, CollectorReleases } from './collector-release';
import type { CollectorOrders, CollectorReportService } from './collector-report.service';

/** What collectors ask and tell for themselves. */
@Resolver()
export class CollectorReportResolver {
  constructor(
    private readonly reports: CollectorReportService,
    private readonly releases: CollectorReleases,
  ) {}

  @Authorized('telemetry:write')
  @Query(() => CollectorSettings, {
    nullable: true,
    description: 'For a collector: what it is to read. Null for one that nobody set up here.',
  })
  collectorSettings(@Ctx() { actor }: GraphqlContext): Promise<CollectorOrders | null> {
    return this.reports.orders(actor);
  }

  @Authorized('telemetry:write')
  @Query(() => CollectorReleaseType, {
    nullable: true,
    description: 'A newer version, signed by whoever publishes it. Null when the installation knows of none.',
  })
  collectorRelease(): Promise<CollectorRelease | null> {
    return this.releases.current();
  }

  @Authorized('telemetry:write')
  @Mutation(() => ReportCollectorResult, { description: 'For a collector: how its last round went.' })
  async reportCollector(
    @Arg('input') input: ReportCollectorInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ReportCollectorResult> {
    const outcome = await this.reports.report(actor, input);
    if (!outcome.ok) return toCollectorError(outcome.failure, actor.locale);
    return Object.assign(new ReportCollectorSuccess(), outcome.value);
  }
}
