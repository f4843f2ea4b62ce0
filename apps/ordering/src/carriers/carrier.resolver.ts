import { Authorized, type GraphqlContext } from '@platen/platform';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { toInvalidInputError } from '../orders/order-errors.mapping';
import type { Carrier, CarrierService } from './carrier.service';
import { CarrierType, SaveCarrierInput, SaveCarrierResult, SaveCarrierSuccess } from './carrier.type';

@Resolver()
export class CarrierResolver {
  constructor(private readonly service: CarrierService) {}

  @Authorized('order:manage', 'shipment:write')
  @Query(() => [CarrierType], { nullable: true, description: 'Those in use first.' })
  async carriers(@Ctx() { actor }: GraphqlContext): Promise<CarrierType[]> {
    return (await this.service.list(actor)).map(toCarrierType);
  }

  @Authorized('order:manage')
  @Mutation(() => SaveCarrierResult, {
    description: 'Adds a carrier of your branch, or changes the one of this key.',
  })
  async saveCarrier(
    @Arg('input', () => SaveCarrierInput) { key, name, trackingTemplate, retired }: SaveCarrierInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof SaveCarrierResult> {
    const facts = { key, name, trackingTemplate: trackingTemplate || null, retired: retired ?? false };
    const outcome = await this.service.save(actor, facts);
    if (!outcome.ok) return toInvalidInputError(outcome.failure, actor.locale);
    if (!outcome.value)
      throw new GraphQLError('Carriers are kept by the people of a branch.', {
        extensions: { code: 'UNAUTHORIZED' },
      });
    return Object.assign(new SaveCarrierSuccess(), { carrier: toCarrierType(outcome.value) });
  }
}

function toCarrierType({ retiredAt, ...carrier }: Carrier): CarrierType {
  return { ...carrier, retired: retiredAt !== null };
}
