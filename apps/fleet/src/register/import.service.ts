import { type PayloadOf, defineJob, type personErased } from '@platen/contracts';
import { type Clock, type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type Connection,
  type IdempotencyConflict,
  type Page,
  type Tx,
  type UnitOfWork,
  isId,
  once,
  toConnection,
} from '@platen/platform';
import { z } from 'zod';
import { type CustomerNotFound, organisationFor } from '../customers/known-customer';
import { keyFaults } from '../groups/group-input';
import { checkList, importList } from './import-list';
import type { JudgedRow, RowVerdict } from './judge-rows';

/** Says what would become of each row of a list. */
export const checkDeviceList = defineJob({
  name: 'fleet.check-devices',
  payload: z.object({ importId: z.uuid() }),
});
/** Writes a list that was checked. */
export const importDeviceList = defineJob({
  name: 'fleet.import-devices',
  payload: z.object({ importId: z.uuid() }),
});
/** Forgets lists that nobody went on with. */
export const forgetDeviceLists = defineJob({ name: 'fleet.forget-imports', payload: z.object({}) });

/** Most bytes of one part: with base64 and the request around it below what the gateway takes. */
export const MAX_PART_BYTES = 150 * 1024;
/** Most parts of a list: 50,000 rows of 300 bytes. */
export const MAX_PARTS = 100;
/** How long a list is kept, whatever became of it. */
const KEPT_HOURS = 48;

export type ImportState =
  | 'uploading'
  | 'checking'
  | 'checked'
  | 'unreadable'
  | 'importing'
  | 'done'
  | 'outdated';

/** A list of machines on its way into the register. */
export interface ImportRow {
  readonly id: string;
  readonly state: ImportState;
  readonly problem: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly digest: string | null;
  readonly makeSites: boolean;
  readonly newRows: number;
  readonly changedRows: number;
  readonly sameRows: number;
  readonly refusedRows: number;
  readonly newSites: number;
}

export interface ImportedRow {
  readonly line: number;
  readonly verdict: RowVerdict;
  readonly serialNumber: string;
  readonly name: string;
  readonly site: string;
  readonly problems: JudgedRow['problems'];
}

/** No such list, or it was forgotten. */
export interface ImportNotFound {
  readonly code: 'IMPORT_NOT_FOUND';
}
/** Not what the person saw: it must be checked again. */
export interface ImportOutdated {
  readonly code: 'IMPORT_OUTDATED';
}
export interface InvalidPart {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly { readonly path: string; readonly problem: 'partInvalid' | 'keyLength' }[];
}

type Found = { readonly importId: string };

const COLUMNS = `i.id, i.state, i.problem, i.encoding, i.delimiter, i.digest, i.make_sites as "makeSites",
  i.new_rows as "newRows", i.changed_rows as "changedRows", i.same_rows as "sameRows",
  i.refused_rows as "refusedRows", i.new_sites as "newSites"`;

/**
 * Lists of machines: sent in parts, because one request holds 256 KiB; judged row by row before anything is written;
 * then written as a whole or not at all. Checking and writing are jobs, which may take longer than a request.
 */
export class DeviceImportService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  start(
    actor: Actor,
    input: { readonly idempotencyKey: string; readonly customerId: string },
  ): Promise<Result<Found, CustomerNotFound | InvalidPart | IdempotencyConflict>> {
    if (keyFaults(input.idempotencyKey).length > 0)
      return Promise.resolve(
        err({ code: 'INVALID_INPUT', fields: [{ path: 'idempotencyKey', problem: 'keyLength' }] }),
      );
    const command = { operation: 'startDeviceImport', key: input.idempotencyKey, input };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<Result<Found, CustomerNotFound>> => {
        const owner = await organisationFor(tx, actor, input.customerId);
        if (!owner) return err({ code: 'CUSTOMER_NOT_FOUND' });
        const [made] = await tx.query<{ id: string }>(START, [
          owner.customerId,
          owner.branchId,
          actor.id,
          this.clock.now(),
        ]);
        return ok({ importId: made?.id ?? '' });
      }),
    );
  }

  /** The same part again takes the place of the one before. */
  addPart(
    actor: Actor,
    input: { readonly importId: string; readonly part: number; readonly bytes: Buffer },
  ): Promise<Result<Found, ImportNotFound | InvalidPart>> {
    const { importId, part, bytes } = input;
    const fits = bytes.length > 0 && bytes.length <= MAX_PART_BYTES;
    if (!fits || !Number.isInteger(part) || part < 0 || part >= MAX_PARTS)
      return Promise.resolve(
        err({ code: 'INVALID_INPUT', fields: [{ path: 'content', problem: 'partInvalid' }] }),
      );
    return this.work.write(actor, async (tx): Promise<Result<Found, ImportNotFound>> => {
      const list = await lockImport(tx, actor, importId);
      if (list?.state !== 'uploading') return err({ code: 'IMPORT_NOT_FOUND' });
      await tx.query(ADD_PART, [importId, part, bytes]);
      return ok({ importId: list.id });
    });
  }

  /** Once all parts are there; again with another choice about places, or after the register went on. */
  check(
    actor: Actor,
    input: { readonly importId: string; readonly makeSites: boolean },
  ): Promise<Result<Found, ImportNotFound>> {
    return this.work.write(actor, async (tx): Promise<Result<Found, ImportNotFound>> => {
      const list = await lockImport(tx, actor, input.importId);
      if (!list || !['uploading', 'checked', 'outdated'].includes(list.state))
        return err({ code: 'IMPORT_NOT_FOUND' });
      await tx.query(`update device_import set state = 'checking', make_sites = $2 where id = $1`, [
        list.id,
        input.makeSites,
      ]);
      tx.enqueue(checkDeviceList, { importId: list.id });
      return ok({ importId: list.id });
    });
  }

  /** @param input.digest  of the verdicts that the person saw */
  import(
    actor: Actor,
    input: { readonly importId: string; readonly digest: string },
  ): Promise<Result<Found, ImportNotFound | ImportOutdated>> {
    return this.work.write(actor, async (tx): Promise<Result<Found, ImportNotFound | ImportOutdated>> => {
      const list = await lockImport(tx, actor, input.importId);
      if (!list) return err({ code: 'IMPORT_NOT_FOUND' });
      if (list.digest !== input.digest) return err({ code: 'IMPORT_OUTDATED' });
      if (list.state === 'importing' || list.state === 'done') return ok({ importId: list.id });
      if (list.state !== 'checked') return err({ code: 'IMPORT_OUTDATED' });
      await tx.query(`update device_import set state = 'importing' where id = $1`, [list.id]);
      tx.enqueue(importDeviceList, { importId: list.id });
      return ok({ importId: list.id });
    });
  }

  async find(actor: Actor, id: string): Promise<ImportRow | null> {
    if (!isId(id) || !actor.branchId) return null;
    const [row] = await this.work.read(actor, (tx) =>
      tx.query<ImportRow>(`select ${COLUMNS} from device_import i where i.id = $1 and i.branch_id = $2`, [
        id,
        actor.branchId,
      ]),
    );
    return row ?? null;
  }

  /** One page of a list's verdicts, by row of the file. */
  async rows(
    actor: Actor,
    importId: string,
    verdict: RowVerdict | null,
    page: Page,
  ): Promise<Connection<ImportedRow>> {
    const rows = await this.work.read(actor, (tx) =>
      tx.query<ImportedRow>(ROWS, [page.size + 1, importId, verdict, page.after?.[0] ?? 0]),
    );
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.line],
    );
  }

  /** The jobs, in the transaction of their handlers. */
  runCheck(tx: Tx, { importId }: PayloadOf<typeof checkDeviceList>): Promise<void> {
    return checkList(tx, importId);
  }

  runImport(tx: Tx, { importId }: PayloadOf<typeof importDeviceList>): Promise<void> {
    return importList(tx, importId, this.clock.now());
  }

  async forgetOld(tx: Tx): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_HOURS * 3_600_000);
    await tx.query('delete from device_import where started_at < $1', [before]);
  }
}

/** Who was erased has sent no list (threats C41). */
export async function forgetImporter(
  tx: Tx,
  { userId }: Pick<PayloadOf<typeof personErased>, 'userId'>,
): Promise<void> {
  await tx.query('update device_import set started_by = null where started_by = $1', [userId]);
}

async function lockImport(tx: Tx, { branchId }: Actor, id: string): Promise<ImportRow | null> {
  if (!isId(id) || !branchId) return null;
  const [row] = await tx.query<ImportRow>(
    `select ${COLUMNS} from device_import i where i.id = $1 and i.branch_id = $2 for no key update`,
    [id, branchId],
  );
  return row ?? null;
}

const START = `insert into device_import (customer_id, branch_id, started_by, started_at)
  values ($1, $2, $3, $4) returning id`;

const ADD_PART = `insert into device_import_part (customer_id, import_id, part, bytes)
  select customer_id, id, $2, $3 from device_import where id = $1
  on conflict (import_id, part) do update set bytes = excluded.bytes`;

const ROWS = `select r.line, r.verdict, r.serial_number as "serialNumber", r.name, r.site, r.problems
  from device_import_row r where r.import_id = $2 and ($3::text is null or r.verdict = $3::text) and r.line > $4::int
  order by r.line limit $1`;
