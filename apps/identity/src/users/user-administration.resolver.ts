import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { toUserResult } from './user-administration.mapping';
import type { UserAdministration } from './user-administration.service';
import {
  DeactivateUserResult,
  DeactivateUserSuccess,
  DeleteUserResult,
  DeleteUserSuccess,
  ReactivateUserResult,
  ReactivateUserSuccess,
  SendPasswordResetResult,
  SendPasswordResetSuccess,
  UpdateUserInput,
  UpdateUserResult,
  UpdateUserRightsInput,
  UpdateUserRightsResult,
  UpdateUserRightsSuccess,
  UpdateUserSuccess,
  UserInput,
} from './user-administration.type';
import type { UserService } from './user.service';

/** What administrators do to the accounts of others; staff help the organisations that they look after. */
@Resolver()
export class UserAdministrationResolver {
  constructor(
    private readonly administration: UserAdministration,
    private readonly people: UserService,
  ) {}

  @Authorized('user:manage')
  @Mutation(() => UpdateUserResult, { description: 'Corrects what a person told of himself.' })
  async updateUser(@Arg('input') { userId, ...typed }: UpdateUserInput, @Ctx() context: GraphqlContext) {
    const outcome = await this.administration.updateData(context.actor, userId, typed);
    return toUserResult(outcome, UpdateUserSuccess, this.people, context);
  }

  @Authorized('user:manage', 'customer:manage')
  @Mutation(() => UpdateUserRightsResult, { description: 'The person is told, and signs in anew.' })
  async updateUserRights(@Arg('input') input: UpdateUserRightsInput, @Ctx() context: GraphqlContext) {
    const outcome = await this.administration.updateRights(context.actor, input);
    return toUserResult(outcome, UpdateUserRightsSuccess, this.people, context);
  }

  @Authorized('user:manage', 'customer:manage')
  @Mutation(() => DeactivateUserResult, { description: 'Ends the sessions; nothing else is lost.' })
  async deactivateUser(@Arg('input') { userId }: UserInput, @Ctx() context: GraphqlContext) {
    const outcome = await this.administration.deactivate(context.actor, userId);
    return toUserResult(outcome, DeactivateUserSuccess, this.people, context);
  }

  @Authorized('user:manage', 'customer:manage')
  @Mutation(() => ReactivateUserResult)
  async reactivateUser(@Arg('input') { userId }: UserInput, @Ctx() context: GraphqlContext) {
    const outcome = await this.administration.reactivate(context.actor, userId);
    return toUserResult(outcome, ReactivateUserSuccess, this.people, context);
  }

  @Authorized('user:manage')
  @Mutation(() => DeleteUserResult, {
    description: "For good: past requests keep a pseudonym in the person's place.",
  })
  async deleteUser(@Arg('input') { userId }: UserInput, @Ctx() context: GraphqlContext) {
    const outcome = await this.administration.erase(context.actor, userId);
    return toUserResult(outcome, DeleteUserSuccess, this.people, context);
  }

  @Authorized('user:manage', 'customer:manage')
  @Mutation(() => SendPasswordResetResult, { description: 'Nobody but the person sees the link.' })
  async sendPasswordReset(@Arg('input') { userId }: UserInput, @Ctx() context: GraphqlContext) {
    const outcome = await this.administration.sendPasswordReset(context.actor, userId);
    return toUserResult(outcome, SendPasswordResetSuccess, this.people, context);
  }
}
