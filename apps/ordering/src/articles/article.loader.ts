import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import type { ArticleService } from './article.service';
import type { ArticleType } from './article.type';
import { toArticleType } from './to-article-type';

/** Articles of one request, each read once. */
export function articleLoader(
  context: GraphqlContext,
  articles: ArticleService,
): DataLoader<string, ArticleType | null> {
  return context.loader(
    'articles',
    () =>
      new DataLoader(async (ids) =>
        (await articles.findByIds(context.actor, ids)).map((article) => article && toArticleType(article)),
      ),
  );
}
