import { Authorized, type GraphqlContext } from '@platen/platform';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { toDevice } from '../devices/device.mapping';
import type { DeviceService } from '../devices/device.service';
import { siteLoader } from '../sites/site.loaders';
import type { SiteService } from '../sites/site.service';
import { Site } from '../sites/site.type';
import { groupLoader } from './device-group.loaders';
import type { DeviceGroupService } from './device-group.service';
import { GroupRule } from './device-group.type';
import { toGroupError } from './group-errors.mapping';
import { GroupRuleInput } from './group-rule-input.type';
import type { GroupRulesService } from './group-rules.service';
import {
  ChangeGroupRuleInput,
  ChangeGroupRuleResult,
  ChangeGroupRuleSuccess,
  DeviceChoices,
  GroupRulePreview,
} from './group-rule.type';
import { organisationOf } from './organisation-of';
import { ruleFaults, toGroupRule } from './rule-input';

/** Machines that a preview shows. */
const PREVIEWED = 20;

/** Groups by rule (R21, R37). */
@Resolver(() => GroupRule)
export class GroupRulesResolver {
  constructor(
    private readonly rules: GroupRulesService,
    private readonly groups: DeviceGroupService,
    private readonly devices: DeviceService,
    private readonly sites: SiteService,
  ) {}

  @Authorized('equipment:manage')
  @Query(() => GroupRulePreview, {
    nullable: true,
    description: 'What a rule would gather among the machines you see.',
  })
  async previewGroupRule(
    @Arg('rule', () => GroupRuleInput) input: GroupRuleInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<GroupRulePreview> {
    const rule = toGroupRule(input);
    if (ruleFaults(rule).length > 0)
      throw new GraphQLError('This is no rule.', { extensions: { code: 'BAD_USER_INPUT' } });
    const filter = { search: null, siteId: null, states: null, attention: null, rule };
    const { edges } = await this.devices.list(actor, filter, 'NAME', { size: PREVIEWED, after: null });
    const count = await this.devices.count(actor, filter);
    return { count, devices: edges.map(({ node }) => toDevice(node, actor)) };
  }

  @Authorized('device:read')
  @Query(() => DeviceChoices, { nullable: true, description: 'What lists and rules can be narrowed to.' })
  deviceChoices(@Ctx() { actor }: GraphqlContext): Promise<DeviceChoices> {
    return this.rules.choices(actor);
  }

  @Authorized('equipment:manage')
  @Mutation(() => ChangeGroupRuleResult, {
    description: 'Lets a group fill itself by a rule, or by hand again. For who sees all machines.',
  })
  async changeGroupRule(
    @Arg('input', () => ChangeGroupRuleInput) { groupId, rule }: ChangeGroupRuleInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof ChangeGroupRuleResult> {
    const { actor } = context;
    const wanted = rule ? toGroupRule(rule) : null;
    const outcome = await this.rules.change(actor, organisationOf(actor), groupId, wanted);
    if (!outcome.ok) return toGroupError(outcome.failure, actor.locale);
    const { added, removed } = outcome.value;
    const group = await groupLoader(context, this.groups).load(outcome.value.groupId);
    return group
      ? Object.assign(new ChangeGroupRuleSuccess(), { group, added, removed })
      : toGroupError({ code: 'DEVICE_GROUP_NOT_FOUND' }, actor.locale);
  }

  @FieldResolver(() => [Site], { name: 'sites', description: 'Locations that you see.' })
  async sitesOf(@Root() { siteIds }: GroupRule, @Ctx() context: GraphqlContext): Promise<Site[]> {
    const sites = await siteLoader(this.sites, context).loadMany(siteIds);
    return sites.filter((site): site is Site => site !== null && !(site instanceof Error));
  }
}
