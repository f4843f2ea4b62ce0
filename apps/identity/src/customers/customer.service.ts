import { type Actor, type Page, type UnitOfWork, containing, isId, rowsById } from '@platen/platform';
import { visibleTo } from './customer.policy';

/** A customer as those who may see it see it. */
export interface Customer {
  readonly id: string;
  readonly branchId: string;
  readonly number: string;
  readonly name: string;
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
    return this.work.read(actor, async (tx) =>
      rowsById(
        ids,
        await tx.query<Customer>(
          `select ${COLUMNS} from customer where ${column} = $1 and id = any($2::uuid[])`,
          [is, ids.filter(isId)],
        ),
      ),
    );
  }

  /** The customers that the actor looks after, by name. @param search  part of a name or number */
  async list(actor: Actor, page: Page, search: string | null): Promise<CustomerPage> {
    const { column, is } = visibleTo(actor);
    const [name, id] = page.after ?? [null, null];
    const matching = `${column} = $1 and ($2::text is null or name ilike $2 or number ilike $2)`;
    const rows = await this.work.read(actor, (tx) =>
      tx.query<Customer & { counted: number }>(
        `select ${COLUMNS},
                (select count(*)::int from (select from customer where ${matching} limit ${MAX_COUNTED + 1}) c) as counted
         from customer
         where ${matching} and ($3::text is null or (name, id) > ($3, $4::uuid))
         order by name, id limit $5`,
        [is, search ? containing(search) : null, name, id, page.size + 1],
      ),
    );
    const counted = rows[0]?.counted ?? (page.after ? null : 0);
    return { rows, total: counted !== null && counted > MAX_COUNTED ? null : counted };
  }
}

const COLUMNS = 'id, branch_id as "branchId", number, name';
