import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import {
  LocationChoicesDocument,
  RegisterMachineDocument,
  type RegisteredLifecycle,
} from '@platen/graphql-client';
import { Done, FieldGroup, Form, FormActions, Note, UiLink } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { nodesOf } from '../../shared/connection';
import { CustomerChoice } from '../../shared/customer-choice';
import { newKey } from '../../shared/new-key';
import { paths } from '../../shared/paths';
import { errorAt, useCommand } from '../../shared/use-command';

const machine = ['serialNumber', 'maker', 'model', 'name', 'equipmentId'] as const;
const place = ['floor', 'room', 'department', 'costCentre'] as const;
const contact = ['contactName', 'contactEmail', 'contactPhone'] as const;
const texts = [...machine, ...place, ...contact, 'contractNumber'] as const;
type TextField = (typeof texts)[number];

interface Begin {
  readonly customerId: string;
  readonly serialNumber: string;
  readonly maker: string;
  readonly model: string;
  readonly name: string;
  readonly monitored: boolean;
}

/** Everything that is written down of a new machine; what is typed stays until it is accepted. */
export function RegisterForm({ begin }: { readonly begin: Begin }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [typed, setTyped] = useState<Partial<Record<TextField, string>>>(begin);
  const [site, setSite] = useState({ customerId: begin.customerId, siteId: '' });
  const [monitored, setMonitored] = useState(begin.monitored);
  const [lifecycle, setLifecycle] = useState<RegisteredLifecycle>('INSTALLED');
  const [start, setStart] = useState('');
  const [idempotencyKey, setKey] = useState(newKey);
  const [made, setMade] = useState<{ readonly id: string; readonly name: string }>();
  const command = useCommand(RegisterMachineDocument, (data) => data.registerDevice);
  const sites = useQuery(LocationChoicesDocument, {
    variables: { customerId: site.customerId },
    skip: site.customerId === '',
  });
  const changed = () => {
    // another machine is another command
    setKey(newKey());
    setMade(undefined);
  };
  const submit = async () => {
    const { serialNumber = '', maker = '', model = '', name = '', ...others } = typed;
    const value = Number(start);
    const done = await command.run({
      input: {
        ...Object.fromEntries(texts.map((field) => [field, (others as typeof typed)[field] ?? null])),
        ...{ serialNumber, maker, model, name, ...site, monitored, lifecycle, idempotencyKey },
        startMeters: start.trim() === '' ? [] : [{ kind: 'total', value: Number.isNaN(value) ? -1 : value }],
      },
    });
    if (!done) return;
    setMade(done.device);
    setTyped({ maker, model });
    setStart('');
    setKey(newKey());
    for (const fieldName of ['devices', 'unknownDevices', 'fleetSummary'])
      client.cache.evict({ id: 'ROOT_QUERY', fieldName });
  };
  const field = (name: TextField) => (
    <TextInput
      key={name}
      id={name}
      label={t(`register.field.${name}`)}
      maxLength={254}
      autoComplete="off"
      value={typed[name] ?? ''}
      error={errorAt(command.failure, name)}
      onChange={({ currentTarget }) => {
        setTyped({ ...typed, [name]: currentTarget.value });
        changed();
      }}
    />
  );
  const choices = (nodesOf(sites.data?.sites) ?? []).map(({ id, name, city }) => ({
    value: id,
    label: t('register.one.site', { name, city }),
  }));
  return (
    <Form onSubmit={() => void submit()}>
      {made && (
        <Done>
          {t('register.one.done', { name: made.name })}{' '}
          <UiLink href={paths.device(made.id)}>{t('register.one.open')}</UiLink>
        </Done>
      )}
      <CommandProblem failure={command.failure} />
      <CustomerChoice
        label={t('register.customer')}
        value={site.customerId}
        onChange={(customerId) => {
          setSite({ customerId, siteId: '' });
          changed();
        }}
      />
      <NativeSelect
        id="siteId"
        label={t('register.field.siteId')}
        description={t('register.field.siteIdReach')}
        data={[{ value: '', label: t('register.chooseSite') }, ...choices]}
        value={site.siteId}
        onChange={({ currentTarget }) => {
          setSite({ ...site, siteId: currentTarget.value });
          changed();
        }}
      />
      <FieldGroup legend={t('register.one.machine')}>{machine.map(field)}</FieldGroup>
      <FieldGroup legend={t('register.one.place')}>{place.map(field)}</FieldGroup>
      <FieldGroup legend={t('register.one.contact')}>{contact.map(field)}</FieldGroup>
      <FieldGroup legend={t('register.one.service')}>
        {field('contractNumber')}
        <NativeSelect
          id="lifecycle"
          label={t('register.field.lifecycle')}
          value={lifecycle}
          data={(['INSTALLED', 'PLANNED'] as const).map((state) => ({
            value: state,
            label: t(`register.lifecycle.${state}`),
          }))}
          onChange={({ currentTarget }) => {
            setLifecycle(currentTarget.value === 'PLANNED' ? 'PLANNED' : 'INSTALLED');
            changed();
          }}
        />
        <Checkbox
          label={t('register.field.monitored')}
          checked={monitored}
          onChange={({ currentTarget }) => {
            setMonitored(currentTarget.checked);
            changed();
          }}
        />
        <TextInput
          id="startMeters"
          label={t('register.field.startMeters')}
          description={t('register.field.startMetersReach')}
          inputMode="numeric"
          autoComplete="off"
          value={start}
          error={errorAt(command.failure, 'startMeters')}
          onChange={({ currentTarget }) => {
            setStart(currentTarget.value);
            changed();
          }}
        />
      </FieldGroup>
      {!monitored && <Note>{t('register.one.fromModel')}</Note>}
      <FormActions>
        <Button type="submit" loading={command.running}>
          {t('register.one.submit')}
        </Button>
      </FormActions>
    </Form>
  );
}
