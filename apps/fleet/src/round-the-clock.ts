import { meterHandInAccepted, meterReadersNamed } from '@platen/contracts';
import { type Consumer, type JobHandler, type Schedule, handles, on } from '@platen/platform';
import type { FleetApp } from './fleet-app';
import { closeMonth, closeMonths, handInClosings, orderClosings } from './meter-export/close-months';
import { numberHandIns } from './meter-export/number-hand-ins';
import { makeLinks } from './meter-links/make-links';
import { lookAtDueBranches, lookForDueMeters, remindBranch, remindOfMeters } from './meter-reminders/remind';
import { foldFigures } from './summary/fold-figures';
import { lookAtBranches, lookForSilence, markSilence, markSilentMachines } from './silence/silence.jobs';

/** What fleet does by itself about silent machines and counters on their way into the books. */
export const clockConsumers: Consumer<FleetApp>[] = [
  on(meterHandInAccepted, 'fleet.number-hand-ins', (_app, { branchId }, { tx }) =>
    numberHandIns(tx, branchId),
  ),
  on(meterReadersNamed, 'fleet.make-meter-links', ({ platform }: FleetApp, named, { tx }) =>
    makeLinks(tx, named, platform),
  ),
];

export const clockJobs: JobHandler<FleetApp>[] = [
  handles(lookForSilence, (_app, _payload, context) => lookAtBranches(context)),
  handles(markSilence, (app: FleetApp, { branchId }, context) =>
    markSilentMachines(branchId, app.platform.clock, context),
  ),
  handles(lookForDueMeters, (_app, _payload, context) => lookAtDueBranches(context)),
  handles(remindOfMeters, ({ platform }: FleetApp, { branchId }, context) =>
    remindBranch(branchId, platform, context),
  ),
  handles(closeMonths, (app: FleetApp, _payload, context) => orderClosings(context, app.platform.clock)),
  handles(closeMonth, (app: FleetApp, due, { tx }) => handInClosings(tx, due, app.platform.clock.now())),
  handles(foldFigures, (app: FleetApp) => app.summary.fold()),
];

export const clockSchedules: Schedule[] = [
  {
    name: 'fleet.silence',
    job: lookForSilence,
    payload: {},
    cron: { pattern: '*/30 * * * *', timeZone: 'UTC' },
  },
  {
    name: 'fleet.figures',
    job: foldFigures,
    payload: {},
    cron: { pattern: '*/10 * * * *', timeZone: 'UTC' },
  },
  {
    name: 'fleet.due-meters',
    job: lookForDueMeters,
    payload: {},
    cron: { pattern: '20 * * * *', timeZone: 'UTC' },
  },
  {
    name: 'fleet.meter-months',
    job: closeMonths,
    payload: {},
    cron: { pattern: '7 * * * *', timeZone: 'UTC' },
  },
];
