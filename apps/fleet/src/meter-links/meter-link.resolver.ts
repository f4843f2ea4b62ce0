import { type GraphqlContext, Public } from '@platen/platform';
import { ok } from '@platen/kernel';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { toHandInResult } from '../hand-ins/hand-in.mapping';
import { message } from '../messages/message';
import { toExpectation } from '../meters/meter.mapping';
import { type LinkedMachines, MeterLinkService } from './meter-link.service';
import {
  HandInByMeterLinkInput,
  HandInByMeterLinkResult,
  MeterLinkGoneError,
  MeterLinkType,
} from './meter-link.type';

/** Counters handed in with the link of a reminder, without a password. */
@Resolver()
export class MeterLinkResolver {
  constructor(private readonly links: MeterLinkService) {}

  @Public()
  @Query(() => MeterLinkType, {
    nullable: true,
    description: 'Null for a link that does not work, whatever the reason.',
  })
  async meterLink(
    @Arg('token') token: string,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<MeterLinkType | null> {
    const link = await this.links.find(actor, token);
    return link && toMeterLink(link);
  }

  @Public()
  @Mutation(() => HandInByMeterLinkResult)
  async handInByMeterLink(
    @Arg('input') input: HandInByMeterLinkInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof HandInByMeterLinkResult> {
    const outcome = await this.links.handIn(actor, input);
    if (outcome.ok) return toHandInResult(ok(outcome.value), actor.locale);
    const { failure } = outcome;
    if (failure.code !== 'METER_LINK_GONE') return toHandInResult({ ok: false, failure }, actor.locale);
    const text = message(actor.locale, 'meterLinkGone');
    return Object.assign(new MeterLinkGoneError(), { code: failure.code, message: text });
  }
}

function toMeterLink({ branchCode, dueOn, expiresAt, machines }: LinkedMachines): MeterLinkType {
  return {
    branchCode,
    dueOn,
    expiresAt,
    machines: machines.map(({ doneAt, meters, ...machine }) => ({
      ...machine,
      done: doneAt !== null,
      meters: meters.map(({ kind, unit, ...judged }) => ({
        kind,
        unit,
        expectation: toExpectation(judged),
      })),
    })),
  };
}
