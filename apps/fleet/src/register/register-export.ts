import { type Actor, type Tx, csvText, isId } from '@platen/platform';
import { visibleDevices } from '../visibility/visible-devices.sql';
import { visibilityOf } from '../visibility/visibility.policy';
import { registerColumns } from './register-columns';

/** Rows of one piece of the register. */
const PIECE = 2000;

/** A piece of the register as a file has it, and where the next one begins. */
export interface RegisterPiece {
  readonly content: string;
  /** null: this was the last */
  readonly next: string | null;
}

type ExportedRow = Readonly<Record<(typeof registerColumns)[number], string | null>> & {
  readonly id: string;
};

/**
 * An organisation's machines in use, in the columns that an import reads: what is written out and read in again
 * changes nothing.
 * @param after  `next` of the piece before, null for the first, which begins with the heads
 */
export async function registerPiece(
  tx: Tx,
  actor: Actor,
  customerId: string,
  after: string | null,
): Promise<RegisterPiece> {
  const visible = visibleDevices(visibilityOf(actor), 4);
  const asked = isId(customerId) && (after === null || isId(after));
  const rows = asked
    ? await tx.query<ExportedRow>(`${ROWS} and ${visible.sql} order by d.id limit $3`, [
        customerId,
        after,
        PIECE + 1,
        ...visible.parameters,
      ])
    : [];
  const piece = rows.slice(0, PIECE);
  const cells = piece.map((row) => registerColumns.map((column) => row[column]));
  const first = after === null;
  const content = first || cells.length > 0 ? csvText(first ? [registerColumns, ...cells] : cells) : '';
  const next = rows.length > PIECE ? (piece.at(-1)?.id ?? null) : null;
  // Only a file's beginning carries the mark of its encoding.
  return { content: first ? content : content.replace('\uFEFF', ''), next };
}

const ROWS = `
  select d.id, d.serial_number, d.maker, d.model, d.name, d.equipment_id, s.name as site, s.street, s.postal_code,
    s.city, s.country, d.floor, d.room, d.department, d.cost_centre, d.contact_name, d.contact_email,
    d.contact_phone, d.contract_number, case when d.monitored then 'yes' else 'no' end as monitored, d.lifecycle,
    to_char(d.installed_on, 'YYYY-MM-DD') as installed_on
  from device d join site s on s.id = d.site_id
  where d.customer_id = $1 and d.retired_at is null and ($2::uuid is null or d.id > $2::uuid)`;
