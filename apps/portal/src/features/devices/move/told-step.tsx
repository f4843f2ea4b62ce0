import { Checkbox } from '@mantine/core';
import { Note } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { personName } from '../../../shared/person-name';
import type { MoveDraft, MovePreview } from './move-draft';

/** Who gets a letter. */
export function ToldStep({
  preview: { people, contactName, contactEmail },
  draft: { told, tellSiteContact },
  onChange,
}: {
  readonly preview: MovePreview;
  readonly draft: MoveDraft;
  readonly onChange: (changes: Partial<MoveDraft>) => void;
}) {
  const { t } = useTranslation();
  const known = people.flatMap(({ userId, user }) => (user ? [{ userId, user }] : []));
  return (
    <>
      <Note>{known.length > 0 || contactEmail ? t('move.toldHint') : t('move.nobodyToTell')}</Note>
      {known.map(({ userId, user }) => (
        <Checkbox
          key={userId}
          label={personName(user)}
          checked={told.includes(userId)}
          onChange={({ currentTarget }) =>
            onChange({ told: currentTarget.checked ? [...told, userId] : told.filter((id) => id !== userId) })
          }
        />
      ))}
      {contactEmail && (
        <Checkbox
          label={t('move.tellContact', { name: contactName ?? contactEmail })}
          checked={tellSiteContact}
          onChange={({ currentTarget }) => onChange({ tellSiteContact: currentTarget.checked })}
        />
      )}
    </>
  );
}
