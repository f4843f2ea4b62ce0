import { Authorized, type Connection, type GraphqlContext, pageOf, toConnection } from '@platen/platform';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { customerLoader } from '../customers/customer.loader';
import type { Customer, CustomerService } from '../customers/customer.service';
import { CustomerType } from '../customers/customer.type';
import type { NewKey } from './check-key-input';
import { toCreateResult, toPartnerKey, toRevokeResult, toRotateResult } from './key.mapping';
import { rightsForKey } from './key.policy';
import type { KeyService } from './key.service';
import {
  CreatePartnerKeyInput,
  CreatePartnerKeyResult,
  PartnerKeyConnection,
  PartnerKeyKindEnum,
  PartnerKeyType,
  RevokePartnerKeyInput,
  RevokePartnerKeyResult,
  RotatePartnerKeyInput,
  RotatePartnerKeyResult,
} from './key.type';

/** Keys of other systems (threats C7). */
@Resolver(() => PartnerKeyType)
export class KeyResolver {
  constructor(
    private readonly keys: KeyService,
    private readonly customers: CustomerService,
  ) {}

  @Authorized('key:manage')
  @Query(() => PartnerKeyConnection, { nullable: true, description: 'Newest first.' })
  async partnerKeys(
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('customerId', () => ID, { nullable: true, description: "For staff: this customer's keys." })
    customerId: string | null,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<Connection<PartnerKeyType>> {
    const page = pageOf(first, after, 1);
    const rows = await this.keys.list(actor, page, customerId ?? null);
    const node = (row: (typeof rows)[number]) => toPartnerKey(row, actor);
    return toConnection(rows, page, node, (row) => [row.id]);
  }

  @Authorized('key:manage')
  @Query(() => [String], { nullable: true, description: 'Rights that you may put into a key.' })
  partnerKeyScopes(
    @Arg('customerId', () => ID, { nullable: true, description: 'For staff: a key of a customer.' })
    customerId: string | null,
    @Ctx() { actor }: GraphqlContext,
  ): readonly string[] {
    return rightsForKey(actor, customerId ?? actor.customerId);
  }

  @Authorized('key:manage')
  @Mutation(() => CreatePartnerKeyResult, { description: 'Makes a key, and shows it this once.' })
  async createPartnerKey(
    @Arg('input') input: CreatePartnerKeyInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof CreatePartnerKeyResult> {
    return toCreateResult(await this.keys.create(actor, toNewKey(input)), actor);
  }

  @Authorized('key:manage')
  @Mutation(() => RotatePartnerKeyResult, { description: 'Replaces a key; both open for some hours.' })
  async rotatePartnerKey(
    @Arg('input') { keyId, overlapHours }: RotatePartnerKeyInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof RotatePartnerKeyResult> {
    return toRotateResult(await this.keys.rotate(actor, keyId, overlapHours), actor);
  }

  @Authorized('key:manage')
  @Mutation(() => RevokePartnerKeyResult, { description: 'Ends a key and its tokens at once.' })
  async revokePartnerKey(
    @Arg('input') { keyId }: RevokePartnerKeyInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof RevokePartnerKeyResult> {
    return toRevokeResult(await this.keys.revoke(actor, keyId), actor);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'Null: a key of the whole branch.' })
  customer(@Root() key: PartnerKeyType, @Ctx() context: GraphqlContext): Promise<Customer | null> | null {
    return key.customerId === null ? null : customerLoader(context, this.customers).load(key.customerId);
  }
}

function toNewKey(input: CreatePartnerKeyInput): NewKey {
  return {
    kind: input.kind === PartnerKeyKindEnum.COLLECTOR ? 'collector' : 'partner',
    name: input.name,
    scopes: input.scopes,
    expiresAt: input.expiresAt ?? null,
    requestsPerMinute: input.requestsPerMinute ?? null,
    costPerMinute: input.costPerMinute ?? null,
    customerId: input.customerId ?? null,
    idempotencyKey: input.idempotencyKey,
  };
}
