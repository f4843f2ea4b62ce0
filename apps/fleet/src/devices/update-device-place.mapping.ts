import type { Locale } from '@platen/contracts';
import { IdempotencyConflictError, InvalidInputError } from '@platen/platform';
import type DataLoader from 'dataloader';
import { message } from '../messages/message';
import { KEY_LENGTH, MAX_PLACE } from './device-place';
import type { DeviceService } from './device.service';
import type { Device } from './device.type';
import {
  DeviceNotFoundError,
  SiteNotFoundError,
  type UpdateDevicePlaceResult,
  UpdateDevicePlaceSuccess,
} from './update-device-place.type';

type Outcome = Awaited<ReturnType<DeviceService['updatePlace']>>;

/** The use case's outcome as a member of the union, in the viewer's language. */
export async function toUpdateDevicePlaceResult(
  outcome: Outcome,
  devices: DataLoader<string, Device | null>,
  locale: Locale,
): Promise<typeof UpdateDevicePlaceResult> {
  if (outcome.ok) {
    const device = await devices.load(outcome.value.deviceId);
    // A repeat may come after the machine was taken away from its viewer.
    return device
      ? Object.assign(new UpdateDevicePlaceSuccess(), { device })
      : toUpdateDevicePlaceResult({ ok: false, failure: { code: 'DEVICE_NOT_FOUND' } }, devices, locale);
  }
  const { failure } = outcome;
  switch (failure.code) {
    case 'DEVICE_NOT_FOUND':
      return Object.assign(new DeviceNotFoundError(), {
        code: failure.code,
        message: message(locale, 'deviceNotFound'),
      });
    case 'SITE_NOT_FOUND':
      return Object.assign(new SiteNotFoundError(), {
        code: failure.code,
        message: message(locale, 'siteNotFound'),
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
        fields: failure.fields.map(({ path, problem }) => ({
          path,
          message: message(locale, problem, problem === 'keyLength' ? KEY_LENGTH : { max: MAX_PLACE }),
        })),
      });
  }
}
