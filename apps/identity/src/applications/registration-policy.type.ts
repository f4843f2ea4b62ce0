import { InvalidInputError } from '@platen/platform';
import { Field, InputType, ObjectType, createUnionType, registerEnumType } from 'type-graphql';

/** Values as in the customer's row. */
export const SelfRegistration = { ALLOWED: 'allowed', OFF: 'off' } as const;
registerEnumType(SelfRegistration, { name: 'SelfRegistration' });

type ValueOf<T> = T[keyof T];

/** Whether an organisation takes applications for accounts (S1). */
@ObjectType('RegistrationRules', { simpleResolvers: true })
export class RegistrationRulesType {
  @Field(() => SelfRegistration)
  selfRegistration: ValueOf<typeof SelfRegistration>;
  @Field(() => [String], { description: 'Addresses of these domains may apply; none: of any.' })
  domains: readonly string[];
  @Field({ description: 'Where the branch takes no applications, the choice here has no effect.' })
  branchAllows: boolean;
}

@InputType()
export class UpdateRegistrationPolicyInput {
  @Field(() => SelfRegistration)
  selfRegistration: ValueOf<typeof SelfRegistration>;
  @Field(() => [String], { description: 'At most 20; none: addresses of any domain may apply.' })
  domains: string[];
}

@ObjectType({ simpleResolvers: true })
export class UpdateRegistrationPolicySuccess {
  @Field(() => RegistrationRulesType)
  rules: RegistrationRulesType;
}

export const UpdateRegistrationPolicyResult = createUnionType({
  name: 'UpdateRegistrationPolicyResult',
  types: () => [UpdateRegistrationPolicySuccess, InvalidInputError] as const,
});
