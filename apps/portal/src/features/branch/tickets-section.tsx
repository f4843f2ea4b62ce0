import { Sheet, SheetBody } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { ChoiceSetting, NumberSetting } from './setting-fields';
import { choices } from './setting-words';
import type { SectionProps } from './settings-draft';

/** R42, R47: service requests. */
export function TicketsSection({ value, failure, onChange }: SectionProps<'tickets'>) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('branch.section.tickets')}>
      <SheetBody>
        <ChoiceSetting
          path="tickets.confirmationTo"
          label={t('branch.field.tickets.confirmationTo')}
          value={value.confirmationTo}
          choices={choices.confirmationTo.map((choice) => ({
            value: choice,
            label: t(`branch.choice.${choice}`),
          }))}
          failure={failure}
          onChange={(confirmationTo) => onChange({ ...value, confirmationTo })}
        />
        <NumberSetting
          path="tickets.historyWindowDays"
          label={t('branch.field.tickets.historyWindowDays')}
          description={t('branch.reach.historyWindowDays')}
          value={value.historyWindowDays}
          failure={failure}
          onChange={(historyWindowDays) => onChange({ ...value, historyWindowDays })}
        />
        <NumberSetting
          path="tickets.numberStart"
          label={t('branch.field.tickets.numberStart')}
          value={value.numberStart}
          failure={failure}
          onChange={(start) => onChange({ ...value, numberStart: start ?? 0 })}
        />
      </SheetBody>
    </Sheet>
  );
}
