import { locales } from '@platen/contracts';
import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Page, type Tx, type UnitOfWork, isId, rowsById } from '@platen/platform';
import type { LocaleUnknown, NotAPerson } from './user.errors';
import { type UserFilter, type UserPage, listPeople } from './user-list';
import { noteLook } from './user-look';
import { canUpdateLocale, peopleVisibleTo, visibleTo } from './user.policy';
import { USER_COLUMNS, USER_TABLES, type User, type UserRow, toUser } from './user.row';

/** Finds people, and changes what everybody changes of himself. */
export class UserService {
  constructor(private readonly work: UnitOfWork) {}

  /** In the order of the ids, null for one that the actor may not see as for one that does not exist (C6). */
  async findByIds(actor: Actor, ids: readonly string[]): Promise<(User | null)[]> {
    const people = await this.work.read(actor, (tx) => selectUsers(tx, actor, ids));
    await noteLook(this.work, actor, people);
    return rowsById(ids, people);
  }

  /**
   * The people of an organisation by name; those who were erased only when asked for.
   * @param customerId  null: the actor's own; one that he does not look after has nobody (C6)
   */
  async list(actor: Actor, customerId: string | null, filter: UserFilter, page: Page): Promise<UserPage> {
    const owner = peopleVisibleTo(actor, customerId);
    if (!owner || !isId(owner.customerId)) return { rows: [], total: 0 };
    const found = await this.work.read(actor, (tx) => listPeople(tx, owner, filter, page));
    const rows = found.rows.map((row) => toUser(row, actor));
    await noteLook(this.work, actor, rows.slice(0, page.size));
    return { rows, total: found.total };
  }

  async updateMyLocale(actor: Actor, locale: string): Promise<Result<User, LocaleUnknown | NotAPerson>> {
    const known = locales.find((candidate) => candidate === locale);
    if (!known) return err({ code: 'LOCALE_UNKNOWN' });
    if (!canUpdateLocale(actor) || !actor.id) return err({ code: 'NOT_A_PERSON' });
    const id = actor.id;
    return this.work.write(actor, async (tx) => {
      await tx.query('update user_account set locale = $2 where id = $1', [id, known]);
      const [user] = await selectUsers(tx, actor, [id]);
      return user ? ok(user) : err({ code: 'NOT_A_PERSON' });
    });
  }
}

/** Those of these people whom the actor may see, in no order. */
export async function selectUsers(tx: Tx, actor: Actor, ids: readonly string[]): Promise<User[]> {
  const { column, is } = visibleTo(actor);
  const rows = await tx.query<UserRow>(
    `select ${USER_COLUMNS} from ${USER_TABLES} where person.${column} = $1 and person.id = any($2::uuid[])`,
    [is, ids.filter(isId)],
  );
  return rows.map((row) => toUser(row, actor));
}
