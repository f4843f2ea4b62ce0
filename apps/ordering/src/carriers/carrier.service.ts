import { type Clock, type Result, err, ok } from '@platen/kernel';
import type { Actor, Tx, UnitOfWork } from '@platen/platform';
import type { InputFault, InvalidInput } from '../input-faults';
import type { CarrierEntity } from './carrier.entity';
import { carriersManagedBy, carriersVisibleTo } from './carrier.policy';
import { MAX_TEMPLATE, isTrackingTemplate } from './tracking-url';

/** A carrier as it is read. */
export type Carrier = Pick<CarrierEntity, 'id' | 'key' | 'name' | 'trackingTemplate' | 'retiredAt'>;

/** A carrier as its branch wants it. */
export interface CarrierFacts {
  readonly key: string;
  readonly name: string;
  readonly trackingTemplate: string | null;
  readonly retired: boolean;
}

const COLUMNS = 'id, key, name, tracking_template as "trackingTemplate", retired_at as "retiredAt"';

const KEEP = `
  insert into carrier as known (branch_id, key, name, tracking_template, retired_at) values ($1, $2, $3, $4, $5)
  on conflict (branch_id, key) do update set name = excluded.name, tracking_template = excluded.tracking_template,
    retired_at = case when excluded.retired_at is null then null else coalesce(known.retired_at, excluded.retired_at) end
  returning ${COLUMNS}`;

const KEY = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const NAME = /^[^\p{Cc}]{1,60}$/u;

/** Who carries parcels for a branch. */
export class CarrierService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The branch's carriers by name, those of before last. */
  async list(actor: Actor): Promise<Carrier[]> {
    const visible = carriersVisibleTo(actor);
    if (!visible) return [];
    return this.work.read(actor, (tx) =>
      tx.query<Carrier & Record<string, unknown>>(
        `select ${COLUMNS} from carrier where branch_id = $1 order by retired_at is not null, lower(name), key`,
        [visible.branchId],
      ),
    );
  }

  /** Adds a carrier, or changes the one of this key; the same again changes nothing. Null: it is not the actor's to do. */
  async save(actor: Actor, facts: CarrierFacts): Promise<Result<Carrier | null, InvalidInput>> {
    const asked = { ...facts, name: facts.name.trim() };
    const fields = carrierFaults(asked);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const managed = carriersManagedBy(actor);
    if (!managed) return ok(null);
    const { branchId } = managed;
    return this.work.write(actor, async (tx) => {
      const { key, name, trackingTemplate, retired } = asked;
      const [carrier] = await tx.query<Carrier & Record<string, unknown>>(KEEP, [
        branchId,
        key,
        name,
        trackingTemplate,
        retired ? this.clock.now() : null,
      ]);
      if (!carrier) throw new Error('A carrier was not stored.');
      tx.audit({
        action: 'branch.changed',
        target: { kind: 'branch', id: branchId },
        facts: { carrier: key, retired },
        of: { customerId: null, branchId },
      });
      return ok(carrier);
    });
  }
}

/** The carrier that a branch uses under this key; null: none. */
export async function findCarrier(tx: Tx, branchId: string, key: string): Promise<Carrier | null> {
  const [carrier] = await tx.query<Carrier & Record<string, unknown>>(
    `select ${COLUMNS} from carrier where branch_id = $1 and key = $2 and retired_at is null`,
    [branchId, key],
  );
  return carrier ?? null;
}

function carrierFaults({ key, name, trackingTemplate }: CarrierFacts): InputFault[] {
  const faults: InputFault[] = [];
  if (!KEY.test(key)) faults.push({ path: 'key', problem: 'carrierKeyInvalid' });
  if (!NAME.test(name)) faults.push({ path: 'name', problem: 'carrierNameNeeded' });
  if (trackingTemplate !== null && !isTrackingTemplate(trackingTemplate))
    faults.push({
      path: 'trackingTemplate',
      problem: 'trackingTemplateInvalid',
      values: { max: MAX_TEMPLATE, example: '{number}' },
    });
  return faults;
}
