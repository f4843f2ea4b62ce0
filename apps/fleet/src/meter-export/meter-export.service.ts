import type { MeterUnit } from '@platen/contracts';
import { type Clock, type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type Connection,
  type Page,
  type Tx,
  type UnitOfWork,
  isId,
  toConnection,
} from '@platen/platform';
import { type BookScope, bookScopeOf } from './meter-export.policy';
import { type Answer, type ExportState, type Settlement, type Standing, settle } from './settle';

/** A hand-in as the books get it. */
export interface ExportedRow {
  readonly id: string;
  readonly export_no: string;
  readonly customer_id: string;
  readonly device_id: string;
  readonly serial_number: string;
  readonly equipment_id: string | null;
  readonly contract_number: string | null;
  readonly read_at: Date;
  readonly handed_in_at: Date;
  readonly source: 'portal' | 'partner' | 'link' | 'device';
  readonly flagged: boolean;
  readonly note: string | null;
  readonly corrects: string | null;
  readonly export_state: ExportState;
  readonly booked_at: Date | null;
  readonly booked_reference: string | null;
  readonly refused_reason: string | null;
  readonly values: readonly {
    readonly kind: string;
    readonly unit: MeterUnit;
    /** null where it was withdrawn and nothing stands in its place */
    readonly value: number | null;
    readonly previous: number | null;
    readonly previousReadAt: string | null;
  }[];
}

/** One answer of the books. */
export interface Acknowledgement {
  readonly id: string;
  readonly answer: Answer;
}

/** Most answers at once. */
export const MOST_ANSWERS = 500;

export interface TooManyAnswers {
  readonly code: 'INVALID_INPUT';
}

/** Hand-ins on their way into the ERP (R63): read by cursor, answered one by one. */
export class MeterExportService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One page in the order of the books, which never changes; corrections are rows of their own. */
  async list(actor: Actor, state: ExportState | null, page: Page): Promise<Connection<ExportedRow>> {
    const scope = bookScopeOf(actor);
    const after = Number(page.after?.[0] ?? 0);
    const rows =
      scope && Number.isSafeInteger(after)
        ? await this.work.read(actor, (tx) =>
            tx.query<ExportedRow>(pageOfExport(scope), [scope.id, after, state, page.size + 1]),
          )
        : [];
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.export_no],
    );
  }

  /**
   * Keeps what the books answered. Each answer has its own outcome; the same again, in whatever order, changes nothing.
   * What is refused becomes a case for the provider's people. A call that changed something is one entry of the log.
   */
  async acknowledge(
    actor: Actor,
    answers: readonly Acknowledgement[],
  ): Promise<Result<readonly Settlement[], TooManyAnswers>> {
    if (answers.length < 1 || answers.length > MOST_ANSWERS) return err({ code: 'INVALID_INPUT' });
    const scope = bookScopeOf(actor);
    if (!scope) return ok(answers.map(() => 'unknown'));
    return this.work.write(actor, async (tx) =>
      ok(await settleAll(tx, actor, scope, answers, this.clock.now())),
    );
  }
}

async function settleAll(
  tx: Tx,
  actor: Actor,
  scope: BookScope,
  answers: readonly Acknowledgement[],
  now: Date,
): Promise<Settlement[]> {
  const rows = await tx.query<Standing & { id: string }>(lockExported(scope), [
    scope.id,
    answers.map(({ id }) => id).filter(isId),
  ]);
  const standing = new Map<string, Standing>(rows.map(({ id, state, word }) => [id, { state, word }]));
  const changed = new Set<string>();
  const settlements = answers.map(({ id: typed, answer }): Settlement => {
    const id = typed.toLowerCase();
    const present = standing.get(id);
    if (!present) return 'unknown';
    const { settlement, next } = settle(present, answer);
    standing.set(id, next);
    if (settlement === 'booked' || settlement === 'refused') changed.add(id);
    return settlement;
  });
  const ids = [...changed];
  if (ids.length === 0) return settlements;
  const words = ids.map((id) => standing.get(id)?.word ?? null);
  await tx.query(SETTLE, [ids, ids.map((id) => standing.get(id)?.state), words, now, actor.id]);
  await tx.query(CASES, [ids, now]);
  const settledAs = (state: ExportState) => ids.filter((id) => standing.get(id)?.state === state).length;
  tx.audit({
    action: 'meter-reads.booked',
    facts: { booked: settledAs('booked'), refused: settledAs('refused') },
  });
  return settlements;
}

/** One text per scope, so that each is planned once. */
const pageOfExport = ({ column }: BookScope): string => `
  select h.id, h.export_no, h.customer_id, h.device_id, d.serial_number, d.equipment_id, d.contract_number, h.read_at,
    h.handed_in_at, h.source, h.flagged, h.note, h.corrects, h.export_state, h.booked_at, h.booked_reference,
    h.refused_reason, v.values
  from meter_hand_in h join device d on d.id = h.device_id
  cross join lateral (
    select coalesce(json_agg(json_build_object('kind', m.kind, 'unit', m.unit, 'value', v.value, 'previous', v.previous,
                                      'previousReadAt', v.previous_read_at) order by m.kind), '[]') as values
    from meter_hand_in_value v join meter m on m.id = v.meter_id where v.hand_in_id = h.id) v
  where h.${column} = $1 and h.export_no > $2::bigint and ($3::text is null or h.export_state = $3)
  order by h.export_no limit $4`;

const lockExported = ({ column }: BookScope): string => `
  select id, export_state as state, case export_state when 'booked' then booked_reference else refused_reason end as word
  from meter_hand_in where ${column} = $1 and id = any($2::uuid[]) and export_no is not null
  order by id for no key update`;

const SETTLE = `
  update meter_hand_in h set export_state = s.state, settled_by = $5,
    booked_at = case when s.state = 'booked' then $4::timestamptz end,
    booked_reference = case when s.state = 'booked' then s.word end,
    refused_at = case when s.state = 'refused' then $4::timestamptz else h.refused_at end,
    refused_reason = case when s.state = 'refused' then s.word else h.refused_reason end
  from unnest($1::uuid[], $2::text[], $3::text[]) as s (id, state, word) where h.id = s.id`;

/** A case that is open already is enough. Of a withdrawal it names the value that the books would not give up. */
const CASES = `
  insert into meter_exception (customer_id, meter_id, kind, value_before, value, read_at, last_value, last_read_at,
                               opened_at)
  select distinct on (v.meter_id) v.customer_id, v.meter_id, 'refused', coalesce(v.previous, 0),
    coalesce(v.value, o.value), h.read_at, coalesce(v.value, o.value), h.read_at, $2::timestamptz
  from meter_hand_in h join meter_hand_in_value v on v.hand_in_id = h.id
    left join meter_hand_in_value o on o.hand_in_id = h.corrects and o.meter_id = v.meter_id
  where h.id = any($1::uuid[]) and h.export_state = 'refused'
  order by v.meter_id, h.read_at desc
  on conflict (meter_id) where resolved_at is null do nothing`;
