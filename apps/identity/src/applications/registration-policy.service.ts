import { type Result, err, ok } from '@platen/kernel';
import type { Actor, Tx, UnitOfWork } from '@platen/platform';
import type { InvalidInput } from '../invitations/invitation.errors';
import { normalEmail } from '../users/email-address';
import type { FieldProblem } from '../users/invalid-input';
import { decidesFor } from './application.policy';

/** Whether an organisation takes applications (S1). */
export interface RegistrationRules {
  readonly selfRegistration: 'allowed' | 'off';
  /** in ASCII; empty: of any domain */
  readonly domains: readonly string[];
  /** whether the branch takes any: where it does not, the organisation's own choice has no effect */
  readonly branchAllows: boolean;
}

/** Most domains that an organisation can name. */
export const MAX_DOMAINS = 20;

/** Administrators restrict self-registration to their domains, or switch it off (S1). */
export class RegistrationPolicyService {
  constructor(private readonly work: UnitOfWork) {}

  /** @returns null for who decides on no applications */
  async find(actor: Actor): Promise<RegistrationRules | null> {
    const tenant = decidesFor(actor);
    return tenant && this.work.read(actor, (tx) => findRules(tx, tenant.customerId));
  }

  /** @param domains  as typed, with or without `@` before them */
  async update(
    actor: Actor,
    selfRegistration: RegistrationRules['selfRegistration'],
    domains: readonly string[],
  ): Promise<Result<RegistrationRules, InvalidInput<FieldProblem>>> {
    const read = readDomains(domains);
    if (!read.ok) return err({ code: 'INVALID_INPUT', fields: [read.failure] });
    const tenant = decidesFor(actor);
    if (!tenant)
      return err({ code: 'INVALID_INPUT', fields: [{ path: 'selfRegistration', code: 'NOT_A_PERSON' }] });
    const { customerId } = tenant;
    return this.work.write(actor, async (tx) => {
      await tx.query(UPDATE, [customerId, selfRegistration, read.value]);
      tx.audit({
        action: 'customer.changed',
        target: { kind: 'customer', id: customerId },
        facts: { selfRegistration, domains: read.value },
      });
      return ok(await findRules(tx, customerId));
    });
  }
}

/** One form for each domain, each once; a look-alike shows as what it is. */
export function readDomains(typed: readonly string[]): Result<string[], FieldProblem> {
  if (typed.length > MAX_DOMAINS)
    return err({ path: 'domains', code: 'TOO_MANY_DOMAINS', values: { max: MAX_DOMAINS } });
  const domains = new Set<string>();
  for (const domain of typed) {
    const email = normalEmail(`x@${domain.slice(0, 300).trim().replace(/^@/, '')}`);
    if (!email.ok)
      return err({ path: 'domains', code: 'DOMAIN_INVALID', values: { domain: domain.slice(0, 60) } });
    domains.add(email.value.slice(2));
  }
  return ok([...domains]);
}

async function findRules(tx: Tx, customerId: string): Promise<RegistrationRules> {
  const [rules] = await tx.query<RegistrationRules>(FIND, [customerId]);
  if (!rules) throw new Error('An actor belongs to a customer that does not exist.');
  return rules;
}

const FIND = `
  select customer.self_registration as "selfRegistration", customer.registration_domains as domains,
         branch.settings->>'registration' = 'self-registration' as "branchAllows"
  from customer join branch on branch.id = customer.branch_id where customer.id = $1`;

const UPDATE = `update customer set self_registration = $2, registration_domains = $3 where id = $1`;
