import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { type ReadCustomer, toCustomerResult } from './customer-admin.mapping';
import type { CustomerAdminService } from './customer-admin.service';
import {
  CreateCustomerInput,
  CreateCustomerResult,
  CreateCustomerSuccess,
  InviteAdministratorInput,
  InviteAdministratorResult,
  InviteAdministratorSuccess,
  ResumeCustomerResult,
  ResumeCustomerSuccess,
  SuspendCustomerResult,
  SuspendCustomerSuccess,
  UpdateCustomerInput,
  UpdateCustomerResult,
  UpdateCustomerSuccess,
} from './customer-admin.type';
import { customerLoader } from './customer.loader';
import type { CustomerService } from './customer.service';

/** What the operating company does with its customers. */
@Resolver()
export class CustomerAdminResolver {
  constructor(
    private readonly admin: CustomerAdminService,
    private readonly customers: CustomerService,
  ) {}

  @Authorized('customer:manage')
  @Mutation(() => CreateCustomerResult)
  async createCustomer(
    @Arg('input', () => CreateCustomerInput) input: CreateCustomerInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof CreateCustomerResult> {
    const firstAdministratorEmail = input.firstAdministratorEmail?.trim() || null;
    const outcome = await this.admin.create(context.actor, { ...input, firstAdministratorEmail });
    return toCustomerResult(outcome, CreateCustomerSuccess, this.read(context), context.actor.locale);
  }

  @Authorized('customer:manage')
  @Mutation(() => UpdateCustomerResult)
  async updateCustomer(
    @Arg('input', () => UpdateCustomerInput) input: UpdateCustomerInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof UpdateCustomerResult> {
    const outcome = await this.admin.update(context.actor, input);
    return toCustomerResult(outcome, UpdateCustomerSuccess, this.read(context), context.actor.locale);
  }

  @Authorized('customer:manage')
  @Mutation(() => SuspendCustomerResult, { description: 'Its people and keys have no access until resumed.' })
  async suspendCustomer(
    @Arg('customerId', () => ID) customerId: string,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof SuspendCustomerResult> {
    const outcome = await this.admin.suspend(context.actor, customerId);
    return toCustomerResult(outcome, SuspendCustomerSuccess, this.read(context), context.actor.locale);
  }

  @Authorized('customer:manage')
  @Mutation(() => ResumeCustomerResult, { description: 'Its people sign in again; its keys work again.' })
  async resumeCustomer(
    @Arg('customerId', () => ID) customerId: string,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof ResumeCustomerResult> {
    const outcome = await this.admin.resume(context.actor, customerId);
    return toCustomerResult(outcome, ResumeCustomerSuccess, this.read(context), context.actor.locale);
  }

  @Authorized('customer:manage')
  @Mutation(() => InviteAdministratorResult, {
    description: 'For an organisation without an administrator of its own.',
  })
  async inviteAdministrator(
    @Arg('input', () => InviteAdministratorInput) input: InviteAdministratorInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof InviteAdministratorResult> {
    const outcome = await this.admin.inviteAdministrator(context.actor, input);
    return toCustomerResult(outcome, InviteAdministratorSuccess, this.read(context), context.actor.locale);
  }

  private read(context: GraphqlContext): ReadCustomer {
    return (id) => customerLoader(context, this.customers).load(id);
  }
}
