import { Button, Checkbox } from '@mantine/core';
import { FormActions, Sheet, SheetBody } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../shared/language';
import classes from './rows.module.css';
import { ChoiceSetting, NumberSetting, TextSetting } from './setting-fields';
import type { SectionProps } from './settings-draft';

/** Name, language, place and money. */
export function GeneralSection({ value, failure, onChange }: SectionProps<'general'>) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('branch.section.general')}>
      <SheetBody>
        <TextSetting
          path="general.name"
          label={t('branch.field.general.name')}
          maxLength={120}
          value={value.name}
          failure={failure}
          onChange={(name) => onChange({ ...value, name })}
        />
        <ChoiceSetting
          path="general.locale"
          label={t('branch.field.general.locale')}
          value={value.locale}
          choices={languages.map((language) => ({
            value: language,
            label: languageNames[language],
          }))}
          failure={failure}
          onChange={(locale) => onChange({ ...value, locale })}
        />
        <TextSetting
          path="general.timeZone"
          label={t('branch.field.general.timeZone')}
          description={t('branch.reach.timeZone')}
          value={value.timeZone}
          failure={failure}
          onChange={(timeZone) => onChange({ ...value, timeZone })}
        />
        <TextSetting
          path="general.currency"
          label={t('branch.field.general.currency')}
          description={t('branch.reach.currency')}
          maxLength={3}
          value={value.currency}
          failure={failure}
          onChange={(currency) => onChange({ ...value, currency: currency.toUpperCase() })}
        />
        <VatRates value={value} failure={failure} onChange={onChange} />
        <NumberSetting
          path="general.silentAfterHours"
          label={t('branch.field.general.silentAfterHours')}
          value={value.silentAfterHours}
          failure={failure}
          onChange={(hours) => onChange({ ...value, silentAfterHours: hours ?? 0 })}
        />
        <NumberSetting
          path="general.invoiceNumberStart"
          label={t('branch.field.general.invoiceNumberStart')}
          value={value.invoiceNumberStart}
          failure={failure}
          onChange={(start) => onChange({ ...value, invoiceNumberStart: start ?? 0 })}
        />
        <Checkbox
          id="general.marketingConsent"
          label={t('branch.field.general.marketingConsent')}
          checked={value.marketingConsent}
          onChange={({ currentTarget }) => onChange({ ...value, marketingConsent: currentTarget.checked })}
        />
      </SheetBody>
    </Sheet>
  );
}

function VatRates({ value, failure, onChange }: SectionProps<'general'>) {
  const { t } = useTranslation();
  const { vatRates } = value;
  const change = (index: number, next: Partial<(typeof vatRates)[number]>) =>
    onChange({
      ...value,
      vatRates: vatRates.map((rate, at) => (at === index ? { ...rate, ...next } : rate)),
    });
  return (
    <fieldset className={classes.rows}>
      <legend>{t('branch.vatRates')}</legend>
      {vatRates.map((rate, index) => (
        <div key={index} className={classes.row}>
          <TextSetting
            path={`general.vatRates.${index}.name`}
            label={t('branch.vatName')}
            maxLength={40}
            value={rate.name}
            failure={failure}
            onChange={(name) => change(index, { name })}
          />
          <TextSetting
            path={`general.vatRates.${index}.percent`}
            label={t('branch.vatPercent')}
            maxLength={5}
            value={rate.percent}
            failure={failure}
            onChange={(percent) => change(index, { percent })}
          />
          <Button
            variant="default"
            onClick={() => onChange({ ...value, vatRates: vatRates.filter((_, at) => at !== index) })}
          >
            {t('branch.remove')}
          </Button>
        </div>
      ))}
      <FormActions>
        <Button
          variant="default"
          onClick={() =>
            onChange({ ...value, vatRates: [...vatRates, { __typename: 'VatRate', name: '', percent: '' }] })
          }
        >
          {t('branch.addVat')}
        </Button>
      </FormActions>
    </fieldset>
  );
}
