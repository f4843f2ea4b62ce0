import type { Locale } from '@platen/contracts';
import { type IdempotencyConflict, IdempotencyConflictError, InvalidInputError } from '@platen/platform';
import type DataLoader from 'dataloader';
import { message, messageWithNumbers } from '../messages/message';
import {
  DeviceChangedMeanwhileError,
  DeviceNotFoundError,
  LifecycleActNotPossibleError,
  MoveAlreadyPlannedError,
  SiteClosedError,
  SiteNotFoundError,
} from './device-errors.type';
import type {
  ActNotPossible,
  DeviceChangedMeanwhile,
  DeviceNotFound,
  InvalidDeviceInput,
  MoveAlreadyPlanned,
  SiteClosed,
  SiteNotFound,
} from './device.errors';
import type { Device } from './device.type';

/** Why nothing happened to a machine. */
export type DeviceFailure =
  | DeviceNotFound
  | SiteNotFound
  | SiteClosed
  | DeviceChangedMeanwhile
  | ActNotPossible
  | MoveAlreadyPlanned
  | InvalidDeviceInput
  | IdempotencyConflict;

/** Each failure as its union member. */
interface ErrorOf {
  DEVICE_NOT_FOUND: DeviceNotFoundError;
  SITE_NOT_FOUND: SiteNotFoundError;
  SITE_CLOSED: SiteClosedError;
  DEVICE_CHANGED_MEANWHILE: DeviceChangedMeanwhileError | DeviceNotFoundError;
  LIFECYCLE_ACT_NOT_POSSIBLE: LifecycleActNotPossibleError;
  MOVE_ALREADY_PLANNED: MoveAlreadyPlannedError;
  INVALID_INPUT: InvalidInputError;
  IDEMPOTENCY_CONFLICT: IdempotencyConflictError;
}

type Devices = DataLoader<string, Device | null>;

const toError: {
  [Code in DeviceFailure['code']]: (
    failure: Extract<DeviceFailure, { code: Code }>,
    locale: Locale,
    devices: Devices,
  ) => ErrorOf[Code] | Promise<ErrorOf[Code]>;
} = {
  DEVICE_NOT_FOUND: ({ code }, locale) =>
    Object.assign(new DeviceNotFoundError(), { code, message: message(locale, 'deviceNotFound') }),
  SITE_NOT_FOUND: ({ code }, locale) =>
    Object.assign(new SiteNotFoundError(), { code, message: message(locale, 'siteNotFound') }),
  SITE_CLOSED: ({ code }, locale) =>
    Object.assign(new SiteClosedError(), { code, message: message(locale, 'siteClosed') }),
  DEVICE_CHANGED_MEANWHILE: async ({ code, deviceId }, locale, devices) => {
    const device = await devices.load(deviceId);
    return device
      ? Object.assign(new DeviceChangedMeanwhileError(), {
          code,
          message: message(locale, 'deviceChangedMeanwhile'),
          device,
        })
      : goneDevice(locale);
  },
  LIFECYCLE_ACT_NOT_POSSIBLE: ({ code, lifecycle }, locale) =>
    Object.assign(new LifecycleActNotPossibleError(), {
      code,
      message: message(locale, 'actNotPossible'),
      lifecycle,
    }),
  MOVE_ALREADY_PLANNED: ({ code }, locale) =>
    Object.assign(new MoveAlreadyPlannedError(), { code, message: message(locale, 'moveAlreadyPlanned') }),
  INVALID_INPUT: ({ code, fields }, locale) =>
    Object.assign(new InvalidInputError(), {
      code,
      message: message(locale, 'invalidInput'),
      fields: fields.map(({ path, problem, values }) => ({
        path,
        message: messageWithNumbers(locale, problem, values),
      })),
    }),
  IDEMPOTENCY_CONFLICT: ({ code }, locale) =>
    Object.assign(new IdempotencyConflictError(), { code, message: message(locale, 'idempotencyConflict') }),
};

/** A failure as a member of the mutation's union, in the viewer's language. */
export async function toDeviceError<Code extends DeviceFailure['code']>(
  failure: Extract<DeviceFailure, { code: Code }>,
  locale: Locale,
  devices: Devices,
): Promise<ErrorOf[Code]> {
  // The table has one entry per code; TypeScript does not follow the code through it.
  const map = toError[failure.code] as (
    failure: unknown,
    locale: Locale,
    devices: Devices,
  ) => ErrorOf[Code] | Promise<ErrorOf[Code]>;
  return map(failure, locale, devices);
}

/** A repeat may come after the machine was taken away from its viewer. */
export function goneDevice(locale: Locale): DeviceNotFoundError {
  return Object.assign(new DeviceNotFoundError(), {
    code: 'DEVICE_NOT_FOUND',
    message: message(locale, 'deviceNotFound'),
  });
}
