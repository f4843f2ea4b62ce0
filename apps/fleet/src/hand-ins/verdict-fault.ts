import type { DeviceFault } from '../devices/device.errors';
import type { JudgedRow, RowVerdict } from './judge-rows';

const problems = {
  fits: null,
  known: null,
  low: 'readingLow',
  high: 'readingHigh',
  jump: 'readingJump',
  fell: 'readingFell',
  above_later: 'readingAboveLater',
  other_value: 'readingOtherValue',
  too_long: 'readingTooLong',
  future: 'readingFuture',
  too_old: 'readingTooOld',
  closed: 'readingClosed',
  unknown_device: 'deviceNotFound',
  unknown_kind: 'readingUnknownKind',
} as const satisfies Record<RowVerdict, DeviceFault['problem'] | null>;

/** What there is to say of a value: a text of this service with its numbers. @returns null when all is well */
export function verdictFault({
  verdict,
  expected,
  previous,
}: JudgedRow): Pick<DeviceFault, 'problem' | 'values'> | null {
  const problem = problems[verdict];
  const values = { low: expected?.low ?? 0, high: expected?.high ?? 0, last: previous?.value ?? 0 };
  return problem && { problem, values };
}
