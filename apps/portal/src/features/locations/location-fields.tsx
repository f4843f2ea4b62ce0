import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CommandFailure, errorAt } from '../../shared/use-command';

/** A location as it is typed. */
export interface TypedLocation {
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly deliveryContactName: string;
  readonly deliveryContactEmail: string;
  readonly deliveryContactPhone: string;
  readonly deliveryInstructions: string;
}

const longest: Readonly<Record<keyof TypedLocation, number>> = {
  name: 120,
  street: 160,
  postalCode: 16,
  city: 80,
  country: 2,
  deliveryContactName: 120,
  deliveryContactEmail: 254,
  deliveryContactPhone: 40,
  deliveryInstructions: 1000,
};

/** The fields that adding and changing a location have in common. */
export function LocationFields({
  value,
  failure,
  onChange,
}: {
  readonly value: TypedLocation;
  readonly failure: CommandFailure | undefined;
  readonly onChange: (next: TypedLocation) => void;
}) {
  const { t } = useTranslation();
  const field = (name: keyof TypedLocation) => ({
    id: name,
    label: t(`locations.field.${name}`),
    maxLength: longest[name],
    value: value[name],
    error: errorAt(failure, name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...value, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput {...field('name')} description={t('locations.field.nameReach')} />
      <TextInput {...field('street')} />
      <TextInput {...field('postalCode')} />
      <TextInput {...field('city')} />
      <TextInput {...field('country')} description={t('locations.field.countryReach')} />
      <TextInput {...field('deliveryContactName')} description={t('locations.field.contactReach')} />
      <TextInput {...field('deliveryContactEmail')} type="email" inputMode="email" />
      <TextInput {...field('deliveryContactPhone')} type="tel" inputMode="tel" />
      <Textarea
        {...field('deliveryInstructions')}
        description={t('locations.field.instructionsReach')}
        rows={3}
      />
    </>
  );
}
