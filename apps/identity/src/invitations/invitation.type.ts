import {
  connectionOf,
  DateTimeScalar,
  IdempotencyConflictError,
  InvalidInputError,
  UserError,
} from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import type { InvitationState } from './invitation.query';

export const InvitationStateEnum = {
  OPEN: 'OPEN',
  ACCEPTED: 'ACCEPTED',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
} as const;
registerEnumType(InvitationStateEnum, {
  name: 'InvitationState',
  description: 'Exactly one. An expired one can be sent again.',
});

/** An invitation as its inviters see it; who invited and who came of it are fields of the resolver. */
@ObjectType('Invitation', { simpleResolvers: true })
export class InvitationType {
  @Field(() => ID)
  id: string;
  @Field()
  email: string;
  @Field(() => String, { nullable: true, description: 'Null when the role was deleted since.' })
  roleName: string | null;
  @Field(() => [String], { description: "Rights on top of the role's." })
  grantedRights: readonly string[];
  @Field()
  locale: string;
  @Field(() => InvitationStateEnum)
  state: InvitationState;
  @Field(() => DateTimeScalar)
  createdAt: Date;
  @Field(() => DateTimeScalar, { description: 'When the last letter was sent.' })
  sentAt: Date;
  @Field(() => DateTimeScalar)
  expiresAt: Date;
  @Field({ description: 'Grants an application.' })
  fromApplication: boolean;

  invitedById: string | null;
  userId: string | null;
}

export const InvitationConnection = connectionOf('Invitation', () => InvitationType);

@InputType({ description: 'Somebody to invite. A role by id, or by its name as in a list; else a member.' })
export class InvitationRowInput {
  @Field()
  email: string;
  @Field(() => ID, { nullable: true })
  roleId?: string | null;
  @Field(() => String, { nullable: true })
  role?: string | null;
  @Field(() => [String], { nullable: true, description: "Rights on top of the role's." })
  grantedRights?: string[] | null;
  @Field(() => String, { nullable: true, description: "it, nl or en; else the organisation's." })
  locale?: string | null;
}

@InputType({ description: 'Either rows or the text of a list, at most 250 people.' })
export class PreviewInvitationsInput {
  @Field(() => [InvitationRowInput], { nullable: true })
  rows?: InvitationRowInput[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'Addresses, one on a line; or CSV with the columns address, role, language.',
  })
  list?: string | null;
  @Field(() => ID, { nullable: true, description: 'For rows that name no role.' })
  roleId?: string | null;
}

/** What would become of a row: it can be carried out, or the problem says why not. */
@ObjectType('InvitationPreviewRow', { simpleResolvers: true })
export class InvitationPreviewRowType {
  @Field(() => Int, { description: 'From 1.' })
  row: number;
  @Field({
    description: 'As the mail would be addressed; a domain that only looks like another shows as xn--.',
  })
  email: string;
  @Field(() => ID, { nullable: true })
  roleId: string | null;
  @Field(() => String, { nullable: true })
  roleName: string | null;
  @Field(() => [String])
  grantedRights: readonly string[];
  @Field(() => String, { nullable: true })
  locale: string | null;
  @Field(() => String, { nullable: true, description: 'Stable, for programs.' })
  problemCode: string | null;
  @Field(() => String, { nullable: true, description: "For people, in the actor's language." })
  problem: string | null;
}

@ObjectType({ simpleResolvers: true })
export class PreviewInvitationsSuccess {
  @Field(() => [InvitationPreviewRowType])
  rows: InvitationPreviewRowType[];
}

export const PreviewInvitationsResult = createUnionType({
  name: 'PreviewInvitationsResult',
  types: () => [PreviewInvitationsSuccess, InvalidInputError] as const,
});

@InputType()
export class InviteUsersInput {
  @Field({ description: 'Same key, same rows: they are invited once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => [InvitationRowInput], { description: '1 to 250.' })
  rows: InvitationRowInput[];
}

/** What became of a row. */
@ObjectType('InvitedRow', { simpleResolvers: true })
export class InvitedRowType {
  @Field(() => Int, { description: 'From 1.' })
  row: number;
  @Field()
  email: string;
  @Field(() => ID, { nullable: true })
  invitationId: string | null;
  @Field(() => String, { nullable: true, description: 'Stable, for programs.' })
  problemCode: string | null;
  @Field(() => String, { nullable: true, description: "For people, in the actor's language." })
  problem: string | null;
}

@ObjectType({ simpleResolvers: true })
export class InviteUsersSuccess {
  @Field(() => Int)
  invited: number;
  @Field(() => [InvitedRowType])
  rows: InvitedRowType[];
}

export const InviteUsersResult = createUnionType({
  name: 'InviteUsersResult',
  types: () => [InviteUsersSuccess, InvalidInputError, IdempotencyConflictError] as const,
});

@InputType()
export class ResendInvitationInput {
  @Field(() => ID)
  id: string;
}

@ObjectType({ simpleResolvers: true })
export class ResendInvitationSuccess {
  @Field(() => InvitationType)
  invitation: InvitationType;
}

/** Unknown, or of others: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class InvitationNotFoundError extends UserError {}

/** It was accepted or revoked before. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class InvitationClosedError extends UserError {}

/** The last letter left less than a minute ago. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class InvitationJustSentError extends UserError {}

export const ResendInvitationResult = createUnionType({
  name: 'ResendInvitationResult',
  types: () =>
    [
      ResendInvitationSuccess,
      InvitationNotFoundError,
      InvitationClosedError,
      InvitationJustSentError,
    ] as const,
});

@InputType()
export class RevokeInvitationInput {
  @Field(() => ID)
  id: string;
}

@ObjectType({ simpleResolvers: true })
export class RevokeInvitationSuccess {
  @Field(() => InvitationType)
  invitation: InvitationType;
}

export const RevokeInvitationResult = createUnionType({
  name: 'RevokeInvitationResult',
  types: () => [RevokeInvitationSuccess, InvitationNotFoundError, InvitationClosedError] as const,
});
