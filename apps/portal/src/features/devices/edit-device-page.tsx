import { Button, TextInput } from '@mantine/core';
import { type DeviceRecordFragment, UpdateDeviceDocument } from '@platen/graphql-client';
import { FieldGroup, Form, FormActions, Note, Sheet, SheetBody } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { CommandProblem } from '../../shared/command-problem';
import { newKey } from '../../shared/new-key';
import { paths } from '../../shared/paths';
import { errorAt, useCommand } from '../../shared/use-command';
import { useRight } from '../../shared/viewer';
import { DeviceFormFrame, type DeviceInForm } from './device-form-frame';

const route = getRouteApi('/in/machines/$deviceId/edit');

const groups = {
  machine: ['name', 'equipmentId'],
  place: ['floor', 'room', 'department', 'costCentre'],
  contact: ['contactName', 'contactEmail', 'contactPhone'],
} as const;
const fields = [...groups.machine, ...groups.place, ...groups.contact] as const;
type Field = (typeof fields)[number] | 'contractNumber';

/** What people know of a machine: its name, where in the building it stands, whose cost it is, whom to ask. */
export function EditDevicePage() {
  const { t } = useTranslation();
  const { deviceId } = route.useParams();
  return (
    <DeviceFormFrame deviceId={deviceId} title={t('devices.edit.title')}>
      {(device) => <EditForm device={device} />}
    </DeviceFormFrame>
  );
}

function EditForm({ device }: { readonly device: DeviceInForm }) {
  const { t } = useTranslation();
  const router = useRouter();
  const managing = useRight('device:manage');
  const [seen, setSeen] = useState<DeviceRecordFragment>(device);
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const { run, running, failure } = useCommand(UpdateDeviceDocument, (data) => data.updateDevice);
  const meanwhile =
    failure?.kind === 'refused' && failure.answer.__typename === 'DeviceChangedMeanwhileError'
      ? failure.answer.device
      : undefined;
  const now = meanwhile ?? seen;
  const shown: readonly Field[] = managing ? [...fields, 'contractNumber'] : fields;
  const changed = shown.filter((field) => typed[field] !== undefined && typed[field] !== (now[field] ?? ''));
  const elsewhere = shown.filter((field) => meanwhile && meanwhile[field] !== seen[field]);

  const save = async () => {
    const values = Object.fromEntries(changed.map((field) => [field, typed[field]]));
    const saved = await run({
      input: { idempotencyKey: newKey(), deviceId: device.id, expectedVersion: now.version, ...values },
    });
    if (saved) router.history.push(paths.device(device.id));
    else if (meanwhile) setSeen(meanwhile);
  };

  const input = (field: Field) => (
    <TextInput
      key={field}
      id={field}
      label={t(`devices.field.${field}`)}
      maxLength={field === 'name' ? 120 : field === 'contactEmail' ? 254 : 60}
      type={field === 'contactEmail' ? 'email' : field === 'contactPhone' ? 'tel' : 'text'}
      required={field === 'name'}
      withAsterisk={false}
      value={typed[field] ?? now[field] ?? ''}
      error={errorAt(failure, field)}
      onChange={({ currentTarget: { value } }) => setTyped({ ...typed, [field]: value })}
    />
  );
  return (
    <Sheet>
      <SheetBody>
        <Form label={t('devices.edit.title')} onSubmit={() => void save()}>
          <CommandProblem failure={failure} />
          {elsewhere.length > 0 && (
            <Note>
              {t('devices.edit.meanwhile', {
                fields: elsewhere.map((field) => t(`devices.field.${field}`)).join(', '),
              })}
            </Note>
          )}
          <FieldGroup legend={t('register.one.machine')}>
            {groups.machine.map(input)}
            {managing && input('contractNumber')}
          </FieldGroup>
          <FieldGroup legend={t('register.one.place')}>{groups.place.map(input)}</FieldGroup>
          <FieldGroup legend={t('register.one.contact')}>{groups.contact.map(input)}</FieldGroup>
          <FormActions>
            <Button type="submit" loading={running}>
              {t('devices.edit.save')}
            </Button>
            <ButtonLink href={paths.device(device.id)} variant="default">
              {t('devices.edit.back')}
            </ButtonLink>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
