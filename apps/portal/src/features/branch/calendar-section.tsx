import { Sheet, SheetBody } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { ManySetting, TextSetting } from './setting-fields';
import { choices } from './setting-words';
import type { SectionProps } from './settings-draft';

/** The days on which the branch works. */
export function CalendarSection({ value, failure, onChange }: SectionProps<'calendar'>) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('branch.section.calendar')}>
      <SheetBody>
        <ManySetting
          path="calendar.workDays"
          label={t('branch.field.calendar.workDays')}
          value={value.workDays}
          choices={choices.workDays.map((choice) => ({ value: choice, label: t(`branch.choice.${choice}`) }))}
          failure={failure}
          onChange={(workDays) => onChange({ ...value, workDays })}
        />
        <TextSetting
          path="calendar.holidays"
          label={t('branch.field.calendar.holidays')}
          description={t('branch.reach.holidays')}
          maxLength={6}
          value={value.holidays}
          failure={failure}
          onChange={(holidays) => onChange({ ...value, holidays: holidays.toUpperCase() })}
        />
      </SheetBody>
    </Sheet>
  );
}
