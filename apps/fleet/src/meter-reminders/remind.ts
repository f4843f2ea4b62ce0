import {
  type BranchSettings,
  MOST_REMINDED,
  defineJob,
  meterReadingsDue,
  usualMeterSettings,
} from '@platen/contracts';
import { inPages, localDateTimeOf, startOfDay } from '@platen/kernel';
import { type HandlerContext, type ServicePlatform, mailAddressHash } from '@platen/platform';
import { z } from 'zod';
import { dueStepOf } from './due-step';

/** Orders a look at every branch. */
export const lookForDueMeters = defineJob({ name: 'fleet.look-for-due-meters', payload: z.object({}) });

/** Reminds the organisations of one branch, if today is a day for it. */
export const remindOfMeters = defineJob({
  name: 'fleet.remind-of-meters',
  payload: z.object({ branchId: z.uuid() }),
});

/** Local second of the day from which people are written to. */
const MORNING = 7 * 60 * 60;

export async function lookAtDueBranches({ tx }: Pick<HandlerContext, 'tx'>): Promise<void> {
  const branches = await tx.query<{ id: string }>('select id from known_branch order by id');
  for (const { id: branchId } of branches) tx.enqueue(remindOfMeters, { branchId });
}

/** A machine that people have to read, and did not since the instant `$n`. */
export const isUnread = (since: string): string => `not d.monitored and d.lifecycle = 'installed'
  and not exists (select from meter m where m.device_id = d.id and m.read_at >= ${since}::timestamptz)`;

const REMIND = `
  with due as (
    select d.customer_id, array_agg(distinct lower(d.contact_email)) filter (where d.contact_email is not null) as contacts
    from device d where d.branch_id = $1 and ${isUnread('$2')} group by d.customer_id),
  told as (
    insert into meter_reminder (customer_id, branch_id, due_on, step, since, told_at)
    select customer_id, $1, $3, $4, $2, $5 from due order by customer_id
    on conflict (customer_id, due_on, step) do nothing returning id, customer_id)
  select told.id as "reminderId", told.customer_id as "customerId", coalesce(due.contacts, '{}') as contacts
  from told join due on due.customer_id = told.customer_id`;

/** One statement for the whole branch; again, or in two processes at once, it reminds nobody twice. */
export async function remindBranch(
  branchId: string,
  { branches, clock }: Pick<ServicePlatform, 'branches' | 'clock'>,
  { tx }: Pick<HandlerContext, 'tx'>,
): Promise<void> {
  const settings: Partial<BranchSettings> | null = await branches.settingsOf(branchId);
  if (!settings?.timeZone) return;
  const now = clock.now();
  const local = localDateTimeOf(now, settings.timeZone);
  const { dueDay, reminderDaysBefore } = settings.meters ?? usualMeterSettings;
  const due = dueStepOf(local.day, dueDay, reminderDaysBefore);
  if (!due || local.secondOfDay < MORNING) return;
  const since = startOfDay(`${local.day.slice(0, 8)}01`, settings.timeZone);
  type Told = { reminderId: string; customerId: string; contacts: string[] };
  const told = await tx.query<Told>(REMIND, [branchId, since, due.dueOn, due.step, now]);
  for (const { contacts, ...reminder } of told)
    for (const [page, addresses] of inPages(contacts, MOST_REMINDED).entries())
      tx.emit(meterReadingsDue, {
        ...reminder,
        branchId,
        contactHashes: addresses.map(mailAddressHash),
        asksForReaders: page === 0,
      });
}
