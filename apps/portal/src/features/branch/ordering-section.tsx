import { Sheet, SheetBody } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { ManySetting, NumberSetting, TextSetting } from './setting-fields';
import { choices } from './setting-words';
import type { SectionProps } from './settings-draft';

/** R50, R57: what can be ordered, and when it is expected. */
export function OrderingSection({ value, failure, onChange }: SectionProps<'ordering'>) {
  const { t } = useTranslation();
  const number = (
    field: 'orderNumberStart' | 'deliveryDaysBeforeCutOff' | 'deliveryDaysAfterCutOff' | 'reorderPercent',
  ) => (
    <NumberSetting
      path={`ordering.${field}`}
      label={t(`branch.field.ordering.${field}`)}
      value={value[field]}
      failure={failure}
      onChange={(next) => onChange({ ...value, [field]: next ?? 0 })}
    />
  );
  return (
    <Sheet title={t('branch.section.ordering')}>
      <SheetBody>
        <ManySetting
          path="ordering.orderableKinds"
          label={t('branch.field.ordering.orderableKinds')}
          value={value.orderableKinds}
          choices={choices.orderableKinds.map((choice) => ({
            value: choice,
            label: t(`branch.choice.${choice}`),
          }))}
          failure={failure}
          onChange={(orderableKinds) => onChange({ ...value, orderableKinds })}
        />
        <TextSetting
          path="ordering.cutOff"
          label={t('branch.field.ordering.cutOff')}
          description={t('branch.reach.cutOff')}
          maxLength={5}
          value={value.cutOff}
          failure={failure}
          onChange={(cutOff) => onChange({ ...value, cutOff })}
        />
        {number('deliveryDaysBeforeCutOff')}
        {number('deliveryDaysAfterCutOff')}
        {number('reorderPercent')}
        {number('orderNumberStart')}
      </SheetBody>
    </Sheet>
  );
}
