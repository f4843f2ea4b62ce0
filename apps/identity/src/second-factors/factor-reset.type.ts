import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';
import { ActionRefusedError, UserNotFoundError } from '../users/user-administration.type';

@InputType()
export class ResetSecondFactorsOfUserInput {
  @Field(() => ID)
  userId: string;
}

@ObjectType({ simpleResolvers: true })
export class ResetSecondFactorsOfUserSuccess {
  @Field(() => ID)
  userId: string;
}

export const ResetSecondFactorsOfUserResult = createUnionType({
  name: 'ResetSecondFactorsOfUserResult',
  types: () => [ResetSecondFactorsOfUserSuccess, UserNotFoundError, ActionRefusedError] as const,
});
