import { Authorized, type GraphqlContext, UserError } from '@platen/platform';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { message } from '../messages/message';
import { toInvalidInputError } from '../orders/order-errors.mapping';
import type { KnownReplenishment } from './known-replenishment';
import type { ReplenishmentSettingsService } from './settings.service';
import {
  ReplenishmentChangedError,
  ReplenishmentDeviceNotFoundError,
  ReplenishmentSettings,
  SaveReplenishmentSettingsInput,
  SaveReplenishmentSettingsResult,
  SaveReplenishmentSettingsSuccess,
  SetReplenishmentEndInput,
  SetReplenishmentEndResult,
  SetReplenishmentEndSuccess,
} from './settings.type';
import type { SimulationService } from './simulation.service';
import {
  SimulateReplenishmentInput,
  SimulateReplenishmentResult,
  SimulateReplenishmentSuccess,
} from './simulation.type';

/** How supplies are ordered by themselves, for the branch's staff. */
@Resolver()
export class ReplenishmentSettingsResolver {
  constructor(
    private readonly service: ReplenishmentSettingsService,
    private readonly simulations: SimulationService,
  ) {}

  @Authorized('catalogue:manage', 'branch:manage')
  @Query(() => ReplenishmentSettings, { nullable: true })
  async replenishmentSettings(@Ctx() { actor }: GraphqlContext): Promise<ReplenishmentSettings | null> {
    const known = await this.service.read(actor);
    return known && toSettingsType(known);
  }

  @Authorized('catalogue:manage', 'branch:manage')
  @Query(() => SimulateReplenishmentResult, {
    description: 'Lives through the past again under other settings. Nothing is changed or ordered.',
  })
  async simulateReplenishment(
    @Arg('input', () => SimulateReplenishmentInput) input: SimulateReplenishmentInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof SimulateReplenishmentResult> {
    const { settings, customerId = null, deviceId = null, days } = input;
    const outcome = await this.simulations.simulate(actor, { settings, customerId, deviceId, days });
    if (!outcome.ok) return toInvalidInputError(outcome.failure, actor.locale);
    return Object.assign(new SimulateReplenishmentSuccess(), outcome.value);
  }

  @Authorized('catalogue:manage', 'branch:manage')
  @Mutation(() => SaveReplenishmentSettingsResult, {
    description: 'Holds from the next decision on; the version read comes back with it.',
  })
  async saveReplenishmentSettings(
    @Arg('input', () => SaveReplenishmentSettingsInput) input: SaveReplenishmentSettingsInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof SaveReplenishmentSettingsResult> {
    const outcome = await this.service.save(actor, input.version, input.settings);
    if (outcome.ok)
      return Object.assign(new SaveReplenishmentSettingsSuccess(), {
        settings: toSettingsType(outcome.value),
      });
    const { failure } = outcome;
    if (failure.code === 'INVALID_INPUT') return toInvalidInputError(failure, actor.locale);
    return said(new ReplenishmentChangedError(), failure.code, message(actor.locale, 'replenishmentChanged'));
  }

  @Authorized('order:manage')
  @Mutation(() => SetReplenishmentEndResult, {
    description: 'Nothing is ordered any more that would only be used up after this day.',
  })
  async setReplenishmentEnd(
    @Arg('input', () => SetReplenishmentEndInput) { deviceId, stopsOn }: SetReplenishmentEndInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof SetReplenishmentEndResult> {
    const outcome = await this.service.setEnd(actor, deviceId, stopsOn);
    if (outcome.ok)
      return Object.assign(new SetReplenishmentEndSuccess(), { device: { id: outcome.value.deviceId } });
    const { failure } = outcome;
    if (failure.code === 'INVALID_INPUT') return toInvalidInputError(failure, actor.locale);
    return said(
      new ReplenishmentDeviceNotFoundError(),
      failure.code,
      message(actor.locale, 'replenishmentDeviceNotFound'),
    );
  }
}

function said<Failure extends UserError>(error: Failure, code: string, text: string): Failure {
  return Object.assign(error, { code, message: text });
}

function toSettingsType({
  branch,
  version,
  settings,
  season,
  leadDays,
}: KnownReplenishment): ReplenishmentSettings {
  return { ...settings, version, season, leadDays, reorderPercent: branch.ordering.reorderPercent };
}
