import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CommandFailure, errorAt } from './use-command';

/** What a person types of himself (R16). */
export interface PersonTyped {
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
}

const autoComplete = { firstName: 'given-name', lastName: 'family-name', phone: 'tel' } as const;

/** First name, last name, telephone: all three are asked for. Their ids are the paths of their problems. */
export function PersonFields({
  value,
  failure,
  onChange,
}: {
  readonly value: PersonTyped;
  readonly failure: CommandFailure | undefined;
  readonly onChange: (value: PersonTyped) => void;
}) {
  const { t } = useTranslation();
  return (['firstName', 'lastName', 'phone'] as const).map((field) => (
    <TextInput
      key={field}
      id={field}
      name={field}
      type={field === 'phone' ? 'tel' : 'text'}
      label={t(`person.${field}`)}
      description={field === 'phone' && t('person.phoneHelp')}
      autoComplete={autoComplete[field]}
      maxLength={field === 'phone' ? 40 : 80}
      value={value[field]}
      error={errorAt(failure, field)}
      onChange={({ currentTarget }) => onChange({ ...value, [field]: currentTarget.value })}
    />
  ));
}
