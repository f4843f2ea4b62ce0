import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { message } from '../messages/message';
import type { ClosePeriodService } from './close-period.service';
import {
  CloseMeterPeriodInput,
  CloseMeterPeriodResult,
  CloseMeterPeriodSuccess,
  MeterPeriodNotClosedError,
} from './close-period.type';

const words = {
  CUSTOMER_NOT_FOUND: 'customerNotFound',
  DAY_NOT_OVER: 'dayNotOver',
  CLOSED_FURTHER: 'closedFurther',
} as const;

/** Settling what was read, for the bills. */
@Resolver()
export class ClosePeriodResolver {
  constructor(private readonly periods: ClosePeriodService) {}

  @Authorized('meter:manage')
  @Mutation(() => CloseMeterPeriodResult, {
    description: 'Settles the readings of an organisation up to a day, for good.',
  })
  async closeMeterPeriod(
    @Arg('input', () => CloseMeterPeriodInput) input: CloseMeterPeriodInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof CloseMeterPeriodResult> {
    const outcome = await this.periods.close(actor, input);
    if (outcome.ok) return Object.assign(new CloseMeterPeriodSuccess(), outcome.value);
    const { code } = outcome.failure;
    return Object.assign(new MeterPeriodNotClosedError(), {
      code,
      message: message(actor.locale, words[code]),
    });
  }
}
