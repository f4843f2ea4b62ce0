import { IdempotencyConflictError, InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';
import { CustomerType } from './customer.type';

@InputType()
export class CreateCustomerInput {
  @Field({ description: 'Same key, same customer: it is registered once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field({ description: 'As printed on invoices; unique in the branch.' })
  number: string;
  @Field()
  name: string;
  @Field({ description: 'Where confirmations go that no person asked for.' })
  notificationEmail: string;
  @Field({ description: 'it, nl or en.' })
  locale: string;
  @Field(() => String, {
    nullable: true,
    description: 'Who looks after its people: gets an invitation. Left out: invited later.',
  })
  firstAdministratorEmail?: string | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateCustomerInput {
  @Field(() => ID)
  customerId: string;
  @Field(() => String, { nullable: true })
  number?: string | null;
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => String, { nullable: true })
  notificationEmail?: string | null;
  @Field(() => String, { nullable: true })
  locale?: string | null;
}

@InputType()
export class InviteAdministratorInput {
  @Field(() => ID)
  customerId: string;
  @Field()
  email: string;
}

/** Unknown, or not visible: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class CustomerNotFoundError extends UserError {}

@ObjectType({ simpleResolvers: true })
export class CreateCustomerSuccess {
  @Field(() => CustomerType)
  customer: CustomerType;
}

@ObjectType({ simpleResolvers: true })
export class UpdateCustomerSuccess {
  @Field(() => CustomerType)
  customer: CustomerType;
}

@ObjectType({ simpleResolvers: true })
export class SuspendCustomerSuccess {
  @Field(() => CustomerType)
  customer: CustomerType;
}

@ObjectType({ simpleResolvers: true })
export class ResumeCustomerSuccess {
  @Field(() => CustomerType)
  customer: CustomerType;
}

@ObjectType({ simpleResolvers: true })
export class InviteAdministratorSuccess {
  @Field(() => CustomerType)
  customer: CustomerType;
}

export const CreateCustomerResult = createUnionType({
  name: 'CreateCustomerResult',
  types: () => [CreateCustomerSuccess, InvalidInputError, IdempotencyConflictError] as const,
});

export const UpdateCustomerResult = createUnionType({
  name: 'UpdateCustomerResult',
  types: () => [UpdateCustomerSuccess, InvalidInputError, CustomerNotFoundError] as const,
});

export const SuspendCustomerResult = createUnionType({
  name: 'SuspendCustomerResult',
  types: () => [SuspendCustomerSuccess, CustomerNotFoundError] as const,
});

export const ResumeCustomerResult = createUnionType({
  name: 'ResumeCustomerResult',
  types: () => [ResumeCustomerSuccess, CustomerNotFoundError] as const,
});

export const InviteAdministratorResult = createUnionType({
  name: 'InviteAdministratorResult',
  types: () => [InviteAdministratorSuccess, InvalidInputError, CustomerNotFoundError] as const,
});
