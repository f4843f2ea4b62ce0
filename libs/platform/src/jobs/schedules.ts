import { createHash } from 'node:crypto';
import type { JobDefinition } from '@platen/contracts';
import type { Logger } from 'pino';
import { system } from '../actor/actor';
import type { UnitOfWork } from '../database/unit-of-work';
import type { Schedule } from '../service';
import type { ServiceName } from '../service-names';
import type { JobQueues } from './job-queues';
import type { BackendQueue } from './queue-backend';

/** Name of the jobs that BullMQ makes for a schedule. */
export const SCHEDULE_JOB = 'schedule';

interface ScheduledService {
  readonly name: ServiceName;
  readonly schedules: readonly Schedule[];
}

/**
 * Brings the queue's schedules in line with the services': adds what is missing or different, removes what is gone.
 * One that stands is not touched, so that starting a process moves no appointment. Called at start and with every
 * sweep, because a wiped Redis forgets its schedules too.
 */
export async function keepSchedules(
  queues: JobQueues,
  services: readonly ScheduledService[],
  log: Logger,
): Promise<void> {
  for (const service of services) {
    const queue = queues.queue(service.name);
    const standing = await queue.getJobSchedulers();
    for (const schedule of service.schedules) {
      const found = standing.find((each) => each.key === schedule.name);
      if (found && sameTimes(schedule, found)) continue;
      await setSchedule(queue, service.name, schedule);
      log.info({ service: service.name, schedule: schedule.name }, 'schedule set');
    }
    for (const { key } of standing) {
      if (!service.schedules.some((schedule) => schedule.name === key)) await queue.removeJobScheduler(key);
    }
  }
}

function sameTimes(schedule: Schedule, found: { every?: number; pattern?: string; tz?: string }): boolean {
  return schedule.cron
    ? found.pattern === schedule.cron.pattern && found.tz === schedule.cron.timeZone
    : Number(found.every) === schedule.everyMs;
}

async function setSchedule(queue: BackendQueue, service: ServiceName, schedule: Schedule): Promise<void> {
  const times = schedule.cron
    ? { pattern: schedule.cron.pattern, tz: schedule.cron.timeZone }
    : { every: schedule.everyMs };
  await queue.upsertJobScheduler(schedule.name, times, {
    name: SCHEDULE_JOB,
    data: { origin: service, handler: schedule.name, messageId: '', payload: null, requestId: 'schedule' },
    opts: {
      attempts: 8,
      backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
      removeOnComplete: true,
      removeOnFail: 100,
    },
  });
}

/**
 * What a schedule does when its time comes: it puts its job into the service's outbox, once for each appointment,
 * however many workers and however often the queue delivers it.
 * @returns a function of the schedule's name and the appointment's id in the queue
 */
export function scheduleRunner(service: {
  readonly name: ServiceName;
  readonly work: UnitOfWork;
  readonly schedules: readonly Schedule[];
}): (name: string, slot: string) => Promise<void> {
  return async (name, slot) => {
    const schedule = service.schedules.find((each) => each.name === name);
    // Taken out of the service since: the next round removes it from the queue.
    if (!schedule) return;
    await service.work.write(system(`schedule-${name}`), async (tx) => {
      const fresh = await tx.query(
        'insert into inbox (handler, message_id) values ($1, $2) on conflict do nothing returning 1',
        [`schedule.${name}`, slotId(service.name, name, slot)],
      );
      if (fresh.length > 0) tx.enqueue<JobDefinition>(schedule.job, schedule.payload);
    });
  };
}

/** A UUID made of the appointment: the same in every process. */
function slotId(service: ServiceName, name: string, slot: string): string {
  const hex = createHash('sha256').update(`${service}/${name}/${slot}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
