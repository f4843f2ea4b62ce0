import { Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberSetting, TextSetting } from './setting-fields';
import { type SectionProps, wholeNumber } from './settings-draft';

/** When readings of machines that nobody watches are due, and who is reminded how. */
export function MetersSection({ value, failure, onChange }: SectionProps<'meters'>) {
  const { t } = useTranslation();
  const [reminders, setReminders] = useState(value.reminderDaysBefore.join(', '));
  const number = (field: 'dueDay' | 'linkValidDays' | 'correctionDays') => (
    <NumberSetting
      path={`meters.${field}`}
      label={t(`branch.field.meters.${field}`)}
      value={value[field]}
      failure={failure}
      onChange={(next) => onChange({ ...value, [field]: next ?? 0 })}
    />
  );
  const remind = (typed: string) => {
    setReminders(typed);
    const days = typed.split(',').filter((part) => part.trim() !== '');
    onChange({ ...value, reminderDaysBefore: days.map(wholeNumber) });
  };
  return (
    <Sheet title={t('branch.section.meters')}>
      <SheetBody>
        {number('dueDay')}
        <TextSetting
          path="meters.reminderDaysBefore"
          label={t('branch.field.meters.reminderDaysBefore')}
          description={t('branch.reach.reminderDaysBefore')}
          maxLength={40}
          value={reminders}
          failure={failure}
          onChange={remind}
        />
        {number('linkValidDays')}
        {number('correctionDays')}
      </SheetBody>
    </Sheet>
  );
}
