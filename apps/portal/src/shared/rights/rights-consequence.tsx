import { Note, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { rightWords } from './right-words';

/** What a change of rights means, before it is made: what is added, what is taken away, and what else happens. */
export function RightsConsequence({
  before,
  after,
  same,
  also,
}: {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** nothing was changed so far */
  readonly same: boolean;
  readonly also: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = (rights: readonly string[]) => format.list(rights.map((right) => rightWords(right, t)));
  const added = after.filter((right) => !before.includes(right));
  const removed = before.filter((right) => !after.includes(right));
  if (same) return <Note>{t('rights.nothingChanged')}</Note>;
  return (
    <Note>
      {added.length > 0 && <p>{t('rights.added', { rights: words(added) })}</p>}
      {removed.length > 0 && <p>{t('rights.removed', { rights: words(removed) })}</p>}
      <p>{also}</p>
    </Note>
  );
}
