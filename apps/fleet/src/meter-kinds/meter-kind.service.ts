import type { Locale, MeterUnit } from '@platen/contracts';
import type { Actor, UnitOfWork } from '@platen/platform';

/** A kind of meter with its names. */
export interface MeterKindRow {
  readonly [column: string]: unknown;
  readonly code: string;
  readonly unit: MeterUnit;
  readonly family: string;
  readonly color: string | null;
  readonly paper: string | null;
  readonly duplex: boolean;
  readonly position: number;
  readonly names: Readonly<Record<Locale, string>>;
}

/** What meters count. */
export class MeterKindService {
  constructor(private readonly work: UnitOfWork) {}

  /** All kinds, in the order in which people read them. */
  all(actor: Actor): Promise<MeterKindRow[]> {
    return this.work.read(actor, (tx) =>
      tx.query<MeterKindRow>(
        `select code, unit, family, color, paper, duplex, position,
           json_build_object('it', name_it, 'nl', name_nl, 'en', name_en) as names
         from meter_kind order by position`,
      ),
    );
  }
}
