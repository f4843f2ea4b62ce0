import { DateTimeScalar, UserError } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';
import { ViewerType } from '../sessions/session.type';

/** Who looks through the viewer's eyes. */
@ObjectType('Watcher', { simpleResolvers: true })
export class WatcherType {
  @Field()
  firstName: string;
  @Field()
  lastName: string;
  @Field(() => DateTimeScalar, { description: 'The look ends by itself then.' })
  endsAt: Date;
}

@InputType()
export class ViewAsInput {
  @Field(() => ID)
  userId: string;
}

/** From now on the viewer is that person, and nothing can be changed. */
@ObjectType({ simpleResolvers: true })
export class ViewAsSuccess {
  @Field(() => ViewerType)
  viewer: ViewerType;
}

/** USER_NOT_FOUND, OWN_ACCOUNT, USER_DEACTIVATED or VIEW_NOT_ALLOWED. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class ViewAsRefusedError extends UserError {}

export const ViewAsResult = createUnionType({
  name: 'ViewAsResult',
  types: () => [ViewAsSuccess, ViewAsRefusedError] as const,
});

@ObjectType({ simpleResolvers: true })
export class EndViewAsResult {
  @Field({ description: 'False: there was nothing to go back to, so nobody is signed in any more.' })
  resumed: boolean;
}
