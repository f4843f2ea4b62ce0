import { Authorized, type FieldError, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { message } from '../messages/message';
import { ChangeSitesService } from './change-sites.service';
import {
  CloseSiteInput,
  CloseSiteResult,
  CloseSiteSuccess,
  CreateSiteInput,
  CreateSiteResult,
  CreateSiteSuccess,
  UpdateSiteInput,
  UpdateSiteResult,
  UpdateSiteSuccess,
} from './change-sites.type';
import { toSiteError } from './site-errors.mapping';
import { oddPostalCode } from './site-facts';
import { siteRowLoader, toSite } from './site.loaders';
import type { SiteService } from './site.service';
import type { Site } from './site.type';

/** Adding, changing and closing places (R20). */
@Resolver()
export class ChangeSitesResolver {
  constructor(
    private readonly change: ChangeSitesService,
    private readonly sites: SiteService,
  ) {}

  @Authorized('equipment:manage', 'device:manage')
  @Mutation(() => CreateSiteResult)
  async createSite(
    @Arg('input') input: CreateSiteInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof CreateSiteResult> {
    const { idempotencyKey, customerId = null, ...typed } = input;
    const site = {
      ...typed,
      deliveryContactName: typed.deliveryContactName ?? null,
      deliveryContactEmail: typed.deliveryContactEmail ?? null,
      deliveryContactPhone: typed.deliveryContactPhone ?? null,
      deliveryInstructions: typed.deliveryInstructions ?? null,
    };
    const outcome = await this.change.create(context.actor, { idempotencyKey, customerId, site });
    if (!outcome.ok) return toSiteError(outcome.failure, context.actor.locale);
    const made = await this.load(context, outcome.value.siteId);
    return made
      ? Object.assign(new CreateSiteSuccess(), { site: made, warnings: warningsOf(made, context) })
      : toSiteError({ code: 'IDEMPOTENCY_CONFLICT' }, context.actor.locale);
  }

  @Authorized('equipment:manage', 'device:manage')
  @Mutation(() => UpdateSiteResult)
  async updateSite(
    @Arg('input') { siteId, ...typed }: UpdateSiteInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof UpdateSiteResult> {
    const outcome = await this.change.update(context.actor, { siteId, changes: changesIn(typed) });
    if (!outcome.ok) return toSiteError(outcome.failure, context.actor.locale);
    const site = await this.load(context, siteId);
    return site
      ? Object.assign(new UpdateSiteSuccess(), { site, warnings: warningsOf(site, context) })
      : toSiteError({ code: 'SITE_NOT_FOUND' }, context.actor.locale);
  }

  @Authorized('equipment:manage', 'device:manage')
  @Mutation(() => CloseSiteResult, {
    description: 'A place where no machine stands any more. What happened there stays.',
  })
  async closeSite(
    @Arg('input') { siteId }: CloseSiteInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof CloseSiteResult> {
    const outcome = await this.change.close(actor, siteId);
    return outcome.ok
      ? Object.assign(new CloseSiteSuccess(), outcome.value)
      : toSiteError(outcome.failure, actor.locale);
  }

  /** Anew: what this request read before may have been another. */
  private async load(context: GraphqlContext, siteId: string): Promise<Site | null> {
    const rows = siteRowLoader(this.sites, context).clear(siteId);
    const row = await rows.load(siteId);
    return row && toSite(row);
  }
}

const MAY_BE_EMPTY = new Set([
  'deliveryContactName',
  'deliveryContactEmail',
  'deliveryContactPhone',
  'deliveryInstructions',
]);

/** What was really said: of an address nothing can be emptied, so null there is nothing said. */
function changesIn(typed: Omit<UpdateSiteInput, 'siteId'>): Record<string, string | null> {
  const said = Object.entries(typed).filter(
    (entry): entry is [string, string | null] =>
      typeof entry[1] === 'string' || (entry[1] === null && MAY_BE_EMPTY.has(entry[0])),
  );
  return Object.fromEntries(said);
}

function warningsOf(site: Site, { actor }: GraphqlContext): FieldError[] {
  if (!oddPostalCode(site)) return [];
  return [{ path: 'postalCode', message: message(actor.locale, 'oddPostalCode') }];
}
