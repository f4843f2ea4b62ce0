import { Authorized, type Connection, type GraphqlContext, Public } from '@platen/platform';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { newestFirst, newestFirstPage } from '../invitations/newest-first';
import { userLoader } from '../users/user.loader';
import type { User } from '../users/user.row';
import type { UserService } from '../users/user.service';
import { UserType } from '../users/user.type';
import { toApplyResult, toApproveResult, toDeclineResult } from './application.mapping';
import type { Application, ApplicationState } from './application.query';
import type { ApplicationService } from './application.service';
import {
  ApplicationConnection,
  ApplicationStateEnum,
  ApplicationType,
  ApplyForAccountInput,
  ApplyForAccountResult,
  ApproveApplicationInput,
  ApproveApplicationResult,
  DeclineApplicationInput,
  DeclineApplicationResult,
} from './application.type';

@Resolver(() => ApplicationType)
export class ApplicationResolver {
  constructor(
    private readonly applications: ApplicationService,
    private readonly users: UserService,
  ) {}

  @Authorized('user:manage')
  @Query(() => ApplicationConnection, {
    name: 'applications',
    nullable: true,
    description: 'For an account in the own organisation, newest first.',
  })
  async list(
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('state', () => ApplicationStateEnum, { nullable: true }) state: ApplicationState | null,
  ): Promise<Connection<Application>> {
    const page = newestFirstPage(first, after);
    const { rows, total } = await this.applications.list(actor, page, state ?? null);
    return newestFirst(rows, page, total);
  }

  @Public()
  @Mutation(() => ApplyForAccountResult, {
    description: 'Asks the administrator of the organisation with this number for an account.',
  })
  async applyForAccount(
    @Arg('input') { branchCode, ...asked }: ApplyForAccountInput,
    @Ctx() { actor, clientAddress }: GraphqlContext,
  ): Promise<typeof ApplyForAccountResult> {
    const application = { ...asked, message: asked.message ?? '' };
    const outcome = await this.applications.apply(actor, application, { branchCode, clientAddress });
    return toApplyResult(outcome, actor.locale);
  }

  @Authorized('user:manage')
  @Mutation(() => ApproveApplicationResult, {
    description: 'Gives a role and sends a link for 72 hours with which the person sets a password.',
  })
  async approveApplication(
    @Arg('input') input: ApproveApplicationInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ApproveApplicationResult> {
    const approval = { ...input, grantedRights: input.grantedRights ?? [] };
    return toApproveResult(await this.applications.approve(actor, approval), actor.locale);
  }

  @Authorized('user:manage')
  @Mutation(() => DeclineApplicationResult, { description: 'Its person is told.' })
  async declineApplication(
    @Arg('input') { id }: DeclineApplicationInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof DeclineApplicationResult> {
    return toDeclineResult(await this.applications.decline(actor, id), actor.locale);
  }

  @FieldResolver(() => UserType, { nullable: true })
  async decidedBy(
    @Root() { decidedById }: ApplicationType,
    @Ctx() context: GraphqlContext,
  ): Promise<User | null> {
    return decidedById ? userLoader(context, this.users).load(decidedById) : null;
  }
}
