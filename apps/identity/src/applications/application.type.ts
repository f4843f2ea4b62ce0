import { connectionOf, DateTimeScalar, InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { TooManyAttemptsError } from '../sessions/session.type';
import type { ApplicationState } from './application.query';

export const ApplicationStateEnum = {
  OPEN: 'OPEN',
  EXPIRED: 'EXPIRED',
  APPROVED: 'APPROVED',
  DECLINED: 'DECLINED',
} as const;
registerEnumType(ApplicationStateEnum, {
  name: 'ApplicationState',
  description: 'Exactly one. EXPIRED: nobody decided within 30 days.',
});

/** Somebody who asks for an account (S1); who decided is a field of the resolver. */
@ObjectType('Application', { simpleResolvers: true })
export class ApplicationType {
  @Field(() => ID)
  id: string;
  @Field()
  email: string;
  @Field()
  firstName: string;
  @Field()
  lastName: string;
  @Field()
  phone: string;
  @Field(() => String, { nullable: true })
  message: string | null;
  @Field({ description: 'Of the page on which it was written.' })
  locale: string;
  @Field(() => ApplicationStateEnum)
  state: ApplicationState;
  @Field(() => DateTimeScalar)
  createdAt: Date;
  @Field(() => DateTimeScalar)
  expiresAt: Date;
  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt: Date | null;

  decidedById: string | null;
}

export const ApplicationConnection = connectionOf('Application', () => ApplicationType);

@InputType()
export class ApplyForAccountInput {
  @Field({ description: 'Code of the branch whose page it is.' })
  branchCode: string;
  @Field({ description: 'As printed on invoices.' })
  customerNumber: string;
  @Field()
  email: string;
  @Field()
  firstName: string;
  @Field()
  lastName: string;
  @Field()
  phone: string;
  @Field(() => String, { nullable: true, description: 'To the administrator; at most 1000 characters.' })
  message?: string | null;
}

/** It was taken; whether there is an organisation to decide on it is told to nobody. */
@ObjectType({ simpleResolvers: true })
export class ApplyForAccountSuccess {
  @Field()
  ok: boolean;
}

/** The branch takes no applications. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class RegistrationClosedError extends UserError {}

export const ApplyForAccountResult = createUnionType({
  name: 'ApplyForAccountResult',
  types: () =>
    [ApplyForAccountSuccess, RegistrationClosedError, TooManyAttemptsError, InvalidInputError] as const,
});

@InputType()
export class ApproveApplicationInput {
  @Field(() => ID)
  id: string;
  @Field(() => ID)
  roleId: string;
  @Field(() => [String], { nullable: true, description: "Rights on top of the role's." })
  grantedRights?: string[] | null;
}

@ObjectType({ simpleResolvers: true })
export class ApproveApplicationSuccess {
  @Field(() => ApplicationType)
  application: ApplicationType;
}

/** Unknown, or of others: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class ApplicationNotFoundError extends UserError {}

/** It was decided before, or it expired. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class ApplicationClosedError extends UserError {}

export const ApproveApplicationResult = createUnionType({
  name: 'ApproveApplicationResult',
  types: () =>
    [ApproveApplicationSuccess, ApplicationNotFoundError, ApplicationClosedError, InvalidInputError] as const,
});

@InputType()
export class DeclineApplicationInput {
  @Field(() => ID)
  id: string;
}

@ObjectType({ simpleResolvers: true })
export class DeclineApplicationSuccess {
  @Field(() => ApplicationType)
  application: ApplicationType;
}

export const DeclineApplicationResult = createUnionType({
  name: 'DeclineApplicationResult',
  types: () =>
    [DeclineApplicationSuccess, ApplicationNotFoundError, ApplicationClosedError, InvalidInputError] as const,
});
