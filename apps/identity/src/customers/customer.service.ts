import type { Locale } from '@platen/contracts';
import { type Actor, type Page, type UnitOfWork, containing, isId, rowsById } from '@platen/platform';
import {
  canChangeNotificationAddress,
  canManage,
  seesNotificationAddress,
  visibleTo,
} from './customer.policy';

/** A customer as it is stored. */
export interface CustomerRow {
  readonly id: string;
  readonly branchId: string;
  readonly version: number;
  readonly number: string;
  readonly name: string;
  readonly notificationEmail: string;
  readonly locale: Locale;
  readonly createdAt: Date;
  readonly suspendedAt: Date | null;
}

/** A customer as those who may see it see it. */
export interface Customer extends Omit<CustomerRow, 'version' | 'notificationEmail'> {
  /** null for who need not know it */
  readonly notificationEmail: string | null;
  readonly viewerCanManage: boolean;
  readonly viewerCanChangeNotificationEmail: boolean;
}

/** One page of customers by name; `total` is null where counting would cost too much. */
export interface CustomerPage {
  /** one more than the page's size when there is a next page */
  readonly rows: readonly Customer[];
  readonly total: number | null;
}

/** Beyond this a total is not counted. */
const MAX_COUNTED = 1000;

/** Finds customers. */
export class CustomerService {
  constructor(private readonly work: UnitOfWork) {}

  /** In the order of the ids, null for one that the actor may not see as for one that does not exist (C6). */
  findByIds(actor: Actor, ids: readonly string[]): Promise<(Customer | null)[]> {
    const { column, is } = visibleTo(actor);
    return this.work.read(actor, async (tx) => {
      const rows = await tx.query<CustomerRow>(
        `select ${CUSTOMER_COLUMNS} from customer where ${column} = $1 and id = any($2::uuid[])`,
        [is, ids.filter(isId)],
      );
      return rowsById(
        ids,
        rows.map((row) => toCustomer(row, actor)),
      );
    });
  }

  /** The customers that the actor looks after, by name. @param search  part of a name or number */
  async list(actor: Actor, page: Page, search: string | null): Promise<CustomerPage> {
    const { column, is } = visibleTo(actor);
    const [name, id] = page.after ?? [null, null];
    const matching = `${column} = $1 and ($2::text is null or name ilike $2 or number ilike $2)`;
    const rows = await this.work.read(actor, (tx) =>
      tx.query<CustomerRow & { counted: number }>(
        `select ${CUSTOMER_COLUMNS},
                (select count(*)::int from (select from customer where ${matching} limit ${MAX_COUNTED + 1}) c) as counted
         from customer
         where ${matching} and ($3::text is null or (name, id) > ($3, $4::uuid))
         order by name, id limit $5`,
        [is, search ? containing(search) : null, name, id, page.size + 1],
      ),
    );
    const counted = rows[0]?.counted ?? (page.after ? null : 0);
    return {
      rows: rows.map((row) => toCustomer(row, actor)),
      total: counted !== null && counted > MAX_COUNTED ? null : counted,
    };
  }
}

/** What an actor who may see this customer sees of it. */
export function toCustomer({ notificationEmail, ...row }: CustomerRow, actor: Actor): Customer {
  return {
    ...row,
    notificationEmail: seesNotificationAddress(actor, row) ? notificationEmail : null,
    viewerCanManage: canManage(actor, row),
    viewerCanChangeNotificationEmail: canChangeNotificationAddress(actor) && actor.customerId === row.id,
  };
}

/** What is selected for a `CustomerRow`. */
export const CUSTOMER_COLUMNS = `id, branch_id as "branchId", version, number, name,
  notification_email as "notificationEmail", locale, created_at as "createdAt", suspended_at as "suspendedAt"`;
