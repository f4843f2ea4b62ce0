import type { Locale, PayloadOf } from '@platen/contracts';
import { defineJob } from '@platen/contracts';
import { type Clock, type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type BranchAccess,
  type IdempotencyConflict,
  type Tx,
  type UnitOfWork,
  isId,
  once,
  system,
} from '@platen/platform';
import { z } from 'zod';
import { keyFaults } from '../../groups/group-input';
import { type Visibility, visibilityOf } from '../../visibility/visibility.policy';
import { type ReportInput, type ReportQuery, readReportInput } from '../report-query';
import type { InvalidReport, ReportScopeNotFound } from '../report.errors';
import type { VolumeReport, VolumeReportService } from '../volume-report.service';
import {
  LONG_REPORT,
  type ReportFileState,
  type ReportFormat,
  mostLines,
  titleOf,
  writeReport,
} from './report-file';

/** Writes a long report into its file. */
export const writeReportFile = defineJob({
  name: 'fleet.write-report-file',
  payload: z.object({ fileId: z.uuid() }),
});

/** Forgets files that are older than a week. */
export const forgetReportFiles = defineJob({ name: 'fleet.forget-report-files', payload: z.object({}) });

/** A file made of a report, without its content. */
export interface ReportFileRow {
  readonly id: string;
  readonly title: string;
  readonly format: ReportFormat;
  readonly state: ReportFileState;
  readonly lines: number;
  /** null until it is ready */
  readonly bytes: number | null;
  readonly createdAt: Date;
}

interface Work {
  readonly title: string;
  readonly format: ReportFormat;
  readonly locale: Locale;
  readonly query: ReportQuery;
  readonly visibility: Visibility;
  readonly branchId: string;
  readonly createdAt: Date;
}

const KEPT_DAYS = 7;
/** Bytes of a file that are handed out at a time. */
export const PART_BYTES = 512 * 1024;
const MOST_LISTED = 10;

/** Reports as files, which belong to who ordered them (R66, C32). */
export class ReportFileService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reading: UnitOfWork,
    private readonly reports: VolumeReportService,
    private readonly branches: BranchAccess,
    private readonly clock: Clock,
  ) {}

  /** Orders a file: a short report is written at once, a long one by a job. */
  order(
    actor: Actor,
    input: { readonly idempotencyKey: string; readonly report: ReportInput; readonly format: ReportFormat },
  ): Promise<Result<{ fileId: string }, InvalidReport | ReportScopeNotFound | IdempotencyConflict>> {
    const asked = readReportInput(input.report);
    const faults = keyFaults(input.idempotencyKey);
    if (!asked.ok || faults.length > 0) {
      const fields = [...faults, ...(asked.ok ? [] : asked.failure.fields)];
      return Promise.resolve(err({ code: 'INVALID_INPUT', fields } as InvalidReport));
    }
    const query = { ...asked.value, first: mostLines[input.format] };
    const command = { operation: 'exportVolumeReport', key: input.idempotencyKey, input };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, () => this.orderOnce(tx, actor, query, input.format)),
    );
  }

  private async orderOnce(
    tx: Tx,
    actor: Actor,
    query: ReportQuery,
    format: ReportFormat,
  ): Promise<Result<{ fileId: string }, ReportScopeNotFound>> {
    const visibility = visibilityOf(actor);
    // One line tells how many there are.
    const first = await this.reports.reportIn(tx, visibility, { ...query, first: 1 });
    if (!first.ok) return first;
    const lines = Math.min(first.value.lineCount, query.first);
    const isLong = lines * query.months.length > LONG_REPORT;
    const title = titleOf(query.by, actor.locale);
    const createdAt = this.clock.now();
    const work = { title, format, locale: actor.locale, query, visibility, createdAt };
    const content = isLong ? null : await this.write(tx, { ...work, branchId: actor.branchId ?? '' });
    const [file] = await tx.query<{ id: string }>(INSERT, [
      actor.customerId,
      actor.branchId,
      actor.id,
      format,
      actor.locale,
      title,
      JSON.stringify(query),
      JSON.stringify(visibility),
      isLong ? 'WAITING' : 'READY',
      lines,
      content,
      createdAt,
    ]);
    if (!file) throw new Error('An insert gives its row back.');
    if (isLong) tx.enqueue(writeReportFile, { fileId: file.id });
    const facts = { format, scope: query.of, by: query.by, months: query.months.length, lines };
    tx.audit({ action: 'report.exported', target: { kind: 'report-file', id: file.id }, facts });
    return ok({ fileId: file.id });
  }

  /** The file of a long report. Told before each step how far it is; a repeat begins anew. */
  async writeLong({ fileId }: PayloadOf<typeof writeReportFile>): Promise<void> {
    const actor = system('fleet.write-report-file');
    const say = (state: ReportFileState, content: Buffer | null = null) =>
      this.work.write(actor, (tx) => tx.query(SAY, [fileId, state, content]));
    const [work] = await this.work.read(actor, (tx) => tx.query<Work>(WORK, [fileId]));
    // Forgotten meanwhile, or written by an earlier delivery.
    if (!work) return;
    try {
      await say('READING');
      const content = await this.reading.read(actor, (tx) => this.write(tx, work, () => say('WRITING')));
      await say('READY', content);
    } catch (error) {
      await say('FAILED');
      throw error;
    }
  }

  private async write(tx: Tx, work: Work, onRead?: () => Promise<unknown>): Promise<Buffer> {
    const report = await this.reports.reportIn(tx, work.visibility, work.query);
    if (!report.ok) throw new Error('What a report is about went away while it was written.');
    await onRead?.();
    return this.writeFile(report.value, work);
  }

  private async writeFile(report: VolumeReport, work: Work): Promise<Buffer> {
    const settings = await this.branches.settingsOf(work.branchId);
    return writeReport(report, work.format, {
      title: work.title,
      locale: work.locale,
      brand: settings?.brand ?? { name: 'Platen', color: '#1f2933' },
      madeAt: work.createdAt,
      timeZone: settings?.timeZone ?? 'UTC',
    });
  }

  /** The actor's newest files. */
  mine(actor: Actor): Promise<ReportFileRow[]> {
    return this.work.read(actor, (tx) =>
      tx.query<ReportFileRow>(`${FILE} order by created_at desc, id desc limit ${MOST_LISTED}`, [
        actor.id,
        null,
      ]),
    );
  }

  /** Null for an unknown id as for a file of somebody else. */
  async find(actor: Actor, id: string): Promise<ReportFileRow | null> {
    if (!isId(id)) return null;
    const [file] = await this.work.read(actor, (tx) => tx.query<ReportFileRow>(FILE, [actor.id, id]));
    return file ?? null;
  }

  /** One part of a file of the actor's. @returns null beyond its end, and while it is not ready */
  async part(actor: Actor, id: string, index: number): Promise<Buffer | null> {
    if (index < 0) return null;
    const [row] = await this.work.read(actor, (tx) =>
      tx.query<{ part: Buffer | null }>(PART, [actor.id, id, index * PART_BYTES + 1]),
    );
    return row?.part && row.part.length > 0 ? row.part : null;
  }
}

/** @param now  files are kept for a week */
export async function forgetOldFiles(tx: Tx, now: Date): Promise<void> {
  await tx.query('delete from report_file where created_at < $1', [
    new Date(now.getTime() - KEPT_DAYS * 86_400_000),
  ]);
}

const INSERT = `insert into report_file (customer_id, branch_id, owner_id, format, locale, title, query, visibility,
    state, lines, content, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`;

const SAY = 'update report_file set state = $2, content = $3 where id = $1';

const WORK = `select title, format, locale, query, visibility, branch_id as "branchId", created_at as "createdAt"
  from report_file where id = $1 and state <> 'READY'`;

const FILE = `select id, title, format, state, lines, octet_length(content) as bytes, created_at as "createdAt"
  from report_file where owner_id = $1 and ($2::uuid is null or id = $2::uuid)`;

const PART = `select substring(content from $3::int for ${PART_BYTES}) as part from report_file
  where owner_id = $1 and id = $2`;
