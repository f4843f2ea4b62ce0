import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Checkbox, MultiSelect, TextInput } from '@mantine/core';
import {
  CreateModelDocument,
  MeterKindsDocument,
  type ModelRowFragment,
  UpdateModelDocument,
} from '@platen/graphql-client';
import { Done, Form, FormActions } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { newKey } from '../../shared/new-key';
import { paths } from '../../shared/paths';
import { errorAt, useCommand } from '../../shared/use-command';
import { type TypedSlot, SlotFields } from './slot-fields';

/** A whole number as typed; nothing typed is null, anything else is told by the service. */
const numberIn = (text: string): number | null => {
  if (text.trim() === '') return null;
  const value = Number(text);
  return Number.isInteger(value) ? value : -1;
};

const begin = (model: ModelRowFragment | undefined) => ({
  maker: model?.maker ?? '',
  model: model?.model ?? '',
  color: model?.color ?? false,
  a3: model?.a3 ?? false,
  monthlyFrom: String(model?.monthlyFrom ?? ''),
  monthlyTo: String(model?.monthlyTo ?? ''),
  meterKinds: [...(model?.meterKinds ?? ['total'])],
  slots: (model?.slots ?? []).map(({ slot, kind, color, description }): TypedSlot => {
    return { slot, kind, color, description };
  }),
});

/** What the catalogue knows of a model: without one given, a new one is made. */
export function ModelForm({ model }: { readonly model?: ModelRowFragment }) {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useApolloClient();
  const [typed, setTyped] = useState(() => begin(model));
  const kinds = useQuery(MeterKindsDocument).data?.meterKinds;
  const [saved, setSaved] = useState(false);
  const [idempotencyKey, setKey] = useState(newKey);
  const create = useCommand(CreateModelDocument, (data) => data.createDeviceModel);
  const update = useCommand(UpdateModelDocument, (data) => data.updateDeviceModel);
  const failure = create.failure ?? update.failure;
  const change = (next: Partial<typeof typed>) => {
    setTyped({ ...typed, ...next });
    setSaved(false);
    // another model is another command
    setKey(newKey());
  };
  const submit = async () => {
    const facts = {
      ...typed,
      monthlyFrom: numberIn(typed.monthlyFrom),
      monthlyTo: numberIn(typed.monthlyTo),
      slots: typed.slots.map((slot) => ({
        ...slot,
        class: slot.kind === 'WASTE' ? ('RECEPTACLE' as const) : ('CONSUMED' as const),
      })),
    };
    if (model) return setSaved(Boolean(await update.run({ input: { modelId: model.id, facts } })));
    const made = await create.run({ input: { idempotencyKey, facts } });
    if (!made) return;
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'deviceModels' });
    router.history.push(paths.model(made.model.id));
  };
  const field = (name: 'maker' | 'model' | 'monthlyFrom' | 'monthlyTo') => ({
    id: name,
    label: t(`models.field.${name}`),
    value: typed[name],
    error: errorAt(failure, name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <Form label={t('models.facts')} onSubmit={() => void submit()}>
      {saved && <Done>{t('models.saved')}</Done>}
      <CommandProblem failure={failure} />
      <TextInput {...field('maker')} maxLength={120} />
      <TextInput {...field('model')} maxLength={120} description={t('models.field.modelReach')} />
      <Checkbox
        label={t('models.field.color')}
        checked={typed.color}
        onChange={({ currentTarget }) => change({ color: currentTarget.checked })}
      />
      <Checkbox
        label={t('models.field.a3')}
        checked={typed.a3}
        onChange={({ currentTarget }) => change({ a3: currentTarget.checked })}
      />
      <TextInput {...field('monthlyFrom')} inputMode="numeric" />
      <TextInput {...field('monthlyTo')} inputMode="numeric" />
      <MultiSelect
        id="meterKinds"
        label={t('models.field.meterKinds')}
        description={t('models.field.meterKindsReach')}
        searchable
        data={(kinds ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        value={typed.meterKinds}
        error={errorAt(failure, 'meterKinds')}
        onChange={(meterKinds) => change({ meterKinds })}
      />
      <SlotFields slots={typed.slots} failure={failure} onChange={(slots) => change({ slots })} />
      <FormActions>
        <Button type="submit" loading={create.running || update.running}>
          {t(model ? 'models.save' : 'models.add')}
        </Button>
      </FormActions>
    </Form>
  );
}
