import { ok } from '@platen/kernel';
import { type GraphqlContext, type Page, Public, isId, pageOf } from '@platen/platform';
import { GraphQLError } from 'graphql';
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
    @Arg('after', () => String, { nullable: true, description: 'What `next` said before.' }) after?:
      | string
      | null,
  ): Promise<MeterLinkType | null> {
    const link = await this.links.find(actor, token, cursorOf(after));
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

/** Machines of a link that are shown at a time: about as many as somebody reads on one round. */
const MACHINES_AT_A_TIME = 50;

function cursorOf(after: string | null | undefined): Page {
  const page = pageOf(MACHINES_AT_A_TIME, after, 2);
  if (page.after && !isId(page.after[1] ?? ''))
    throw new GraphQLError('after is not a cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });
  return page;
}

function toMeterLink({ branchCode, dueOn, expiresAt, machines, left }: LinkedMachines): MeterLinkType {
  return {
    branchCode,
    dueOn,
    expiresAt,
    left,
    next: machines.pageInfo.hasNextPage ? machines.pageInfo.endCursor : null,
    machines: machines.edges.map(({ node: { doneAt, meters, ...machine } }) => ({
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
