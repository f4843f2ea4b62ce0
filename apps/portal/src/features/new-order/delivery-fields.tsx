import { useQuery } from '@apollo/client/react';
import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { SitesDocument } from '@platen/graphql-client';
import { Sheet, SheetBody } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { useField } from './draft-context';
import { type DeliveryField, destinationOf, destinations, longest } from './delivery';

/** Most locations that are offered. */
const offered = 100;

/** Where the parcels go, who takes them, and on whose account. */
export function DeliveryFields({ addresses }: { readonly addresses: readonly string[] }) {
  const { t } = useTranslation();
  const { text, type } = useField('destination');
  const destination = destinationOf(text);
  return (
    <Sheet title={t('newOrder.delivery.title')}>
      <SheetBody>
        <Radio.Group label={t('newOrder.delivery.where')} value={destination} onChange={type}>
          {destinations.map((choice) => (
            <Radio
              key={choice}
              mt="xs"
              value={choice}
              label={t(`newOrder.delivery.${choice}`)}
              description={choice === 'own' && addresses.length > 0 ? addresses.join(' \u00b7 ') : undefined}
            />
          ))}
        </Radio.Group>
        {destination === 'site' && <SiteChoice />}
        {destination === 'address' && <Field field="deliveryAddress" rows={2} />}
        <Field field="contactName" />
        <Field field="contactEmail" kind="email" />
        <Field field="contactPhone" kind="tel" />
        <Field field="instructions" rows={2} />
        <Field field="costCentre" />
        <Field field="poNumber" />
      </SheetBody>
    </Sheet>
  );
}

function Field({
  field,
  kind,
  rows,
}: {
  readonly field: DeliveryField;
  readonly kind?: 'email' | 'tel';
  readonly rows?: number;
}) {
  const { t } = useTranslation();
  const { text, type, problem } = useField(field);
  const common = {
    id: field,
    label: t(`newOrder.field.${field}`),
    maxLength: longest[field],
    maw: 560,
    value: text,
    error: problem,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
  };
  if (rows) return <Textarea {...common} rows={rows} />;
  return kind ? <TextInput {...common} type={kind} inputMode={kind} /> : <TextInput {...common} />;
}

function SiteChoice() {
  const { t } = useTranslation();
  const { text, type, problem } = useField('deliverySiteId');
  const { data } = useQuery(SitesDocument, { variables: { first: offered } });
  const sites = nodesOf(data?.sites) ?? [];
  return (
    <NativeSelect
      id="deliverySiteId"
      label={t('newOrder.field.deliverySiteId')}
      maw={560}
      value={text}
      error={problem}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      data={[
        { value: '', label: t('newOrder.delivery.choose') },
        ...sites.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
