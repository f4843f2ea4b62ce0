import { Sheet, SheetBody } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { choices } from './setting-words';
import { ChoiceSetting } from './setting-fields';
import type { SectionProps } from './settings-draft';

/** R15, S1, R5: how people come in, and who helps when they forgot their password. */
export function RegistrationSection({ value, failure, onChange }: SectionProps<'registration'>) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('branch.section.registration')}>
      <SheetBody>
        <ChoiceSetting
          path="registration.policy"
          label={t('branch.field.registration.policy')}
          value={value.policy}
          choices={choices.policy.map((choice) => ({ value: choice, label: t(`branch.choice.${choice}`) }))}
          failure={failure}
          onChange={(policy) => onChange({ ...value, policy })}
        />
        <ChoiceSetting
          path="registration.passwordHelp"
          label={t('branch.field.registration.passwordHelp')}
          value={value.passwordHelp}
          choices={choices.passwordHelp.map((choice) => ({
            value: choice,
            label: t(`branch.choice.${choice}`),
          }))}
          failure={failure}
          onChange={(passwordHelp) => onChange({ ...value, passwordHelp })}
        />
      </SheetBody>
    </Sheet>
  );
}
