import type { Article } from './article.service';
import type { ArticleType } from './article.type';

/** An article as the graph shows it. */
export function toArticleType(article: Article): ArticleType {
  return { ...article, color: article.color === 'none' ? null : article.color };
}
