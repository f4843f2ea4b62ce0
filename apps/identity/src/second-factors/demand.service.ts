import { type Result, err, ok } from '@platen/kernel';
import type { Actor, Tx, UnitOfWork } from '@platen/platform';
import type { NoSecondFactor } from './second-factor.errors';
import { type DemandScope, demandScopeOf, ownerOfFactors } from './second-factor.policy';

/** Whether an organisation, or a branch of its staff, demands a second factor, and whom that would meet. */
export interface SecondFactorDemand {
  readonly required: boolean;
  /** who can sign in */
  readonly people: number;
  readonly peopleWithout: number;
  /** whoever demands one has one himself */
  readonly viewerHasOne: boolean;
}

/** How the demand meets one person. */
export interface Standing {
  readonly hasOne: boolean;
  readonly demanded: boolean;
}

const NOT_ASKED: Standing = { hasOne: false, demanded: false };

/** Administrators demand second factors of their people (threats C21). */
export class SecondFactorDemandService {
  constructor(private readonly work: UnitOfWork) {}

  /** @returns null for who has nobody to demand it of */
  async find(actor: Actor): Promise<SecondFactorDemand | null> {
    const scope = demandScopeOf(actor);
    return scope && this.work.read(actor, (tx) => demandOf(tx, scope, actor));
  }

  /** @returns one entry, as loaders want it; nothing is asked of keys, and of who looks through somebody's eyes */
  async standingOf(actor: Actor): Promise<[Standing]> {
    const userId = ownerOfFactors(actor);
    if (!userId) return [NOT_ASKED];
    const [standing] = await this.work.read(actor, (tx) => tx.query<Standing>(STANDING, [userId]));
    return [standing ?? NOT_ASKED];
  }

  /** From the next request on people without one may do nothing but add one. */
  async require(actor: Actor, required: boolean): Promise<Result<SecondFactorDemand | null, NoSecondFactor>> {
    const scope = demandScopeOf(actor);
    if (!scope) return ok(null);
    return this.work.write(actor, async (tx) => {
      const before = await demandOf(tx, scope, actor);
      if (required && !before.viewerHasOne) return err({ code: 'NO_SECOND_FACTOR' } as const);
      if (before.required !== required) {
        await tx.query(scope.of === 'customer' ? SET_CUSTOMER : SET_BRANCH, [scope.id, required]);
        const target = { kind: scope.of, id: scope.id };
        tx.audit({ action: 'second-factor.required', target, facts: { required } });
      }
      return ok({ ...before, required });
    });
  }
}

async function demandOf(tx: Tx, { of, id }: DemandScope, actor: Actor): Promise<SecondFactorDemand> {
  const [demand] = await tx.query<SecondFactorDemand>(of === 'customer' ? OF_CUSTOMER : OF_BRANCH, [
    id,
    actor.id,
  ]);
  if (!demand) throw new Error(`There is no ${of} ${id}.`);
  return demand;
}

const COUNTED = `
  count(person.id)::int as people,
  count(person.id) filter (where person.second_factor_since is null)::int as "peopleWithout",
  coalesce(bool_or(person.second_factor_since is not null) filter (where person.id = $2::uuid), false) as "viewerHasOne"`;

const CAN_SIGN_IN = `person.deactivated_at is null and person.erased_at is null`;

const OF_CUSTOMER = `
  select customer.requires_second_factor as required, ${COUNTED}
  from customer left join user_account person on person.customer_id = customer.id and ${CAN_SIGN_IN}
  where customer.id = $1 group by customer.id`;

const OF_BRANCH = `
  select branch.staff_require_second_factor as required, ${COUNTED}
  from branch
  left join user_account person
    on person.branch_id = branch.id and person.customer_id is null and ${CAN_SIGN_IN}
  where branch.id = $1 group by branch.id`;

const STANDING = `
  select person.second_factor_since is not null as "hasOne",
         coalesce(customer.requires_second_factor, branch.staff_require_second_factor) as demanded
  from user_account person
  join branch on branch.id = person.branch_id
  left join customer on customer.id = person.customer_id
  where person.id = $1`;

const SET_CUSTOMER = `update customer set requires_second_factor = $2 where id = $1`;

const SET_BRANCH = `update branch set staff_require_second_factor = $2 where id = $1`;
