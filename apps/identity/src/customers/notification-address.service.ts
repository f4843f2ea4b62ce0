import { randomUUID } from 'node:crypto';
import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Tx, type UnitOfWork, system } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { issueToken, useToken } from '../tokens/one-time-token';
import { normalEmail } from '../users/email-address';
import { canChangeNotificationAddress } from './customer.policy';
import { emitCustomerChanged } from './customer.events';
import { CUSTOMER_COLUMNS, type CustomerRow } from './customer.service';

/** Why another address is not written to. */
export interface AddressRefused {
  readonly code: 'EMAIL_INVALID' | 'NOTIFICATION_ADDRESS_SAME' | 'NOTIFICATION_ADDRESS_OFTEN';
}

/** The link was used, replaced, or is too old; nobody is told which. */
export interface LinkInvalid {
  readonly code: 'LINK_INVALID';
}

/** An address that has been asked to confirm, and until when it can. */
export interface PendingAddress {
  readonly email: string;
  readonly expiresAt: Date;
}

/** Letters to addresses that nobody has confirmed, per organisation and hour. */
const PER_HOUR = 5;

/** Where an organisation's confirmations go (R42), changed by its administrator, confirmed at the new address (R43). */
export class NotificationAddressService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly letters: Letters,
  ) {}

  /** Until the new address is confirmed, everything goes where it went. A later request replaces an earlier one. */
  async request(actor: Actor, typed: string): Promise<Result<PendingAddress, AddressRefused>> {
    const { customerId, branchId } = actor;
    if (!canChangeNotificationAddress(actor) || !customerId || !branchId)
      throw new Error('Who asks for another address looks after no organisation.');
    const email = normalEmail(typed);
    if (!email.ok) return email;
    return this.work.write(actor, async (tx) => {
      const [known] = await tx.query<Known>(KNOWN, [customerId, actor.id]);
      if (!known) throw new Error(`Customer ${customerId} does not exist.`);
      if (known.email === email.value) return err({ code: 'NOTIFICATION_ADDRESS_SAME' });
      if (known.asked >= PER_HOUR) return err({ code: 'NOTIFICATION_ADDRESS_OFTEN' });
      const token = await issueToken(tx, {
        purpose: PURPOSE,
        subject: customerId,
        branchId,
        customerId,
        userId: actor.id,
        facts: { email: email.value },
      });
      await this.letters.send(tx, `${PURPOSE} ${randomUUID()}`, {
        name: 'notification-address-confirm',
        to: email.value,
        firstName: null,
        locale: known.locale,
        branchId,
        customerId,
        values: { organisation: known.name, administrator: known.administrator },
        link: { path: '/confirm-notification-address', token },
      });
      tx.audit({
        action: 'notification-address.change-requested',
        target: { kind: 'customer', id: customerId },
      });
      const [pending] = await tx.query<PendingAddress>(PENDING, [customerId]);
      return pending ? ok(pending) : err({ code: 'NOTIFICATION_ADDRESS_OFTEN' });
    });
  }

  /** Takes the waiting request back: its link stops working. Nothing to take back is no failure. */
  async cancel(actor: Actor): Promise<void> {
    const { customerId } = actor;
    if (!canChangeNotificationAddress(actor) || !customerId) return;
    await this.work.write(actor, (tx) => tx.query(CANCEL, [customerId]));
  }

  /** What waits for its confirmation, for who may change the address; null when nothing does. */
  async pending(actor: Actor, customerId: string): Promise<PendingAddress | null> {
    if (!canChangeNotificationAddress(actor) || actor.customerId !== customerId) return null;
    const [pending] = await this.work.read(actor, (tx) => tx.query<PendingAddress>(PENDING, [customerId]));
    return pending ?? null;
  }

  /**
   * Whoever reads the new mailbox confirms, signed in or not, so this runs as the system actor and touches the one
   * organisation that the link names.
   * @returns the address and whose it is
   */
  confirm(
    actor: Actor,
    token: string,
  ): Promise<Result<{ readonly email: string; readonly organisation: string }, LinkInvalid>> {
    return this.work.write(system(actor.requestId), async (tx) => {
      const link = await useToken(tx, PURPOSE, token.slice(0, 100));
      const customer = link && (await changeAddress(tx, link.subject, link.facts.email ?? null));
      if (!customer) return err({ code: 'LINK_INVALID' });
      emitCustomerChanged(tx, customer);
      const { id, branchId, notificationEmail: email, name: organisation } = customer;
      tx.audit({
        action: 'notification-address.changed',
        target: { kind: 'customer', id },
        // who confirms is known by the mailbox alone; who asked for it is
        by: { kind: 'user', id: link.userId },
        of: { customerId: id, branchId },
      });
      return ok({ email, organisation });
    });
  }
}

async function changeAddress(tx: Tx, customerId: string, email: string | null): Promise<CustomerRow | null> {
  const [customer] = await tx.query<CustomerRow>(CHANGE, [customerId, email]);
  return customer ?? null;
}

interface Known extends Pick<CustomerRow, 'name' | 'locale'> {
  readonly email: string;
  readonly administrator: string;
  /** within the last hour */
  readonly asked: number;
}

const PURPOSE = 'confirm-notification-email';

const KNOWN = `
  select customer.name, customer.locale, customer.notification_email as email,
         person.first_name || ' ' || person.last_name as administrator,
         (select count(*)::int from one_time_token
          where purpose = '${PURPOSE}' and subject = $1::text and created_at > now() - interval '1 hour') as asked
  from customer join user_account person on person.id = $2
  where customer.id = $1::uuid for no key update of customer`;

const PENDING = `
  select facts->>'email' as email, expires_at as "expiresAt" from one_time_token
  where purpose = '${PURPOSE}' and subject = $1 and used_at is null and revoked_at is null and expires_at > now()
  order by created_at desc limit 1`;

const CANCEL = `
  update one_time_token set revoked_at = now()
  where purpose = '${PURPOSE}' and subject = $1 and used_at is null and revoked_at is null`;

const CHANGE = `
  update customer set notification_email = $2, version = version + 1
  where id = $1 and $2::text is not null returning ${CUSTOMER_COLUMNS}`;
