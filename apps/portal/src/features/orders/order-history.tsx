import type { OrderEntryFragment } from '@platen/graphql-client';
import { Sheet, SheetBody, TwoLines, useFormat } from '@platen/ui';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { personName } from '../../shared/person-name';
import { entryWords } from './entry-words';

/** What happened to an order, when, and by whom; oldest first. */
export function OrderHistory({ entries }: { readonly entries: readonly OrderEntryFragment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Sheet title={t('orders.history.title')}>
      <SheetBody>
        <ol aria-label={t('orders.history.title')}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <TwoLines
                plain
                first={entryWords(entry, t, format)}
                second={t('orders.history.byAt', {
                  who: whoWords(entry, t),
                  moment: format.moment(entry.happenedAt),
                })}
              />
            </li>
          ))}
        </ol>
      </SheetBody>
    </Sheet>
  );
}

/** The person where the reader may know; else on whose side. */
function whoWords({ actor, actorKind }: OrderEntryFragment, t: TFunction): string {
  if (actor) return personName(actor);
  switch (actorKind) {
    case 'user':
      return t('orders.history.user');
    case 'staff':
      return t('orders.history.staff');
    case 'partner':
      return t('orders.history.partner');
    default:
      return t('orders.history.system');
  }
}
