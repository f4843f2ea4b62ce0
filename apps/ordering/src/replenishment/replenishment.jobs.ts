import { type JobHandler, type Schedule, handles } from '@platen/platform';
import type { OrderingApp } from '../app';
import { forgetHistory, forgetReplenishment } from './forget-history';
import {
  evaluateDevice,
  evaluateSwept,
  sweepBranch,
  sweepBranches,
  sweepNext,
  sweepReplenishment,
} from './sweep';

/** What the engine does without being told anything. */
export const replenishmentJobs: JobHandler<OrderingApp>[] = [
  handles(sweepReplenishment, (app: OrderingApp, _payload, context) => sweepBranches(app.clock, context)),
  handles(sweepBranch, (app: OrderingApp, branch, context) => sweepNext(app.clock, branch, context)),
  handles(evaluateDevice, (app: OrderingApp, device, context) =>
    evaluateSwept(app.replenishment, device, context),
  ),
  handles(forgetReplenishment, (app: OrderingApp, _payload, context) => forgetHistory(app.clock, context)),
];

export const replenishmentSchedules: Schedule[] = [
  {
    // After midnight everywhere that branches are, before the warehouses begin.
    name: 'ordering.sweep-replenishment',
    job: sweepReplenishment,
    payload: {},
    cron: { pattern: '20 3 * * *', timeZone: 'UTC' },
  },
  {
    name: 'ordering.forget-replenishment',
    job: forgetReplenishment,
    payload: {},
    cron: { pattern: '50 2 * * *', timeZone: 'UTC' },
  },
];
