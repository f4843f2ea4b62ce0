import { Authorized, type GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ViewerType } from '../sessions/session.type';
import type { SecondFactorDemand, SecondFactorDemandService, Standing } from './demand.service';
import {
  RequireSecondFactorInput,
  RequireSecondFactorResult,
  RequireSecondFactorSuccess,
  SecondFactorDemandType,
} from './demand.type';
import { toNeeded } from './to-refusal';

/** Second factors demanded of others, and what that means to who is here. */
@Resolver(() => ViewerType)
export class DemandResolver {
  constructor(private readonly demands: SecondFactorDemandService) {}

  @Authorized()
  @Query(() => SecondFactorDemandType, {
    nullable: true,
    description: 'For who administers an organisation, or the staff of a branch; null for others.',
  })
  secondFactorDemand(@Ctx() { actor }: GraphqlContext): Promise<SecondFactorDemand | null> {
    return this.demands.find(actor);
  }

  @Authorized('user:manage')
  @Mutation(() => RequireSecondFactorResult, { description: "Of everybody in the actor's organisation." })
  requireSecondFactor(
    @Arg('input') { required }: RequireSecondFactorInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof RequireSecondFactorResult> {
    return this.require(required, context);
  }

  @Authorized('branch:manage')
  @Mutation(() => RequireSecondFactorResult, { description: "Of the staff of the actor's branch." })
  requireStaffSecondFactor(
    @Arg('input') { required }: RequireSecondFactorInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof RequireSecondFactorResult> {
    return this.require(required, context);
  }

  @FieldResolver(() => Boolean)
  async hasSecondFactor(@Root() viewer: ViewerType, @Ctx() context: GraphqlContext): Promise<boolean> {
    return (await this.standing(viewer, context)).hasOne;
  }

  @FieldResolver(() => Boolean, {
    description: 'One is demanded and there is none: until it is added the viewer has no rights.',
  })
  async mustAddSecondFactor(@Root() viewer: ViewerType, @Ctx() context: GraphqlContext): Promise<boolean> {
    const { hasOne, demanded } = await this.standing(viewer, context);
    return demanded && !hasOne;
  }

  private standing({ actor }: ViewerType, context: GraphqlContext) {
    return context
      .loader(
        `second factor of ${actor.id}`,
        () => new DataLoader<string, Standing>(() => this.demands.standingOf(actor)),
      )
      .load('viewer');
  }

  private async require(
    required: boolean,
    { actor }: GraphqlContext,
  ): Promise<typeof RequireSecondFactorResult> {
    const result = await this.demands.require(actor, required);
    if (!result.ok) return toNeeded(result.failure, actor.locale);
    return Object.assign(new RequireSecondFactorSuccess(), { demand: result.value });
  }
}
