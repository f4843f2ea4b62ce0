import type { Tx } from '@platen/platform';

/** A passkey as its owner sees it. */
export interface PasskeyFacts {
  readonly id: string;
  readonly name: string;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
}

/** What somebody has to prove with that it is him. */
export interface SecondFactors {
  /** since when there is one; null without any */
  readonly since: Date | null;
  readonly authenticatorAppAddedAt: Date | null;
  readonly passkeys: readonly PasskeyFacts[];
  readonly recoveryCodesLeft: number;
  /** the organisation, or the branch of its staff, demands one */
  readonly demanded: boolean;
}

/** The factors of a person whom the transaction's actor may see. */
export async function secondFactorsOf(tx: Tx, userId: string): Promise<SecondFactors | null> {
  const [facts] = await tx.query<Omit<SecondFactors, 'passkeys'>>(FACTS, [userId]);
  if (!facts) return null;
  return { ...facts, passkeys: await tx.query<PasskeyFacts>(PASSKEYS, [userId]) };
}

/** Whether the one factor that a person would have left must stay. */
export async function mustKeepAFactor(tx: Tx, userId: string): Promise<boolean> {
  const factors = await secondFactorsOf(tx, userId);
  return factors !== null && factors.demanded && isWithout(factors);
}

/** Neither an app nor a passkey; recovery codes alone are no factor. */
export function isWithout(factors: SecondFactors): boolean {
  return factors.authenticatorAppAddedAt === null && factors.passkeys.length === 0;
}

const FACTS = `
  select person.second_factor_since as since,
         coalesce(customer.requires_second_factor, branch.staff_require_second_factor) as demanded,
         (select confirmed_at from authenticator_app where user_id = $1 and confirmed_at is not null)
           as "authenticatorAppAddedAt",
         (select count(*)::int from recovery_code where user_id = $1 and used_at is null) as "recoveryCodesLeft"
  from user_account person
  join branch on branch.id = person.branch_id
  left join customer on customer.id = person.customer_id
  where person.id = $1`;

const PASSKEYS = `
  select id, name, created_at as "addedAt", last_used_at as "lastUsedAt" from passkey
  where user_id = $1 order by id`;
