import { TextInput } from '@mantine/core';
import { Facts } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import type { MoveDraft, MovePreview } from './move-draft';

/** What goes along: where deliveries go from then on, who takes them, and the contract. */
export function FollowsStep({
  preview,
  draft,
  managing,
  errorAt,
  onChange,
}: {
  readonly preview: MovePreview;
  readonly draft: MoveDraft;
  /** the provider's people, who may name another contract */
  readonly managing: boolean;
  readonly errorAt: (path: string) => string | undefined;
  readonly onChange: (changes: Partial<MoveDraft>) => void;
}) {
  const { t } = useTranslation();
  const { site, contactName, contractNumber } = preview;
  return (
    <>
      <Facts
        facts={[
          [
            t('move.address'),
            site ? `${site.name}, ${site.street}, ${site.postalCode} ${site.city}` : draft.site.label,
          ],
          [t('move.contact'), contactName ?? t('move.noContact')],
          [t('devices.fact.contract'), contractNumber ?? t('move.noContract')],
        ]}
      />
      {managing && (
        <TextInput
          id="contractNumber"
          label={t('move.newContract')}
          description={t('move.newContractHint')}
          maxLength={60}
          value={draft.contract}
          error={errorAt('contractNumber')}
          onChange={({ currentTarget }) => onChange({ contract: currentTarget.value })}
        />
      )}
    </>
  );
}
