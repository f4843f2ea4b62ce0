import type { ReportedAlerts } from '../alerts/record-alerts';
import type { MeterReadColumns } from '../meter-reads/meter-read-columns';
import type { SupplyLevelColumns } from '../supplies/record-supply-levels';
import type { PollColumns } from './poll-columns';
import type { SortedUpload } from './sorted-upload';

/** Counter values of known devices and believable polls. */
export function meterReadsOf(upload: PollColumns, sorted: SortedUpload): MeterReadColumns {
  const { meterReads, polls } = upload;
  const kept = rowsOfKnown(meterReads.poll, sorted);
  return {
    deviceId: kept.deviceId,
    readAt: pick(polls.polledAt, kept.poll),
    kind: pick(meterReads.kind, kept.row),
    unit: pick(meterReads.unit, kept.row),
    value: pick(meterReads.value, kept.row),
  };
}

/** Supply levels of known devices and believable polls. */
export function supplyLevelsOf(upload: PollColumns, sorted: SortedUpload): SupplyLevelColumns {
  const { supplyLevels, polls } = upload;
  const kept = rowsOfKnown(supplyLevels.poll, sorted);
  return {
    deviceId: kept.deviceId,
    readAt: pick(polls.polledAt, kept.poll),
    slot: pick(supplyLevels.slot, kept.row),
    description: pick(supplyLevels.description, kept.row),
    kind: pick(supplyLevels.kind, kept.row),
    color: pick(supplyLevels.color, kept.row),
    class: pick(supplyLevels.class, kept.row),
    levelState: pick(supplyLevels.levelState, kept.row),
    levelPercent: pick(supplyLevels.levelPercent, kept.row),
    cartridgeSerial: pick(supplyLevels.cartridgeSerial, kept.row),
  };
}

/** Alerts of each device's newest poll; older polls say nothing about the present. */
export function alertsOf(upload: PollColumns, sorted: SortedUpload): ReportedAlerts {
  const { alerts } = upload;
  const polls = [...sorted.newest];
  const newest = new Set(polls.map(([, { index }]) => index));
  const kept = rowsOfKnown(alerts.poll, sorted, (poll) => newest.has(poll));
  return {
    polled: {
      deviceId: polls.map(([device]) => device.id),
      polledAt: polls.map(([, { polledAt }]) => polledAt),
    },
    deviceId: kept.deviceId,
    severity: pick(alerts.severity, kept.row),
    code: pick(alerts.code, kept.row),
    description: pick(alerts.description, kept.row),
  };
}

interface KeptRows {
  /** positions in the columns */
  readonly row: number[];
  /** positions of their polls */
  readonly poll: number[];
  readonly deviceId: string[];
}

function rowsOfKnown(
  pollOfRow: readonly number[],
  { deviceOfPoll }: SortedUpload,
  wanted: (poll: number) => boolean = () => true,
): KeptRows {
  const kept: KeptRows = { row: [], poll: [], deviceId: [] };
  for (let row = 0; row < pollOfRow.length; row++) {
    const poll = pollOfRow[row] ?? -1;
    const device = deviceOfPoll[poll];
    if (!device || !wanted(poll)) continue;
    kept.row.push(row);
    kept.poll.push(poll);
    kept.deviceId.push(device.id);
  }
  return kept;
}

/** Lengths were checked before, so every position has a value. */
function pick<Value>(column: readonly Value[], positions: readonly number[]): Value[] {
  return positions.map((position) => column[position] as Value);
}
