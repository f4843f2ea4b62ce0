import { type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type Connection,
  type IdempotencyConflict,
  type Page,
  type UnitOfWork,
  containing,
  isId,
  once,
  rowsById,
  toConnection,
} from '@platen/platform';
import { keyFaults } from '../groups/group-input';
import { visibleDevices } from '../visibility/visible-devices.sql';
import { visibilityOf } from '../visibility/visibility.policy';
import { type InvalidModel, type ModelFacts, modelFaults, tidyModel } from './model-facts';

/** A model of a branch's catalogue. */
export interface ModelRow extends ModelFacts {
  readonly id: string;
}

/** No such model in the branch's catalogue. */
export interface ModelNotFound {
  readonly code: 'MODEL_NOT_FOUND';
}

/** Another entry of the catalogue stands for this maker and model already. */
export interface ModelTaken {
  readonly code: 'MODEL_TAKEN';
  readonly modelId: string;
}

export interface InvalidModelKey {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly { readonly path: string; readonly problem: 'keyLength' }[];
}

type Changed = Result<{ readonly modelId: string }, ModelNotFound | ModelTaken | InvalidModel>;

const COLUMNS = `m.id, m.maker, m.model, m.color, m.a3, m.monthly_from as "monthlyFrom",
  m.monthly_to as "monthlyTo", m.slots, m.meter_kinds as "meterKinds"`;

/** The branch's catalogue of models: what a machine can do, holds and counts. Kept by staff (R33). */
export class ModelService {
  constructor(private readonly work: UnitOfWork) {}

  /** One page of the branch's models by maker and model. */
  async list(actor: Actor, search: string | null, page: Page): Promise<Connection<ModelRow>> {
    const after = page.after ?? [null, null, null];
    const rows = await this.work.read(actor, (tx) =>
      tx.query<ModelRow>(
        `select ${COLUMNS} from device_model m
         where m.branch_id = $2::uuid and ($3::text is null or (m.maker || ' ' || m.model) ilike $3::text)
           and ($4::text is null or (m.maker, m.model, m.id) > ($4::text, $5::text, $6::uuid))
         order by m.maker, m.model, m.id limit $1`,
        [page.size + 1, actor.branchId, search && containing(search), ...after],
      ),
    );
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.maker, row.model, row.id],
    );
  }

  /** These models in the order asked for; null for each that the branch's catalogue does not have. */
  async findMany(actor: Actor, ids: readonly string[]): Promise<(ModelRow | null)[]> {
    const rows = await this.work.read(actor, (tx) =>
      tx.query<ModelRow>(
        `select ${COLUMNS} from device_model m where m.id = any($1::uuid[]) and m.branch_id = $2::uuid`,
        [ids.filter(isId), actor.branchId],
      ),
    );
    return rowsById(ids, rows);
  }

  /** The model of each of these machines; null where it is not in the catalogue, or the machine not visible. */
  async ofDevices(actor: Actor, deviceIds: readonly string[]): Promise<(ModelRow | null)[]> {
    const visible = visibleDevices(visibilityOf(actor), 2);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<ModelRow & { model_id: string }>(
        `select ${COLUMNS}, m.id as model_id, d.id from device d
         join device_model m on m.branch_id = d.branch_id and m.key = model_key(d.maker, d.model)
         where d.id = any($1::uuid[]) and ${visible.sql}`,
        [deviceIds, ...visible.parameters],
      ),
    );
    return rowsById(deviceIds, rows).map((row) => row && { ...row, id: row.model_id });
  }

  /** Machines in use of each of these models, in the whole branch. */
  async deviceCounts(actor: Actor, modelIds: readonly string[]): Promise<number[]> {
    const visible = visibleDevices(visibilityOf(actor), 2);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<{ id: string; devices: number }>(
        `select m.id, count(*)::int as devices from device_model m
         join device d on d.branch_id = m.branch_id and model_key(d.maker, d.model) = m.key
         where m.id = any($1::uuid[]) and d.retired_at is null and ${visible.sql} group by m.id`,
        [modelIds, ...visible.parameters],
      ),
    );
    return rowsById(modelIds, rows).map((row) => row?.devices ?? 0);
  }

  create(
    actor: Actor,
    input: { readonly idempotencyKey: string; readonly facts: ModelFacts },
  ): Promise<
    Result<{ readonly modelId: string }, ModelTaken | InvalidModel | InvalidModelKey | IdempotencyConflict>
  > {
    const facts = tidyModel(input.facts);
    const keys = keyFaults(input.idempotencyKey) as InvalidModelKey['fields'];
    if (keys.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields: keys }));
    const fields = modelFaults(facts);
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    const command = { operation: 'createDeviceModel', key: input.idempotencyKey, input };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<Result<{ readonly modelId: string }, ModelTaken>> => {
        const [made] = await tx.query<{ id: string }>(INSERT, [actor.branchId, ...valuesOf(facts)]);
        if (!made) return err(await takenBy(tx.query.bind(tx), actor, facts));
        tx.audit({ action: 'model.changed', target: target(made.id), facts: { change: 'created' } });
        return ok({ modelId: made.id });
      }),
    );
  }

  update(actor: Actor, input: { readonly modelId: string; readonly facts: ModelFacts }): Promise<Changed> {
    const facts = tidyModel(input.facts);
    const fields = modelFaults(facts);
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    return this.work.write(actor, async (tx): Promise<Changed> => {
      if (!isId(input.modelId)) return err({ code: 'MODEL_NOT_FOUND' });
      await tx.query(ONE_AT_A_TIME, [actor.branchId]);
      const [known] = await tx.query<{ id: string }>(LOCK, [input.modelId, actor.branchId]);
      if (!known) return err({ code: 'MODEL_NOT_FOUND' });
      const [changed] = await tx.query(UPDATE, [known.id, ...valuesOf(facts)]);
      if (!changed) return err(await takenBy(tx.query.bind(tx), actor, facts));
      tx.audit({ action: 'model.changed', target: target(known.id), facts: { change: 'changed' } });
      return ok({ modelId: known.id });
    });
  }

  /** Machines of the model stay as they are; nothing is known of what they can do any more. */
  delete(actor: Actor, modelId: string): Promise<Result<{ readonly modelId: string }, ModelNotFound>> {
    return this.work.write(
      actor,
      async (tx): Promise<Result<{ readonly modelId: string }, ModelNotFound>> => {
        if (!isId(modelId)) return err({ code: 'MODEL_NOT_FOUND' });
        const [gone] = await tx.query<{ id: string }>(
          'delete from device_model where id = $1 and branch_id = $2 returning id',
          [modelId, actor.branchId],
        );
        if (!gone) return err({ code: 'MODEL_NOT_FOUND' });
        tx.audit({ action: 'model.changed', target: target(gone.id), facts: { change: 'deleted' } });
        return ok({ modelId: gone.id });
      },
    );
  }
}

async function takenBy(
  query: <Row extends { id: string }>(sql: string, parameters: readonly unknown[]) => Promise<Row[]>,
  actor: Actor,
  { maker, model }: ModelFacts,
): Promise<ModelTaken> {
  const [other] = await query(
    'select id from device_model where branch_id = $1 and key = model_key($2, $3)',
    [actor.branchId, maker, model],
  );
  if (!other) throw new Error('A model was refused though no other has its name.');
  return { code: 'MODEL_TAKEN', modelId: other.id };
}

/** In the order of the columns in `INSERT` and `UPDATE`. */
export function valuesOf(facts: ModelFacts): unknown[] {
  const { maker, model, color, a3, monthlyFrom, monthlyTo, slots, meterKinds } = facts;
  return [maker, model, color, a3, monthlyFrom, monthlyTo, JSON.stringify(slots), meterKinds];
}

const target = (id: string) => ({ kind: 'device-model', id });

/** Two that give their models one name come one after the other, and the second is told. */
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('fleet.device-model ' || $1::text, 0))`;

const LOCK = 'select id from device_model where id = $1 and branch_id = $2 for no key update';

export const INSERT = `insert into device_model
    (branch_id, maker, model, color, a3, monthly_from, monthly_to, slots, meter_kinds)
  values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::text[])
  on conflict (branch_id, key) do nothing returning id`;

const UPDATE = `update device_model m set maker = $2, model = $3, color = $4, a3 = $5, monthly_from = $6,
    monthly_to = $7, slots = $8::jsonb, meter_kinds = $9::text[]
  where m.id = $1 and not exists (
    select 1 from device_model other
    where other.branch_id = m.branch_id and other.key = model_key($2, $3) and other.id <> m.id)
  returning m.id`;
