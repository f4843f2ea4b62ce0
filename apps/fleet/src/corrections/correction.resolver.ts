import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CorrectionService } from './correction.service';
import {
  CorrectMeterReadInput,
  CorrectMeterReadResult,
  CorrectMeterReadSuccess,
  DeclareMeterResetInput,
  DeclareMeterResetResult,
  DeclareMeterResetSuccess,
} from './correction.type';
import { toMeterActError } from './meter-act.mapping';
import type { ResetService } from './reset.service';

/** Setting counters right. */
@Resolver()
export class CorrectionResolver {
  constructor(
    private readonly corrections: CorrectionService,
    private readonly resets: ResetService,
  ) {}

  @Authorized('meter:submit')
  @Mutation(() => CorrectMeterReadResult, {
    description: "Corrects a counter's latest hand-in; the old value is kept.",
  })
  async correctMeterRead(
    @Arg('input', () => CorrectMeterReadInput) input: CorrectMeterReadInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof CorrectMeterReadResult> {
    const outcome = await this.corrections.correct(actor, input);
    return outcome.ok
      ? Object.assign(new CorrectMeterReadSuccess(), outcome.value)
      : toMeterActError(outcome.failure, actor.locale);
  }

  @Authorized('meter:submit')
  @Mutation(() => DeclareMeterResetResult, { description: 'Says that a counter goes on from another value.' })
  async declareMeterReset(
    @Arg('input', () => DeclareMeterResetInput) input: DeclareMeterResetInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof DeclareMeterResetResult> {
    const outcome = await this.resets.declare(actor, input);
    return outcome.ok
      ? Object.assign(new DeclareMeterResetSuccess(), outcome.value)
      : toMeterActError(outcome.failure, actor.locale);
  }
}
