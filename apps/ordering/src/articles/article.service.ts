import type { SupplyColor, SupplyKind } from '@platen/contracts';
import { type Actor, type Tx, type UnitOfWork, isId, rowsById } from '@platen/platform';
import type { ArticleEntity } from './article.entity';
import { articlesVisibleTo } from './article.policy';
import { modelKey } from './model-key';

/** An article as lists and orders show it. */
export type Article = Pick<ArticleEntity, 'id' | 'partNumber' | 'name' | 'kind' | 'color'>;

/** What a device reports of a place that needs an article. */
export interface ArticleNeed {
  readonly branchId: string;
  readonly model: string;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
}

const COLUMNS = 'a.id, a.part_number as "partNumber", a.name, a.kind, a.color';

const FITTING = `
  select ${COLUMNS} from article_fit f join article a on a.id = f.article_id
  where f.branch_id = $1 and f.model_key = $2 and f.kind = $3 and f.color = $4
    and f.accessory is null and a.retired_at is null
  order by a.yield_impressions desc nulls last, a.part_number
  limit 1`;

const BY_ID = `select ${COLUMNS} from article a where a.id = any($1::uuid[]) and a.branch_id = $2`;

/** The catalogue of each branch. */
export class ArticleService {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * The article of a branch that fits this place in any device of the model. Of several the one that lasts longest, then the first by part
   * number, so that the choice is the same each time.
   */
  async findFitting(tx: Tx, need: ArticleNeed): Promise<Article | null> {
    const parameters = [need.branchId, modelKey(need.model), need.kind, need.color];
    const [article] = await tx.query<Article>(FITTING, parameters);
    return article ?? null;
  }

  /** Articles in the order asked for; null for one of another branch as for one that does not exist. */
  async findByIds(actor: Actor, ids: readonly string[]): Promise<(Article | null)[]> {
    const scope = articlesVisibleTo(actor);
    const known = ids.filter(isId);
    if (!scope || known.length === 0) return ids.map(() => null);
    const rows = await this.work.read(actor, (tx) => tx.query<Article>(BY_ID, [known, scope.branchId]));
    return rowsById(ids, rows);
  }
}
