import { type Locale, locales } from '@platen/contracts';
import { type Result, err, ok } from '@platen/kernel';
import { type Actor, type Tx, type UnitOfWork, isId, rowsById } from '@platen/platform';
import type { LocaleUnknown, NotAPerson } from './user.errors';
import { pseudonymOf } from './pseudonym';
import { canUpdateLocale, visibleTo } from './user.policy';

/** A user as those who may see him see him. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
  readonly locale: Locale;
  readonly roleName: string;
}

/** Finds and changes people. */
export class UserService {
  constructor(private readonly work: UnitOfWork) {}

  /** In the order of the ids, null for one that the actor may not see as for one that does not exist (C6). */
  findByIds(actor: Actor, ids: readonly string[]): Promise<(User | null)[]> {
    return this.work.read(actor, async (tx) => rowsById(ids, await select(tx, actor, ids)));
  }

  async updateMyLocale(actor: Actor, locale: string): Promise<Result<User, LocaleUnknown | NotAPerson>> {
    const known = locales.find((candidate) => candidate === locale);
    if (!known) return err({ code: 'LOCALE_UNKNOWN' });
    if (!canUpdateLocale(actor) || !actor.id) return err({ code: 'NOT_A_PERSON' });
    const id = actor.id;
    return this.work.write(actor, async (tx) => {
      await tx.query('update user_account set locale = $2 where id = $1', [id, known]);
      const [user] = await select(tx, actor, [id]);
      return user ? ok(user) : err({ code: 'NOT_A_PERSON' });
    });
  }
}

async function select(tx: Tx, actor: Actor, ids: readonly string[]): Promise<User[]> {
  const { column, is } = visibleTo(actor);
  const rows = await tx.query<User & { erased: boolean }>(
    `select person.id, person.email, person.first_name as "firstName", person.last_name as "lastName", person.phone,
            person.locale, role.name as "roleName", person.erased_at is not null as erased
     from user_account person join role on role.id = person.role_id
     where person.${column} = $1 and person.id = any($2::uuid[])`,
    [is, ids.filter(isId)],
  );
  return rows.map((row) => (row.erased ? { ...row, firstName: pseudonymOf(actor.locale, row.id) } : row));
}
