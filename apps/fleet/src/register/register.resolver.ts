import {
  Authorized,
  type GraphqlContext,
  IdempotencyConflictError,
  InvalidInputError,
  type UnitOfWork,
} from '@platen/platform';
import type { Locale } from '@platen/contracts';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { deviceLoader } from '../devices/device.loaders';
import { KEY_LENGTH } from '../devices/device-place';
import type { DeviceService } from '../devices/device.service';
import { SiteNotFoundError } from '../devices/device-errors.type';
import { message } from '../messages/message';
import { OrganisationNotFoundError } from '../sites/change-sites.type';
import { registerPiece } from './register-export';
import { RegisterService } from './register.service';
import {
  RegisterDeviceInput,
  RegisterDeviceResult,
  RegisterDeviceSuccess,
  RegisterPiece,
  SerialTakenError,
} from './register.type';

/** Writing down new machines, and the register as a file. */
@Resolver()
export class RegisterResolver {
  constructor(
    private readonly register: RegisterService,
    private readonly devices: DeviceService,
    private readonly work: UnitOfWork,
  ) {}

  @Authorized('device:manage')
  @Mutation(() => RegisterDeviceResult)
  async registerDevice(
    @Arg('input') input: RegisterDeviceInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof RegisterDeviceResult> {
    const { locale } = context.actor;
    const outcome = await this.register.register(context.actor, toRegistration(input));
    if (!outcome.ok) return toError(outcome.failure, locale);
    const device = await deviceLoader(this.devices, context).load(outcome.value.deviceId);
    return device
      ? Object.assign(new RegisterDeviceSuccess(), { device })
      : toError({ code: 'IDEMPOTENCY_CONFLICT' }, locale);
  }

  @Authorized('device:manage')
  @Query(() => RegisterPiece, {
    nullable: true,
    description: "An organisation's machines in use, in the columns that an import reads.",
  })
  deviceRegister(
    @Arg('customerId', () => ID) customerId: string,
    @Ctx() { actor }: GraphqlContext,
    @Arg('after', () => ID, { nullable: true }) after?: string | null,
  ): Promise<RegisterPiece> {
    return this.work.read(actor, (tx) => registerPiece(tx, actor, customerId, after ?? null));
  }
}

function toRegistration(input: RegisterDeviceInput) {
  const { idempotencyKey, customerId, siteId, startMeters, ...typed } = input;
  const facts = {
    ...typed,
    equipmentId: typed.equipmentId ?? null,
    floor: typed.floor ?? null,
    room: typed.room ?? null,
    department: typed.department ?? null,
    costCentre: typed.costCentre ?? null,
    contactName: typed.contactName ?? null,
    contactEmail: typed.contactEmail ?? null,
    contactPhone: typed.contactPhone ?? null,
    contractNumber: typed.contractNumber ?? null,
    installedOn: typed.installedOn ?? null,
  };
  return { idempotencyKey, customerId, siteId, facts, startMeters: startMeters ?? [] };
}

type Failure = Extract<Awaited<ReturnType<RegisterService['register']>>, { ok: false }>['failure'];

function toError(failure: Failure, locale: Locale): typeof RegisterDeviceResult {
  switch (failure.code) {
    case 'CUSTOMER_NOT_FOUND':
      return Object.assign(new OrganisationNotFoundError(), {
        code: failure.code,
        message: message(locale, 'customerNotFound'),
      });
    case 'SITE_NOT_FOUND':
      return Object.assign(new SiteNotFoundError(), {
        code: failure.code,
        message: message(locale, 'placeNotFound'),
      });
    case 'SERIAL_TAKEN':
      return Object.assign(new SerialTakenError(), { ...failure, message: message(locale, 'serialTaken') });
    case 'IDEMPOTENCY_CONFLICT':
      return Object.assign(new IdempotencyConflictError(), {
        code: failure.code,
        message: message(locale, 'idempotencyConflict'),
      });
    case 'INVALID_INPUT':
      return Object.assign(new InvalidInputError(), {
        code: failure.code,
        message: message(locale, 'invalidInput'),
        fields: failure.fields.map(({ path, problem, max = 0 }) => ({
          path,
          message: message(locale, problem, problem === 'keyLength' ? KEY_LENGTH : { max }),
        })),
      });
  }
}
