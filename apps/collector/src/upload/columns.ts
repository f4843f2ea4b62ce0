import type { PollUpload } from '@platen/contracts';
import { type Batch, uploadedMeters } from '../spool/spooled-poll';

/**
 * A batch in the columns of the upload contract: one list per field, `poll` the position of the poll in the batch.
 * Texts are cut to the contract's lengths; a device that writes a novel into its location is still counted.
 */
export function toUpload(batch: Batch): PollUpload {
  const { polls } = batch;
  const reads = polls.flatMap(({ poll }, at) => uploadedMeters(poll).map((meter) => ({ at, ...meter })));
  const levels = polls.flatMap(({ poll }, at) => poll.supplies.map((supply) => ({ at, ...supply })));
  const alerts = polls.flatMap(({ poll }, at) => poll.alerts.map((alert) => ({ at, ...alert })));
  const identity = polls.map(({ poll }) => poll.identity);
  return {
    idempotencyKey: batch.idempotencyKey,
    polls: {
      polledAt: polls.map((row) => row.polledAt),
      address: polls.map((row) => cut(row.address, 255)),
      maker: identity.map((row) => cutOrNull(row.maker, 120)),
      model: identity.map((row) => cutOrNull(row.model, 200)),
      serialNumber: identity.map((row) => cutOrNull(row.serial, 120)),
      firmware: identity.map((row) => cutOrNull(row.firmware, 200)),
      name: identity.map((row) => cutOrNull(row.name, 255)),
      location: identity.map((row) => cutOrNull(row.location, 255)),
      status: polls.map(({ poll }) => poll.status.state),
      errors: polls.map(({ poll }) => poll.status.errors),
    },
    meterReads: {
      poll: reads.map((row) => row.at),
      kind: reads.map((row) => row.kind),
      value: reads.map((row) => row.value),
      unit: reads.map((row) => row.unit),
      source: reads.map((row) => row.source),
    },
    supplyLevels: {
      poll: levels.map((row) => row.at),
      slot: levels.map((row) => cut(row.index, 40)),
      description: levels.map((row) => cut(row.description, 255)),
      kind: levels.map((row) => row.kind),
      color: levels.map((row) => row.color),
      class: levels.map((row) => row.class),
      levelState: levels.map((row) => row.levelState),
      levelPercent: levels.map((row) => row.levelPercent),
      cartridgeSerial: levels.map((row) => cutOrNull(row.serial, 120)),
    },
    alerts: {
      poll: alerts.map((row) => row.at),
      severity: alerts.map((row) => row.severity),
      code: alerts.map((row) => row.code),
      description: alerts.map((row) => cut(row.description, 255)),
    },
  };
}

/** The same with the names that GraphQL gives to enum values: upper case. */
export function toVariables(upload: PollUpload) {
  const upper = (values: readonly string[]) => values.map((value) => value.toUpperCase());
  const { polls, meterReads, supplyLevels, alerts } = upload;
  return {
    input: {
      ...upload,
      polls: { ...polls, status: upper(polls.status) },
      meterReads: { ...meterReads, unit: upper(meterReads.unit), source: upper(meterReads.source) },
      supplyLevels: {
        ...supplyLevels,
        kind: upper(supplyLevels.kind),
        color: upper(supplyLevels.color),
        class: upper(supplyLevels.class),
        levelState: upper(supplyLevels.levelState),
      },
      alerts: { ...alerts, severity: upper(alerts.severity) },
    },
  };
}

function cut(text: string, length: number): string {
  return text.slice(0, length);
}

function cutOrNull(text: string | null, length: number): string | null {
  return text === null ? null : cut(text, length);
}
