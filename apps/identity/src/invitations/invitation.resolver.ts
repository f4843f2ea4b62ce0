import { Authorized, type Connection, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { userLoader } from '../users/user.loader';
import { invalidInput } from '../users/invalid-input';
import type { User } from '../users/user.row';
import type { UserService } from '../users/user.service';
import { UserType } from '../users/user.type';
import {
  rowsToInvite,
  rowsToPreview,
  toInviteUsersResult,
  toPreviewRow,
  toResendInvitationResult,
  toRevokeInvitationResult,
} from './invitation.mapping';
import type { Invitation, InvitationState } from './invitation.query';
import type { InvitationService } from './invitation.service';
import {
  InvitationConnection,
  InvitationStateEnum,
  InvitationType,
  InviteUsersInput,
  InviteUsersResult,
  PreviewInvitationsInput,
  PreviewInvitationsResult,
  PreviewInvitationsSuccess,
  ResendInvitationInput,
  ResendInvitationResult,
  RevokeInvitationInput,
  RevokeInvitationResult,
} from './invitation.type';
import { newestFirst, newestFirstPage } from './newest-first';

@Resolver(() => InvitationType)
export class InvitationResolver {
  constructor(
    private readonly invitations: InvitationService,
    private readonly users: UserService,
  ) {}

  @Authorized('user:manage', 'staff:manage')
  @Query(() => InvitationConnection, {
    name: 'invitations',
    nullable: true,
    description: 'Into the own organisation, or as staff of the own branch; newest first.',
  })
  async list(
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('state', () => InvitationStateEnum, { nullable: true }) state: InvitationState | null,
  ): Promise<Connection<Invitation>> {
    const page = newestFirstPage(first, after);
    const { rows, total } = await this.invitations.list(actor, page, state ?? null);
    return newestFirst(rows, page, total);
  }

  @Authorized('user:manage', 'staff:manage')
  @Mutation(() => PreviewInvitationsResult, {
    description:
      'What would become of each row. Writes nothing; no query, so that no list is kept in a cache.',
  })
  async previewInvitations(
    @Arg('input') input: PreviewInvitationsInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof PreviewInvitationsResult> {
    const asked = rowsToPreview(input);
    if (!asked.ok) return invalidInput(actor.locale, asked.failure);
    const judged = await this.invitations.preview(actor, asked.value);
    const rows = judged.map((row, index) => toPreviewRow(row, index, actor.locale));
    return Object.assign(new PreviewInvitationsSuccess(), { rows });
  }

  @Authorized('user:manage', 'staff:manage')
  @Mutation(() => InviteUsersResult, {
    description:
      'Sends each a link for 72 hours. A row that cannot be carried out does not hold up the others.',
  })
  async inviteUsers(
    @Arg('input') input: InviteUsersInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof InviteUsersResult> {
    const asked = rowsToInvite(input);
    if (!asked.ok) return invalidInput(actor.locale, asked.failure);
    const outcome = await this.invitations.invite(actor, asked.value, input.idempotencyKey);
    return toInviteUsersResult(outcome, asked.value, actor.locale);
  }

  @Authorized('user:manage', 'staff:manage')
  @Mutation(() => ResendInvitationResult, {
    description: 'A new link for 72 hours; the one before stops working.',
  })
  async resendInvitation(
    @Arg('input') { id }: ResendInvitationInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ResendInvitationResult> {
    return toResendInvitationResult(await this.invitations.resend(actor, id), actor.locale);
  }

  @Authorized('user:manage', 'staff:manage')
  @Mutation(() => RevokeInvitationResult, { description: 'Its link stops working.' })
  async revokeInvitation(
    @Arg('input') { id }: RevokeInvitationInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof RevokeInvitationResult> {
    return toRevokeInvitationResult(await this.invitations.revoke(actor, id), actor.locale);
  }

  @FieldResolver(() => UserType, { nullable: true })
  async invitedBy(
    @Root() { invitedById }: InvitationType,
    @Ctx() context: GraphqlContext,
  ): Promise<User | null> {
    return invitedById ? userLoader(context, this.users).load(invitedById) : null;
  }

  @FieldResolver(() => UserType, { nullable: true, description: 'The person who came of it.' })
  async user(@Root() { userId }: InvitationType, @Ctx() context: GraphqlContext): Promise<User | null> {
    return userId ? userLoader(context, this.users).load(userId) : null;
  }
}
