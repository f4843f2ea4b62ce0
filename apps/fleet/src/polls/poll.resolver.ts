import {
  Authorized,
  type GraphqlContext,
  IdempotencyConflictError,
  InvalidInputError,
} from '@platen/platform';
import type { Locale } from '@platen/contracts';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { message } from '../messages/message';
import { RecordPollsInput, RecordPollsResult, RecordPollsSuccess } from './poll-upload.type';
import { PollService } from './poll.service';

/** Where collectors hand in what they saw. */
@Resolver()
export class PollResolver {
  constructor(private readonly service: PollService) {}

  @Authorized('telemetry:write')
  @Mutation(() => RecordPollsResult, {
    description: 'Records polls of machines, whole or not at all. Twice, late or out of order does no harm.',
  })
  async recordPolls(
    @Arg('input', () => RecordPollsInput) input: RecordPollsInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof RecordPollsResult> {
    return toRecordPollsResult(await this.service.record(actor, input), this.service.now(), actor.locale);
  }
}

type Outcome = Awaited<ReturnType<PollService['record']>>;

function toRecordPollsResult(outcome: Outcome, serverTime: Date, locale: Locale): typeof RecordPollsResult {
  if (outcome.ok) return Object.assign(new RecordPollsSuccess(), outcome.value, { serverTime });
  const { failure } = outcome;
  switch (failure.code) {
    case 'INVALID_INPUT':
      return Object.assign(new InvalidInputError(), {
        code: failure.code,
        message: message(locale, 'invalidInput'),
        fields: [...failure.fields],
      });
    case 'IDEMPOTENCY_CONFLICT':
      return Object.assign(new IdempotencyConflictError(), {
        code: failure.code,
        message: message(locale, 'idempotencyConflict'),
      });
  }
}
