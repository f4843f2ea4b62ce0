import { DateTimeScalar, UserError } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';
import { UserNotFoundError } from '../users/user-administration.type';

/** A place where somebody is signed in at this moment. */
@ObjectType('Session', { simpleResolvers: true })
export class SessionType {
  @Field(() => ID)
  id: string;
  @Field({ description: 'The one that asks.' })
  current: boolean;
  @Field(() => DateTimeScalar)
  startedAt: Date;
  @Field(() => DateTimeScalar, { description: 'Right to the minute.' })
  lastUsedAt: Date;
  @Field(() => DateTimeScalar)
  expiresAt: Date;
  @Field(() => String, { nullable: true, description: 'Network address it was opened from.' })
  address: string | null;
  @Field(() => String, { nullable: true, description: 'As the browser named itself.' })
  userAgent: string | null;
  @Field({ description: "Somebody else looks through the owner's eyes in it; nothing can be changed there." })
  isView: boolean;
  @Field(() => String, { nullable: true, description: 'Who looks; null for staff of the provider.' })
  viewedByName: string | null;
}

@InputType()
export class EndSessionInput {
  @Field(() => ID)
  id: string;
}

@ObjectType({ simpleResolvers: true })
export class EndSessionSuccess {
  @Field(() => [SessionType], { description: 'Those that are left.' })
  sessions: SessionType[];
}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class SessionNotFoundError extends UserError {}

export const EndSessionResult = createUnionType({
  name: 'EndSessionResult',
  types: () => [EndSessionSuccess, SessionNotFoundError] as const,
});

@InputType()
export class EndSessionsOfUserInput {
  @Field(() => ID)
  userId: string;
}

@ObjectType({ simpleResolvers: true })
export class EndSessionsOfUserSuccess {
  @Field(() => ID)
  userId: string;
}

export const EndSessionsOfUserResult = createUnionType({
  name: 'EndSessionsOfUserResult',
  types: () => [EndSessionsOfUserSuccess, UserNotFoundError] as const,
});
