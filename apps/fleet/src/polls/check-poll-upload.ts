import { MAX_METER_READS_PER_UPLOAD, MAX_POLLS_PER_UPLOAD } from '@platen/contracts';
import type { PollColumns, UploadFault } from './poll-columns';

/** More than this many faults tell nothing new. */
const MOST_FAULTS = 9;
const METER_KIND = /^[a-z][a-z0-9_]{0,39}$/;

/** Lists that belong together by position, by name. */
type Columns = Readonly<Record<string, readonly unknown[]>>;

/**
 * What of an upload breaks the contract `pollUploadSchema`, beyond what GraphQL's types refuse already. One pass
 * over the columns: this is the hot path, where a schema library costs more than the rest of the request.
 */
export function faultsOfUpload(upload: PollColumns): UploadFault[] {
  const check = new UploadCheck();
  const { polls, meterReads, supplyLevels, alerts } = upload;
  const count = polls.polledAt.length;
  if (upload.idempotencyKey.length < 8 || upload.idempotencyKey.length > 255)
    check.fault('idempotencyKey', 'must have 8 to 255 characters');
  check.most('polls.polledAt', count, MAX_POLLS_PER_UPLOAD);
  check.most('meterReads.poll', meterReads.poll.length, MAX_METER_READS_PER_UPLOAD);
  check.columns('polls', polls, count);
  check.columns('meterReads', meterReads, meterReads.poll.length);
  check.columns('supplyLevels', supplyLevels, supplyLevels.poll.length);
  check.columns('alerts', alerts, alerts.poll.length);
  if (check.faults.length > 0) return check.faults;

  check.texts('polls.address', polls.address, 255);
  check.texts('polls.maker', polls.maker, 120);
  check.texts('polls.model', polls.model, 200);
  check.texts('polls.serialNumber', polls.serialNumber, 120);
  check.texts('polls.firmware', polls.firmware, 200);
  check.texts('polls.name', polls.name, 255);
  check.texts('polls.location', polls.location, 255);
  polls.errors.forEach((errors, index) => {
    check.most(`polls.errors.${index}`, errors.length, 32);
    check.texts(`polls.errors.${index}`, errors, 60);
  });

  check.pollIndexes('meterReads.poll', meterReads.poll, count);
  meterReads.kind.forEach((kind, index) => {
    if (!METER_KIND.test(kind)) check.fault(`meterReads.kind.${index}`, `must match ${METER_KIND.source}`);
  });

  check.pollIndexes('supplyLevels.poll', supplyLevels.poll, count);
  check.texts('supplyLevels.slot', supplyLevels.slot, 40);
  check.texts('supplyLevels.description', supplyLevels.description, 255);
  check.texts('supplyLevels.cartridgeSerial', supplyLevels.cartridgeSerial, 120);
  supplyLevels.levelPercent.forEach((percent, index) => {
    const measured = supplyLevels.levelState[index] === 'percent';
    const fits = measured ? percent !== null && percent >= 0 && percent <= 100 : percent === null;
    if (!fits)
      check.fault(
        `supplyLevels.levelPercent.${index}`,
        'must be 0 to 100 exactly where levelState is PERCENT',
      );
  });

  check.pollIndexes('alerts.poll', alerts.poll, count);
  check.texts('alerts.description', alerts.description, 255);
  return check.faults;
}

class UploadCheck {
  readonly faults: UploadFault[] = [];

  fault(path: string, message: string): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ path, message });
  }

  most(path: string, length: number, limit: number): void {
    if (length > limit) this.fault(path, `must have at most ${limit} entries`);
  }

  columns(group: string, columns: Columns, length: number): void {
    for (const [name, column] of Object.entries(columns)) {
      if (column.length !== length) this.fault(`${group}.${name}`, 'must be as long as the lists beside it');
    }
  }

  texts(path: string, texts: readonly (string | null)[], longest: number): void {
    for (let index = 0; index < texts.length; index++) {
      const text = texts[index];
      if (text && (text.length > longest || text.includes('\0')))
        this.fault(`${path}.${index}`, `must have at most ${longest} characters and no NUL`);
    }
  }

  pollIndexes(path: string, indexes: readonly number[], polls: number): void {
    for (let index = 0; index < indexes.length; index++) {
      const poll = indexes[index] ?? -1;
      if (poll < 0 || poll >= polls) this.fault(`${path}.${index}`, 'must be the position of a poll');
    }
  }
}
