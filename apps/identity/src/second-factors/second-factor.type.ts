import { DateTimeScalar, InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { TooManyAttemptsError } from '../sessions/session.type';

@ObjectType('Passkey', { simpleResolvers: true })
export class PasskeyType {
  @Field(() => ID)
  id: string;
  @Field()
  name: string;
  @Field(() => DateTimeScalar)
  addedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true })
  lastUsedAt: Date | null;
}

/** What a person has to prove with that it is him. */
@ObjectType('SecondFactors', { simpleResolvers: true })
export class SecondFactorsType {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when there is one; null without any.' })
  since: Date | null;
  @Field(() => DateTimeScalar, { nullable: true })
  authenticatorAppAddedAt: Date | null;
  @Field(() => [PasskeyType], { description: 'Oldest first, at most ten.' })
  passkeys: readonly PasskeyType[];
  @Field(() => Int)
  recoveryCodesLeft: number;
  @Field({ description: 'The organisation, or the branch of its staff, demands one.' })
  demanded: boolean;
}

@InputType()
export class CurrentPasswordInput {
  @Field({ description: 'Asked again: an open session alone changes no factor.' })
  currentPassword: string;
}

@InputType()
export class ConfirmAuthenticatorAppInput {
  @Field({ description: 'Six digits that the app shows.' })
  code: string;
}

@InputType()
export class AddPasskeyInput {
  @Field({ description: '1 to 60 characters.' })
  name: string;
  @Field({ description: "The browser's answer to startPasskey, as JSON." })
  response: string;
}

@InputType()
export class RenamePasskeyInput {
  @Field(() => ID)
  id: string;
  @Field({ description: '1 to 60 characters.' })
  name: string;
}

@InputType()
export class RemovePasskeyInput {
  @Field(() => ID)
  id: string;
  @Field()
  currentPassword: string;
}

@ObjectType({ simpleResolvers: true })
export class StartAuthenticatorAppSuccess {
  @Field({ description: 'otpauth URI, for a QR code.' })
  uri: string;
  @Field({ description: 'The same seed in base32, for typing.' })
  secret: string;
}

@ObjectType({ simpleResolvers: true })
export class StartPasskeySuccess {
  @Field({ description: 'PublicKeyCredentialCreationOptions as JSON, good for five minutes.' })
  options: string;
}

@ObjectType({ simpleResolvers: true })
export class AddSecondFactorSuccess {
  @Field(() => SecondFactorsType)
  secondFactors: SecondFactorsType;
  @Field(() => [String], {
    nullable: true,
    description: 'In clear, for the only time; null when the older ones still count.',
  })
  recoveryCodes: readonly string[] | null;
}

@ObjectType({ simpleResolvers: true })
export class ChangeSecondFactorSuccess {
  @Field(() => SecondFactorsType)
  secondFactors: SecondFactorsType;
}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class PasskeyNotFoundError extends UserError {}

/** One has to stay, or has to be there first. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class SecondFactorNeededError extends UserError {}

export const StartAuthenticatorAppResult = createUnionType({
  name: 'StartAuthenticatorAppResult',
  types: () => [StartAuthenticatorAppSuccess, InvalidInputError, TooManyAttemptsError] as const,
});

export const StartPasskeyResult = createUnionType({
  name: 'StartPasskeyResult',
  types: () => [StartPasskeySuccess, InvalidInputError, TooManyAttemptsError] as const,
});

export const AddSecondFactorResult = createUnionType({
  name: 'AddSecondFactorResult',
  types: () => [AddSecondFactorSuccess, InvalidInputError] as const,
});

export const RenewRecoveryCodesResult = createUnionType({
  name: 'RenewRecoveryCodesResult',
  types: () =>
    [AddSecondFactorSuccess, InvalidInputError, TooManyAttemptsError, SecondFactorNeededError] as const,
});

export const RenamePasskeyResult = createUnionType({
  name: 'RenamePasskeyResult',
  types: () => [ChangeSecondFactorSuccess, InvalidInputError, PasskeyNotFoundError] as const,
});

export const RemoveSecondFactorResult = createUnionType({
  name: 'RemoveSecondFactorResult',
  types: () =>
    [
      ChangeSecondFactorSuccess,
      InvalidInputError,
      TooManyAttemptsError,
      PasskeyNotFoundError,
      SecondFactorNeededError,
    ] as const,
});
