import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../shared/language';
import { type CommandFailure, errorAt } from '../../shared/use-command';

/** What the branch knows of a customer, as it is typed. */
export interface TypedCustomer {
  readonly number: string;
  readonly name: string;
  readonly notificationEmail: string;
  readonly locale: string;
}

/** The fields that registering and changing a customer have in common. */
export function CustomerFields({
  value,
  failure,
  onChange,
}: {
  readonly value: TypedCustomer;
  readonly failure: CommandFailure | undefined;
  readonly onChange: (next: TypedCustomer) => void;
}) {
  const { t } = useTranslation();
  const text = (field: 'number' | 'name' | 'notificationEmail') => ({
    id: field,
    value: value[field],
    error: errorAt(failure, field),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...value, [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput label={t('customers.field.name')} maxLength={160} autoComplete="off" {...text('name')} />
      <TextInput
        label={t('customers.field.number')}
        description={t('customers.field.numberReach')}
        maxLength={40}
        autoComplete="off"
        {...text('number')}
      />
      <TextInput
        label={t('customers.field.notificationEmail')}
        description={t('customers.field.notificationEmailReach')}
        type="email"
        inputMode="email"
        autoComplete="off"
        {...text('notificationEmail')}
      />
      <NativeSelect
        id="locale"
        label={t('customers.field.locale')}
        value={value.locale}
        error={errorAt(failure, 'locale')}
        onChange={(event) => onChange({ ...value, locale: event.currentTarget.value })}
        data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
      />
    </>
  );
}
