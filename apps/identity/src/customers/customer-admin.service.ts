import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, isId, once } from '@platen/platform';
import { assertManagedBranch } from '../branches/branch.policy';
import { customerRoles } from '../roles/given-roles';
import { normalEmail } from '../users/email-address';
import type { FieldProblem } from '../users/invalid-input';
import { type TypedCustomer, faultsOf, tidied } from './customer-facts';
import type { CustomerNotFound } from './customer.errors';
import { emitCustomerChanged } from './customer.events';
import { CUSTOMER_COLUMNS, type CustomerRow } from './customer.service';
import type { FirstAdministrator } from './first-administrator';

/** A new organisation, and who is to look after its people. */
export interface NewCustomer extends TypedCustomer {
  readonly idempotencyKey: string;
  readonly number: string;
  readonly name: string;
  readonly notificationEmail: string;
  readonly locale: string;
  /** mail address; null: invited later */
  readonly firstAdministratorEmail: string | null;
}

/** Some of the fields cannot be stored; nothing was done. */
export interface InvalidCustomer {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly FieldProblem[];
}

const KEY_LENGTH = { min: 8, max: 255 } as const;

/** Customers of the actor's own branch: registered, changed, suspended (S6). */
export class CustomerAdminService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly administrators: FirstAdministrator,
  ) {}

  /** @returns the id; what was registered is read by the one way in which customers are read */
  async create(
    actor: Actor,
    typed: NewCustomer,
  ): Promise<Result<string, InvalidCustomer | IdempotencyConflict>> {
    const branchId = assertManagedBranch(actor, 'customer:manage');
    const { idempotencyKey: key, ...input } = tidied(typed);
    const fields = [
      ...keyFaults(key),
      ...faultsOf(input),
      ...administratorFaults(input.firstAdministratorEmail),
    ];
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    return this.work.write(actor, (tx) =>
      once(tx, actor, { operation: 'createCustomer', key, input }, async () => {
        const customer = await insertCustomer(tx, branchId, input);
        if (!customer) return err(numberTaken);
        emitCustomerChanged(tx, customer);
        const of = { customerId: customer.id, branchId };
        tx.audit({ action: 'customer.created', target: { kind: 'customer', id: customer.id }, of });
        if (!input.firstAdministratorEmail) return ok(customer.id);
        const invited = await this.administrators.invite(tx, actor, customer, input.firstAdministratorEmail);
        return invited.ok ? ok(customer.id) : err(atAdministrator(invited.failure.code));
      }),
    );
  }

  /** What is left out stays. */
  async update(
    actor: Actor,
    { customerId, ...typed }: TypedCustomer & { readonly customerId: string },
  ): Promise<Result<string, InvalidCustomer | CustomerNotFound>> {
    const branchId = assertManagedBranch(actor, 'customer:manage');
    const input = tidied(typed);
    const fields = faultsOf(input);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    return this.work.write(actor, async (tx) => {
      const before = await lockCustomer(tx, branchId, customerId);
      if (!before) return err({ code: 'CUSTOMER_NOT_FOUND' });
      if (input.number && (await isNumberTaken(tx, before, input.number))) return err(numberTaken);
      const values = [input.number, input.name, input.notificationEmail, input.locale].map((v) => v ?? null);
      const [after] = await tx.query<CustomerRow>(UPDATE, [before.id, ...values]);
      if (!after) return ok(before.id);
      emitCustomerChanged(tx, after);
      const changed = (['number', 'name', 'notificationEmail', 'locale'] as const).filter(
        (field) => before[field] !== after[field],
      );
      tx.audit({ ...about('customer.changed', after), facts: { changed } });
      return ok(after.id);
    });
  }

  /** Its people and keys have no access until it is resumed; what they did and have stays. Again does no harm. */
  suspend(actor: Actor, customerId: string): Promise<Result<string, CustomerNotFound>> {
    const branchId = assertManagedBranch(actor, 'customer:manage');
    return this.work.write(actor, async (tx) => {
      const customer = await lockCustomer(tx, branchId, customerId);
      if (!customer) return err({ code: 'CUSTOMER_NOT_FOUND' });
      if (customer.suspendedAt) return ok(customer.id);
      await tx.query(SUSPEND, [customer.id]);
      await tx.query(END_SESSIONS, [customer.id]);
      tx.audit(about('customer.suspended', customer));
      return ok(customer.id);
    });
  }

  /** Its people sign in again; its keys work again. Again does no harm. */
  resume(actor: Actor, customerId: string): Promise<Result<string, CustomerNotFound>> {
    const branchId = assertManagedBranch(actor, 'customer:manage');
    return this.work.write(actor, async (tx) => {
      const customer = await lockCustomer(tx, branchId, customerId);
      if (!customer) return err({ code: 'CUSTOMER_NOT_FOUND' });
      if (!customer.suspendedAt) return ok(customer.id);
      await tx.query(RESUME, [customer.id]);
      tx.audit(about('customer.resumed', customer));
      return ok(customer.id);
    });
  }

  /** For an organisation without somebody who can invite others: at its beginning, or when it lost the last one. */
  async inviteAdministrator(
    actor: Actor,
    input: { readonly customerId: string; readonly email: string },
  ): Promise<Result<string, InvalidCustomer | CustomerNotFound>> {
    const branchId = assertManagedBranch(actor, 'customer:manage');
    return this.work.write(actor, async (tx) => {
      const customer = await lockCustomer(tx, branchId, input.customerId);
      if (!customer) return err({ code: 'CUSTOMER_NOT_FOUND' });
      const invited = await this.administrators.invite(tx, actor, customer, input.email);
      if (invited.ok) return ok(customer.id);
      return err({ code: 'INVALID_INPUT', fields: [{ path: 'email', code: invited.failure.code }] });
    });
  }
}

const numberTaken: InvalidCustomer = {
  code: 'INVALID_INPUT',
  fields: [{ path: 'number', code: 'CUSTOMER_NUMBER_TAKEN' }],
};

function atAdministrator(code: FieldProblem['code']): InvalidCustomer {
  return { code: 'INVALID_INPUT', fields: [{ path: 'firstAdministratorEmail', code }] };
}

function keyFaults(key: string): FieldProblem[] {
  if (key.length >= KEY_LENGTH.min && key.length <= KEY_LENGTH.max) return [];
  return [{ path: 'idempotencyKey', code: 'KEY_LENGTH', values: KEY_LENGTH }];
}

function administratorFaults(email: string | null): FieldProblem[] {
  if (!email || normalEmail(email).ok) return [];
  return [{ path: 'firstAdministratorEmail', code: 'EMAIL_INVALID' }];
}

function about(
  action: 'customer.changed' | 'customer.suspended' | 'customer.resumed',
  customer: CustomerRow,
) {
  const { id, branchId } = customer;
  return { action, target: { kind: 'customer', id }, of: { customerId: id, branchId } };
}

/** With the roles that every customer starts with; null when the branch has the number already. */
async function insertCustomer(
  tx: Tx,
  branchId: string,
  { number, name, notificationEmail, locale }: Omit<NewCustomer, 'idempotencyKey'>,
): Promise<CustomerRow | null> {
  await tx.query(LOCK_NUMBERS, [branchId]);
  const [customer] = await tx.query<CustomerRow>(INSERT, [branchId, number, name, notificationEmail, locale]);
  if (!customer) return null;
  for (const [role, rights] of Object.entries(customerRoles))
    await tx.query(INSERT_ROLE, [customer.id, branchId, role, rights]);
  return customer;
}

async function lockCustomer(tx: Tx, branchId: string, customerId: string): Promise<CustomerRow | null> {
  if (!isId(customerId)) return null;
  const [customer] = await tx.query<CustomerRow>(LOCK, [customerId, branchId]);
  return customer ?? null;
}

/** Two customers never get one number at once: whoever gives numbers in a branch comes one after the other. */
async function isNumberTaken(tx: Tx, { id, branchId }: CustomerRow, number: string): Promise<boolean> {
  await tx.query(LOCK_NUMBERS, [branchId]);
  return (await tx.query(NUMBER_TAKEN, [branchId, number, id])).length > 0;
}

const INSERT = `
  insert into customer (branch_id, version, number, name, notification_email, locale)
  values ($1, 1, $2, $3, $4, $5) on conflict (branch_id, number) do nothing returning ${CUSTOMER_COLUMNS}`;

const INSERT_ROLE = `insert into role (customer_id, branch_id, name, rights) values ($1, $2, $3, $4)`;

const LOCK = `select ${CUSTOMER_COLUMNS} from customer where id = $1 and branch_id = $2 for no key update`;

const LOCK_NUMBERS = `select from branch where id = $1 for no key update`;

const NUMBER_TAKEN = `select 1 from customer where branch_id = $1 and number = $2 and id <> $3`;

// Nothing new makes no version.
const UPDATE = `
  update customer set version = version + 1, number = coalesce($2, number), name = coalesce($3, name),
    notification_email = coalesce($4, notification_email), locale = coalesce($5, locale)
  where id = $1 and (number, name, notification_email, locale)
    is distinct from (coalesce($2, number), coalesce($3, name), coalesce($4, notification_email), coalesce($5, locale))
  returning ${CUSTOMER_COLUMNS}`;

const SUSPEND = `update customer set suspended_at = now() where id = $1`;

const RESUME = `update customer set suspended_at = null where id = $1`;

const END_SESSIONS = `update session set ended_at = now() where customer_id = $1 and ended_at is null`;
