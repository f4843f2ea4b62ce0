import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, isId, once } from '@platen/platform';
import { visibilityOf } from '../../visibility/visibility.policy';
import { type ReportBreakdown, type ReportScope, monthOfInstant } from '../report-query';
import type { InvalidReport, ReportNotFound, ReportScopeNotFound } from '../report.errors';
import { namesIn } from '../volume-report.service';
import { type SaveReport, type ScheduleReport, saveFaults, scheduleFaults } from './saved-report-input';

/** A saved report: what is asked for, never its figures. */
export interface SavedReportRow {
  readonly id: string;
  readonly name: string;
  readonly of: ReportScope;
  readonly ids: readonly string[];
  readonly by: ReportBreakdown;
  /** full months up to the last one */
  readonly months: number;
  readonly shared: boolean;
  readonly isMine: boolean;
  /** day of the month on which it is sent; null: it is not */
  readonly day: number | null;
  /** who gets it; told to its owner only */
  readonly readerIds: readonly string[];
}

/** More saved reports than this are not listed. */
const MOST_LISTED = 100;

/** Reports that people keep, share with their organisation and have sent to themselves and others. */
export class SavedReportService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The actor's own and those shared in the organisation, by name. */
  list(actor: Actor): Promise<SavedReportRow[]> {
    return this.work.read(actor, (tx) => select(tx, actor, null));
  }

  /** Null for an unknown id as for a report that is neither the actor's nor shared. */
  async find(actor: Actor, id: string): Promise<SavedReportRow | null> {
    if (!isId(id)) return null;
    const [row] = await this.work.read(actor, (tx) => select(tx, actor, id));
    return row ?? null;
  }

  save(
    actor: Actor,
    input: SaveReport,
  ): Promise<Result<{ reportId: string }, InvalidReport | ReportScopeNotFound | IdempotencyConflict>> {
    const fields = saveFaults(actor, input);
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    const { name, of, ids, by, months, shared } = input;
    const command = { operation: 'saveReport', key: input.idempotencyKey, input };
    return this.work.write(actor, (tx) =>
      once(
        tx,
        actor,
        command,
        async (): Promise<Result<{ reportId: string }, InvalidReport | ReportScopeNotFound>> => {
          if (!(await namesIn(tx, visibilityOf(actor), { of, ids })))
            return err({ code: 'REPORT_SCOPE_NOT_FOUND' });
          const [row] = await tx.query<{ id: string }>(INSERT, [
            actor.customerId,
            actor.branchId,
            actor.id,
            name.trim(),
            of,
            ids,
            by,
            months,
            shared,
          ]);
          return row
            ? ok({ reportId: row.id })
            : err({ code: 'INVALID_INPUT', fields: [{ path: 'name', problem: 'reportNameTaken' }] });
        },
      ),
    );
  }

  /** Nobody gets it any more. */
  delete(actor: Actor, id: string): Promise<Result<{ reportId: string }, ReportNotFound>> {
    return this.work.write(actor, async (tx) => {
      const own = await lockOwn(tx, actor, id);
      if (!own) return err({ code: 'REPORT_NOT_FOUND' });
      await tx.query('delete from report_definition where id = $1', [id]);
      return ok({ reportId: id });
    });
  }

  /** Sends it every month from now on, or to others or on another day than until now. */
  schedule(
    actor: Actor,
    input: ScheduleReport,
  ): Promise<Result<{ reportId: string }, InvalidReport | ReportNotFound>> {
    const fields = scheduleFaults(actor, input);
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    const { reportId, day } = input;
    const readerIds = [...new Set(input.readerIds)];
    return this.work.write(actor, async (tx): Promise<Result<{ reportId: string }, ReportNotFound>> => {
      const own = await lockOwn(tx, actor, reportId);
      if (!own) return err({ code: 'REPORT_NOT_FOUND' });
      await tx.query(SCHEDULE, [reportId, own.customerId, day, monthOfInstant(this.clock.now())]);
      await tx.query('delete from report_reader where definition_id = $1 and not user_id = any($2::uuid[])', [
        reportId,
        readerIds,
      ]);
      await tx.query(READERS, [own.customerId, reportId, readerIds]);
      const facts = { change: 'scheduled', day, readers: readerIds.length };
      tx.audit({ action: 'report.scheduled', target: { kind: 'report', id: reportId }, facts });
      return ok({ reportId });
    });
  }

  /** Sends it no more; the report stays. */
  unschedule(actor: Actor, reportId: string): Promise<Result<{ reportId: string }, ReportNotFound>> {
    return this.work.write(actor, async (tx): Promise<Result<{ reportId: string }, ReportNotFound>> => {
      const own = await lockOwn(tx, actor, reportId);
      if (!own) return err({ code: 'REPORT_NOT_FOUND' });
      const ended = await tx.query('delete from report_schedule where definition_id = $1 returning 1', [
        reportId,
      ]);
      const target = { kind: 'report', id: reportId };
      if (ended.length > 0) tx.audit({ action: 'report.scheduled', target, facts: { change: 'ended' } });
      return ok({ reportId });
    });
  }
}

async function lockOwn(tx: Tx, actor: Actor, id: string): Promise<{ customerId: string } | null> {
  if (!isId(id)) return null;
  const [own] = await tx.query<{ customerId: string }>(LOCK, [id, actor.id, actor.customerId]);
  return own ?? null;
}

function select(tx: Tx, actor: Actor, id: string | null): Promise<SavedReportRow[]> {
  return tx.query<SavedReportRow & Record<string, unknown>>(SELECT, [actor.id, actor.customerId, id]);
}

const SELECT = `
  select r.id, r.name, r.scope as of, r.ids, r.breakdown as by, r.months, r.shared, r.owner_id = $1 as "isMine", s.day,
    case when r.owner_id = $1 then array(
      select user_id::text from report_reader e where e.definition_id = r.id order by user_id) else '{}' end as "readerIds"
  from report_definition r left join report_schedule s on s.definition_id = r.id
  where r.customer_id = $2 and (r.owner_id = $1 or r.shared) and ($3::uuid is null or r.id = $3::uuid)
  order by lower(r.name), r.id limit ${MOST_LISTED}`;

const INSERT = `insert into report_definition (customer_id, branch_id, owner_id, name, scope, ids, breakdown, months, shared)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`;

const LOCK = `select customer_id as "customerId" from report_definition
  where id = $1 and owner_id = $2 and customer_id = $3 for no key update`;

const SCHEDULE = `insert into report_schedule (definition_id, customer_id, day, first_month) values ($1, $2, $3, $4)
  on conflict (definition_id) do update set day = excluded.day`;

const READERS = `insert into report_reader (customer_id, definition_id, user_id)
  select $1::uuid, $2::uuid, reader from unnest($3::uuid[]) reader on conflict do nothing`;
