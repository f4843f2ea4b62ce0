import { InvalidInputError } from '@platen/platform';
import { Field, InputType, ObjectType, createUnionType } from 'type-graphql';
import { TooManyAttemptsError } from '../sessions/session.type';
import { LastAdministratorError } from '../users/last-administrator.type';

@ObjectType({ simpleResolvers: true })
export class ExportMyDataSuccess {
  @Field({ description: 'JSON.' })
  content: string;
}

export const ExportMyDataResult = createUnionType({
  name: 'ExportMyDataResult',
  types: () => [ExportMyDataSuccess] as const,
});

@InputType()
export class EraseMyAccountInput {
  @Field()
  currentPassword: string;
}

@ObjectType({ simpleResolvers: true })
export class EraseMyAccountSuccess {
  @Field({ description: 'The session has ended with the account.' })
  ok: boolean;
}

export const EraseMyAccountResult = createUnionType({
  name: 'EraseMyAccountResult',
  types: () =>
    [EraseMyAccountSuccess, InvalidInputError, TooManyAttemptsError, LastAdministratorError] as const,
});
