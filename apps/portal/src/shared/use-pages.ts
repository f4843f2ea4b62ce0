import type { More } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Rows that a list shows and fetches at a time. */
export const pageSize = 25;

/**
 * The "show more" of a list by cursor.
 * @param cursor  of the next page, undefined at the end
 * @param fetchMore  Apollo's, given the cursor; the cache joins the pages
 */
export function useMore(
  cursor: string | undefined,
  fetchMore: (options: { variables: { after: string } }) => Promise<unknown>,
): More | undefined {
  const { t } = useTranslation();
  const [loading, setLoading] = useState(false);
  if (cursor === undefined) return undefined;
  const onMore = () => {
    setLoading(true);
    // a failure shows in the list's own error; the rows so far stay
    fetchMore({ variables: { after: cursor } }).then(
      () => setLoading(false),
      () => setLoading(false),
    );
  };
  return { label: t('list.more'), loading, onMore };
}
