import { useQuery } from '@apollo/client/react';
import { Button, Fieldset, NativeSelect, TextInput } from '@mantine/core';
import {
  ChangeDeviceLifecycleDocument,
  DeviceFormDocument,
  type DeviceLifecycleReason,
  type DeviceStaffAct,
  SetDeviceMonitoredDocument,
} from '@platen/graphql-client';
import { Form, FormActions, FormProblem, Note, Sheet, SheetBody, Stack } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { CommandProblem } from '../../shared/command-problem';
import { newKey } from '../../shared/new-key';
import { paths } from '../../shared/paths';
import type { Choice } from '../../shared/search-select';
import { errorAt, useCommand } from '../../shared/use-command';
import { DeviceFormFrame, type DeviceInForm } from './device-form-frame';
import {
  StatedCounterFields,
  type TypedCounters,
  countersToState,
  hasHeldCounter,
  statedCounters,
} from './stated-counters';
import { SuccessorChoice } from './successor-choice';

const route = getRouteApi('/in/machines/$deviceId/life');

const reasons: readonly DeviceLifecycleReason[] = [
  'DEFECT',
  'MAINTENANCE',
  'NEWER_MACHINE',
  'END_OF_CONTRACT',
  'SITE_CLOSED',
  'NOT_NEEDED',
  'OTHER',
];

/** What the provider's people do with a machine as a whole, with the consequence said before. */
export function LifePage() {
  const { t } = useTranslation();
  const { deviceId } = route.useParams();
  return (
    <DeviceFormFrame deviceId={deviceId} title={t('lifecycle.title')}>
      {(device) => (
        <Stack>
          <ActForm device={device} />
          {device.viewerCanUpdate && <Monitoring device={device} />}
        </Stack>
      )}
    </DeviceFormFrame>
  );
}

function ActForm({ device }: { readonly device: DeviceInForm }) {
  const { t } = useTranslation();
  const router = useRouter();
  const acts = device.viewerActs.filter((act): act is DeviceStaffAct => act !== 'MOVE');
  const [act, setAct] = useState<DeviceStaffAct | undefined>(acts[0]);
  const [reason, setReason] = useState<DeviceLifecycleReason>('DEFECT');
  const [on, setOn] = useState('');
  const [successor, setSuccessor] = useState<Choice>();
  const [counters, setCounters] = useState<TypedCounters>({});
  const [successorCounters, setSuccessorCounters] = useState<TypedCounters>({});
  const [held, setHeld] = useState(false);
  const { data } = useQuery(DeviceFormDocument, {
    variables: { id: successor?.value ?? '' },
    skip: successor === undefined,
  });
  const fresh = data?.device ?? undefined;
  const [key] = useState(newKey);
  const { run, running, failure } = useCommand(
    ChangeDeviceLifecycleDocument,
    (data) => data.changeDeviceLifecycle,
  );
  if (!act) return <Note>{t('lifecycle.nothing')}</Note>;
  const save = async () => {
    const successorMeters = act === 'SWAP' ? (fresh?.meters ?? []) : [];
    const odd = hasHeldCounter(device.meters, counters) || hasHeldCounter(successorMeters, successorCounters);
    setHeld(odd);
    if (odd) return;
    const input = {
      idempotencyKey: key,
      deviceId: device.id,
      act,
      reason,
      ...(on && { on }),
      counters: statedCounters(device.meters, counters),
      ...(act === 'SWAP' && {
        successorId: successor?.value ?? '',
        successorCounters: statedCounters(successorMeters, successorCounters),
      }),
    };
    if (await run({ input })) router.history.push(paths.device(device.id, { tab: 'timeline' }));
  };
  return (
    <Sheet title={t('lifecycle.what')}>
      <SheetBody>
        <Form label={t('lifecycle.what')} onSubmit={() => void save()}>
          <CommandProblem failure={failure} />
          <NativeSelect
            id="act"
            label={t('lifecycle.act')}
            value={act}
            data={acts.map((each) => ({ value: each, label: t(`lifecycle.acts.${each}`) }))}
            onChange={({ currentTarget }) => setAct(currentTarget.value as DeviceStaffAct)}
          />
          <Note>{t(`lifecycle.follows.${act}`)}</Note>
          {act === 'SWAP' && (
            <SuccessorChoice
              device={device}
              current={successor}
              error={errorAt(failure, 'successorId')}
              onChange={(chosen) => {
                setSuccessor(chosen);
                setSuccessorCounters({});
              }}
            />
          )}
          <NativeSelect
            id="reason"
            label={t('lifecycle.why')}
            value={reason}
            data={reasons.map((each) => ({
              value: each,
              label: t(`lifecycle.reason.${each.toLowerCase() as Lowercase<DeviceLifecycleReason>}`),
            }))}
            onChange={({ currentTarget }) => setReason(currentTarget.value as DeviceLifecycleReason)}
          />
          <TextInput
            id="on"
            type="date"
            label={t('lifecycle.on')}
            description={t('lifecycle.onHint')}
            value={on}
            error={errorAt(failure, 'on')}
            onChange={({ currentTarget }) => setOn(currentTarget.value)}
          />
          <Counters
            id="counters"
            title={
              act === 'SWAP' ? t('lifecycle.countersOf', { name: device.name }) : t('lifecycle.counters')
            }
            meters={device.meters}
            typed={counters}
            onType={setCounters}
          />
          {act === 'SWAP' && fresh && (
            <Counters
              id="successorCounters"
              title={t('lifecycle.countersOf', { name: fresh.name })}
              meters={fresh.meters}
              typed={successorCounters}
              onType={setSuccessorCounters}
            />
          )}
          {held && <FormProblem title={t('move.countersHeld')} />}
          <FormActions>
            <Button type="submit" loading={running}>
              {t('lifecycle.save')}
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

/** What the counters of one machine show at that moment; whoever has not read them leaves them empty. */
function Counters({
  title,
  ...fields
}: { readonly title: string } & Parameters<typeof StatedCounterFields>[0]) {
  if (countersToState(fields.meters).length === 0) return null;
  return (
    <Fieldset legend={title}>
      <StatedCounterFields {...fields} />
    </Fieldset>
  );
}

/** A machine is watched or it is not (R39); what that means is said before it changes. */
function Monitoring({ device }: { readonly device: DeviceInForm }) {
  const { t } = useTranslation();
  const { run, running, failure } = useCommand(SetDeviceMonitoredDocument, (data) => data.setDeviceMonitored);
  const [monitored, setMonitored] = useState(device.monitored);
  const change = async () => {
    const input = { idempotencyKey: newKey(), deviceId: device.id, monitored: !monitored };
    if (await run({ input })) setMonitored(!monitored);
  };
  return (
    <Sheet title={t('lifecycle.monitoring.title')}>
      <SheetBody>
        <Form label={t('lifecycle.monitoring.title')} onSubmit={() => void change()}>
          <CommandProblem failure={failure} />
          <Note>{monitored ? t('lifecycle.monitoring.is') : t('lifecycle.monitoring.isNot')}</Note>
          <FormActions>
            <Button type="submit" variant="default" loading={running}>
              {monitored ? t('lifecycle.monitoring.end') : t('lifecycle.monitoring.begin')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
