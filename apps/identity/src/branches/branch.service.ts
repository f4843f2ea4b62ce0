import type { BranchSettings, Locale } from '@platen/contracts';
import { type Actor, type UnitOfWork, isId, rowsById } from '@platen/platform';

/** A branch as the others see it. */
export interface Branch {
  readonly id: string;
  readonly code: string;
  readonly settings: BranchSettings;
}

/** Finds branches. What they show is public: there is nothing to hide from anybody. */
export class BranchService {
  constructor(private readonly work: UnitOfWork) {}

  /** In the order of the ids, null for an unknown one. */
  findByIds(actor: Actor, ids: readonly string[]): Promise<(Branch | null)[]> {
    return this.work.read(actor, async (tx) =>
      rowsById(ids, await tx.query<Branch>(BY_IDS, [ids.filter(isId)])),
    );
  }

  /**
   * The branch whose sign-in page this is: the named one, else the actor's own, else one that speaks his language,
   * else the first.
   * @returns null when the code is unknown, or no branch is set up yet
   */
  async findForPage(actor: Actor, code: string | null): Promise<Branch | null> {
    if (code === null && actor.branchId) return (await this.findByIds(actor, [actor.branchId]))[0] ?? null;
    const [branch] = await this.work.read(actor, (tx) =>
      code === null
        ? tx.query<Branch>(BY_LOCALE, [actor.locale satisfies Locale])
        : tx.query<Branch>(BY_CODE, [code.replaceAll('\0', '')]),
    );
    return branch ?? null;
  }
}

const BY_IDS = `select id, code, settings from branch where id = any($1::uuid[])`;
const BY_CODE = `select id, code, settings from branch where upper(code) = upper($1)`;
const BY_LOCALE = `select id, code, settings from branch order by settings->>'locale' <> $1, code limit 1`;
