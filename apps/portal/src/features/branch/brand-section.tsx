import { Sheet, SheetBody } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { TextSetting } from './setting-fields';
import type { SectionProps } from './settings-draft';

/** How mails and pages name themselves. */
export function BrandSection({ value, failure, onChange }: SectionProps<'brand'>) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('branch.section.brand')}>
      <SheetBody>
        <TextSetting
          path="brand.name"
          label={t('branch.field.brand.name')}
          maxLength={60}
          value={value.name}
          failure={failure}
          onChange={(name) => onChange({ ...value, name })}
        />
        <TextSetting
          path="brand.color"
          label={t('branch.field.brand.color')}
          description={t('branch.reach.color')}
          maxLength={7}
          value={value.color}
          failure={failure}
          onChange={(color) => onChange({ ...value, color: color.toLowerCase() })}
        />
        <TextSetting
          path="brand.logoUrl"
          label={t('branch.field.brand.logoUrl')}
          type="url"
          maxLength={500}
          value={value.logoUrl}
          failure={failure}
          onChange={(logoUrl) => onChange({ ...value, logoUrl })}
        />
      </SheetBody>
    </Sheet>
  );
}
