import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type UnitOfWork, isId, once } from '@platen/platform';
import { KEY_LENGTH } from '../devices/device-place';
import type { InvalidView, SavedViewNotFound } from './saved-view.errors';
import { canKeepViews, canShareViews } from './saved-view.policy';

export interface SavedViewRow {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
  readonly owned: boolean;
}

export interface NewView {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
}

/** Longest name and longest query, in characters. */
export const MAX_VIEW_NAME = 60;
export const MAX_VIEW_QUERY = 2000;
/** Most views that one person keeps. */
export const MOST_VIEWS = 50;
/** Most views that are offered to anybody. */
const MOST_OFFERED = 200;

/** Lists of machines that people keep under a name, for themselves or for all of their organisation. */
export class SavedViewService {
  constructor(private readonly work: UnitOfWork) {}

  /** His own views and those shared with him, by name. */
  async list(actor: Actor): Promise<SavedViewRow[]> {
    if (!canKeepViews(actor)) return [];
    return this.work.read(actor, (tx) =>
      tx.query<SavedViewRow>(LIST, [actor.id, actor.branchId, actor.customerId]),
    );
  }

  create(
    actor: Actor,
    input: NewView,
  ): Promise<Result<{ readonly viewId: string }, InvalidView | IdempotencyConflict>> {
    const name = input.name.trim();
    const fields = faultsOf(actor, { ...input, name });
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    const command = { operation: `createSavedView ${actor.id}`, key: input.idempotencyKey, input };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<Result<{ readonly viewId: string }, InvalidView>> => {
        await tx.query(ONE_AT_A_TIME, [actor.id]);
        const [kept] = await tx.query<{ views: number }>(COUNT, [actor.id]);
        if (kept && kept.views >= MOST_VIEWS) return refused('name', 'tooManyViews');
        const values = [actor.customerId, actor.branchId, actor.id, name, input.query, input.shared];
        const [view] = await tx.query<{ id: string }>(INSERT, values);
        return view ? ok({ viewId: view.id }) : refused('name', 'viewNameTaken');
      }),
    );
  }

  /** Deletes a view of his own, or a shared one where he may share; every other is not found. */
  delete(actor: Actor, viewId: string): Promise<Result<{ readonly viewId: string }, SavedViewNotFound>> {
    return this.work.write(actor, async (tx) => {
      const values = [viewId, actor.id, canShareViews(actor), actor.branchId, actor.customerId];
      const gone = canKeepViews(actor) && isId(viewId) ? await tx.query<{ id: string }>(DELETE, values) : [];
      return gone[0] ? ok({ viewId: gone[0].id }) : err({ code: 'SAVED_VIEW_NOT_FOUND' });
    });
  }
}

// Control characters have no meaning in a name, and PostgreSQL stores no NUL.
const CONTROL = /\p{Cc}/u;

function faultsOf(actor: Actor, { idempotencyKey, name, query, shared }: NewView): InvalidView['fields'] {
  const faults: InvalidView['fields'][number][] = [];
  const keyFits = idempotencyKey.length >= KEY_LENGTH.min && idempotencyKey.length <= KEY_LENGTH.max;
  if (!keyFits || CONTROL.test(idempotencyKey)) faults.push({ path: 'idempotencyKey', problem: 'keyLength' });
  if (name === '' || name.length > MAX_VIEW_NAME || CONTROL.test(name))
    faults.push({ path: 'name', problem: 'viewNameNeeded' });
  if (query.length > MAX_VIEW_QUERY || CONTROL.test(query))
    faults.push({ path: 'query', problem: 'viewTooLong' });
  if (!canKeepViews(actor)) faults.push({ path: 'name', problem: 'viewNeedsPerson' });
  if (shared && !canShareViews(actor)) faults.push({ path: 'shared', problem: 'viewNotShared' });
  return faults;
}

const refused = (path: string, problem: InvalidView['fields'][number]['problem']) =>
  err({ code: 'INVALID_INPUT', fields: [{ path, problem }] } as const);

/** Rows of the actor's own organisation, or of the branch's staff. */
const OURS = (first: number) =>
  `branch_id = $${first}::uuid and customer_id is not distinct from $${first + 1}::uuid`;

const LIST = `
  select id, name, query, shared, owner_id = $1 as owned from saved_view
  where (owner_id = $1 or shared) and ${OURS(2)} order by lower(name), id limit ${MOST_OFFERED}`;

const COUNT = 'select count(*)::int as views from saved_view where owner_id = $1';

/** Two that a person saves at the same time come one after the other, or they could pass the limit together. */
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('fleet.saved-view ' || $1::text, 0))`;

const INSERT = `
  insert into saved_view (customer_id, branch_id, owner_id, name, query, shared) values ($1, $2, $3, $4, $5, $6)
  on conflict (owner_id, lower(name)) do nothing returning id`;

const DELETE = `
  delete from saved_view
  where id = $1 and (owner_id = $2 or (shared and $3::boolean)) and ${OURS(4)} returning id`;
