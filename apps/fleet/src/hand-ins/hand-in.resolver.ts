import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { toHandInResult } from './hand-in.mapping';
import { HandInService } from './hand-in.service';
import { HandInMeterReadsInput, HandInMeterReadsResult } from './hand-in.type';

/** Where people and partners hand in what counters show. */
@Resolver()
export class HandInResolver {
  constructor(private readonly service: HandInService) {}

  @Authorized('meter:submit')
  @Mutation(() => HandInMeterReadsResult, {
    description:
      'Takes counter values, each judged by the past of its own counter. Good rows are taken at once.',
  })
  async handInMeterReads(
    @Arg('input', () => HandInMeterReadsInput) input: HandInMeterReadsInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof HandInMeterReadsResult> {
    return toHandInResult(await this.service.handIn(actor, input), actor.locale);
  }
}
