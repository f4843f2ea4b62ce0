import {
  Authorized,
  type Connection,
  CountScalar,
  type GraphqlContext,
  IdempotencyConflictError,
  InvalidInputError,
  isId,
  pageOf,
} from '@platen/platform';
import type { Locale } from '@platen/contracts';
import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { KEY_LENGTH } from '../devices/device-place';
import { Device } from '../devices/device.type';
import { message } from '../messages/message';
import type { ModelFacts } from './model-facts';
import { ModelService } from './model.service';
import {
  CreateDeviceModelInput,
  CreateDeviceModelResult,
  CreateDeviceModelSuccess,
  DeleteDeviceModelInput,
  DeleteDeviceModelResult,
  DeleteDeviceModelSuccess,
  DeviceModel,
  DeviceModelConnection,
  type DeviceModelFactsInput,
  DeviceModelNotFoundError,
  DeviceModelTakenError,
  UpdateDeviceModelInput,
  UpdateDeviceModelResult,
  UpdateDeviceModelSuccess,
} from './model.type';

/** Longest search text in characters; what is longer finds nothing more. */
const MAX_SEARCH = 100;

/** The catalogue of models: one, many, and how many machines there are of each. */
@Resolver(() => DeviceModel)
export class ModelResolver {
  constructor(private readonly models: ModelService) {}

  @Authorized('device:manage')
  @Query(() => DeviceModel, { nullable: true, description: 'Null for an unknown id.' })
  async deviceModel(
    @Arg('id', () => ID) id: string,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<DeviceModel | null> {
    return (await this.models.findMany(actor, [id]))[0] ?? null;
  }

  @Authorized('device:manage')
  @Query(() => DeviceModelConnection, { nullable: true, description: 'Models by maker and name.' })
  deviceModels(
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('search', () => String, { nullable: true }) search?: string | null,
  ): Promise<Connection<DeviceModel>> {
    const page = pageOf(first, after, 3);
    if (page.after && (!isId(page.after[2] ?? '') || page.after.some((part) => part.includes('\0'))))
      throw new GraphQLError('after is not a cursor of this list.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    return this.models.list(actor, search?.trim().slice(0, MAX_SEARCH) || null, page);
  }

  @FieldResolver(() => CountScalar, { description: 'Machines in use of this model that you can see.' })
  deviceCount(@Root() model: DeviceModel, @Ctx() context: GraphqlContext): Promise<number> {
    return context
      .loader(
        'fleet.model-device-count',
        () => new DataLoader<string, number>((ids) => this.models.deviceCounts(context.actor, ids)),
      )
      .load(model.id);
  }

  @Authorized('device:manage')
  @Mutation(() => CreateDeviceModelResult)
  async createDeviceModel(
    @Arg('input') { idempotencyKey, facts }: CreateDeviceModelInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof CreateDeviceModelResult> {
    const outcome = await this.models.create(actor, { idempotencyKey, facts: toFacts(facts) });
    if (!outcome.ok) return toError(outcome.failure, actor.locale);
    const [model] = await this.models.findMany(actor, [outcome.value.modelId]);
    // A repeat may come after the model was deleted.
    return model
      ? Object.assign(new CreateDeviceModelSuccess(), { model })
      : toError({ code: 'IDEMPOTENCY_CONFLICT' }, actor.locale);
  }

  @Authorized('device:manage')
  @Mutation(() => UpdateDeviceModelResult)
  async updateDeviceModel(
    @Arg('input') { modelId, facts }: UpdateDeviceModelInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof UpdateDeviceModelResult> {
    const outcome = await this.models.update(actor, { modelId, facts: toFacts(facts) });
    if (!outcome.ok) return toError(outcome.failure, actor.locale);
    const [model] = await this.models.findMany(actor, [modelId]);
    return model
      ? Object.assign(new UpdateDeviceModelSuccess(), { model })
      : toError({ code: 'MODEL_NOT_FOUND' }, actor.locale);
  }

  @Authorized('device:manage')
  @Mutation(() => DeleteDeviceModelResult, { description: 'Its machines stay as they are.' })
  async deleteDeviceModel(
    @Arg('input') { modelId }: DeleteDeviceModelInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof DeleteDeviceModelResult> {
    const outcome = await this.models.delete(actor, modelId);
    return outcome.ok
      ? Object.assign(new DeleteDeviceModelSuccess(), outcome.value)
      : toError(outcome.failure, actor.locale);
  }
}

/** What a machine's model can do, for those who see the machine. */
@Resolver(() => Device)
export class ModelOfDeviceResolver {
  constructor(private readonly models: ModelService) {}

  @FieldResolver(() => DeviceModel, {
    nullable: true,
    description: "What the provider's catalogue knows of its model; null where it is not in it.",
  })
  modelFacts(@Root() device: Device, @Ctx() context: GraphqlContext): Promise<DeviceModel | null> {
    return context
      .loader(
        'fleet.model-of-device',
        () => new DataLoader<string, DeviceModel | null>((ids) => this.models.ofDevices(context.actor, ids)),
      )
      .load(device.id);
  }
}

function toFacts({ monthlyFrom = null, monthlyTo = null, ...facts }: DeviceModelFactsInput): ModelFacts {
  return { ...facts, monthlyFrom, monthlyTo };
}

type Failure = Extract<
  Awaited<ReturnType<ModelService['create' | 'update' | 'delete']>>,
  { ok: false }
>['failure'];

function toError(failure: Failure, locale: Locale) {
  switch (failure.code) {
    case 'MODEL_NOT_FOUND':
      return Object.assign(new DeviceModelNotFoundError(), {
        code: failure.code,
        message: message(locale, 'modelNotFound'),
      });
    case 'MODEL_TAKEN':
      return Object.assign(new DeviceModelTakenError(), {
        code: failure.code,
        modelId: failure.modelId,
        message: message(locale, 'modelTaken'),
      });
    case 'IDEMPOTENCY_CONFLICT':
      return Object.assign(new IdempotencyConflictError(), {
        code: failure.code,
        message: message(locale, 'idempotencyConflict'),
      });
    case 'INVALID_INPUT':
      return Object.assign(new InvalidInputError(), {
        code: failure.code,
        message: message(locale, 'invalidInput'),
        fields: failure.fields.map((field) => ({
          path: field.path,
          message: message(locale, field.problem, 'max' in field ? { max: field.max } : KEY_LENGTH),
        })),
      });
  }
}
