import type { Locale } from '@platen/contracts';
import type { Page, Tx } from '@platen/platform';

/** Exactly one. */
export type ApplicationState = 'OPEN' | 'EXPIRED' | 'APPROVED' | 'DECLINED';

/** An application as the administrator sees it. */
export interface Application {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly message: string | null;
  readonly locale: Locale;
  readonly state: ApplicationState;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedById: string | null;
}

/** Newest first; one row more than the page's size when there is a next page. */
export function listApplications(
  tx: Tx,
  customerId: string,
  page: Page,
  state: ApplicationState | null,
): Promise<(Application & { readonly total: number })[]> {
  return tx.query(LIST, [customerId, state, page.after?.[0] ?? null, page.size + 1]);
}

/** @returns null for another organisation's as for none */
export async function findApplication(tx: Tx, customerId: string, id: string): Promise<Application | null> {
  const [found] = await tx.query<Application>(FIND, [customerId, id]);
  return found ?? null;
}

const STATE = `case when decision is not null then upper(decision)
                     when expires_at <= now() then 'EXPIRED' else 'OPEN' end`;

const COLUMNS = `
  id, email, first_name as "firstName", last_name as "lastName", phone, message, locale, ${STATE} as state,
  created_at as "createdAt", expires_at as "expiresAt", decided_at as "decidedAt", decided_by as "decidedById"`;

const MATCHING = `customer_id = $1 and ($2::text is null or ${STATE} = $2)`;

const LIST = `
  select ${COLUMNS}, (select count(*)::int from application where ${MATCHING}) as total
  from application where ${MATCHING} and ($3::uuid is null or id < $3) order by id desc limit $4`;

const FIND = `select ${COLUMNS} from application where customer_id = $1 and id = $2`;
