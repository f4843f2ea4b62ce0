import { Authorized, type GraphqlContext, Public } from '@platen/platform';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { invalidInput } from '../users/invalid-input';
import { linkInvalid } from '../users/link-invalid.type';
import { CustomerType } from './customer.type';
import type { NotificationAddressService, PendingAddress } from './notification-address.service';
import {
  CancelNotificationEmailChangeSuccess,
  ConfirmNotificationEmailInput,
  ConfirmNotificationEmailResult,
  ConfirmNotificationEmailSuccess,
  PendingAddressType,
  RequestNotificationEmailChangeInput,
  RequestNotificationEmailChangeResult,
  RequestNotificationEmailChangeSuccess,
} from './notification-address.type';

/** Where an organisation's messages go. */
@Resolver(() => CustomerType)
export class NotificationAddressResolver {
  constructor(private readonly addresses: NotificationAddressService) {}

  @Authorized('user:manage')
  @Mutation(() => RequestNotificationEmailChangeResult, {
    description: 'Sends a link to the new address; until it is used, messages go where they went.',
  })
  async requestNotificationEmailChange(
    @Arg('input', () => RequestNotificationEmailChangeInput) { email }: RequestNotificationEmailChangeInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof RequestNotificationEmailChangeResult> {
    const outcome = await this.addresses.request(actor, email);
    if (!outcome.ok) return invalidInput(actor.locale, [{ path: 'email', code: outcome.failure.code }]);
    return Object.assign(new RequestNotificationEmailChangeSuccess(), { pending: outcome.value });
  }

  @Authorized('user:manage')
  @Mutation(() => CancelNotificationEmailChangeSuccess, { description: 'The link sent last stops working.' })
  async cancelNotificationEmailChange(
    @Ctx() { actor }: GraphqlContext,
  ): Promise<CancelNotificationEmailChangeSuccess> {
    await this.addresses.cancel(actor);
    return Object.assign(new CancelNotificationEmailChangeSuccess(), { ok: true });
  }

  @Public()
  @Mutation(() => ConfirmNotificationEmailResult)
  async confirmNotificationEmail(
    @Arg('input', () => ConfirmNotificationEmailInput) { token }: ConfirmNotificationEmailInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ConfirmNotificationEmailResult> {
    const outcome = await this.addresses.confirm(actor, token);
    if (!outcome.ok) return linkInvalid(actor.locale);
    return Object.assign(new ConfirmNotificationEmailSuccess(), outcome.value);
  }

  @FieldResolver(() => PendingAddressType, {
    nullable: true,
    description: 'Waits for its confirmation; for who may change the address.',
  })
  pendingNotificationEmail(
    @Root() { id }: CustomerType,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<PendingAddress | null> {
    return this.addresses.pending(actor, id);
  }
}
