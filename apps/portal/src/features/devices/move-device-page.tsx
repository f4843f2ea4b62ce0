import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { MoveDeviceDocument, MovePreviewDocument, SitesDocument } from '@platen/graphql-client';
import { Facts, Form, FormActions, Note, Sheet, SheetBody, useFormat } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { CommandProblem } from '../../shared/command-problem';
import { nodesOf } from '../../shared/connection';
import { newKey } from '../../shared/new-key';
import { paths } from '../../shared/paths';
import { personName } from '../../shared/person-name';
import { errorAt, useCommand } from '../../shared/use-command';
import { useRight } from '../../shared/viewer';
import { DeviceFormFrame, type DeviceInForm } from './device-form-frame';
import { meterName } from '../../shared/readings/meter-name';
import { PlannedMoveNote } from './planned-move-note';

const route = getRouteApi('/in/machines/$deviceId/move');

/** Where a machine goes and when; what follows from it stands there before anybody says yes (R20). */
export function MoveDevicePage() {
  const { t } = useTranslation();
  const { deviceId } = route.useParams();
  return (
    <DeviceFormFrame deviceId={deviceId} title={t('move.title')}>
      {(device) => (device.plannedMove ? <PlannedMoveNote device={device} /> : <MoveForm device={device} />)}
    </DeviceFormFrame>
  );
}

function MoveForm({ device }: { readonly device: DeviceInForm }) {
  const { t } = useTranslation();
  const format = useFormat();
  const router = useRouter();
  const managing = useRight('device:manage');
  const [key] = useState(newKey);
  const [siteId, setSiteId] = useState(device.site?.id ?? '');
  const [place, setPlace] = useState({ floor: device.floor ?? '', room: device.room ?? '' });
  const [on, setOn] = useState('');
  const [contract, setContract] = useState('');
  const [counters, setCounters] = useState<Readonly<Record<string, string>>>({});
  const [told, setTold] = useState<readonly string[]>([]);
  const [tellSiteContact, setTellSiteContact] = useState(false);
  const sites = nodesOf(useQuery(SitesDocument, { variables: { first: 100 } }).data?.sites) ?? [];
  const { data } = useQuery(MovePreviewDocument, {
    variables: { deviceId: device.id, siteId },
    skip: siteId === '',
  });
  const preview = data?.movePreview;
  const planned = Boolean(preview && on > preview.today);
  const { run, running, failure } = useCommand(MoveDeviceDocument, (answer) => answer.moveDevice);
  const main = device.meters.filter(({ kind }) => kind === 'total' || kind === 'mono' || kind === 'color');

  const move = async () => {
    const stated = main.flatMap(({ kind }) =>
      counters[kind] && !planned ? [{ kind, value: Number(counters[kind]) }] : [],
    );
    const done = await run({
      input: {
        idempotencyKey: key,
        deviceId: device.id,
        expectedVersion: device.version,
        siteId,
        ...place,
        ...(on && { on }),
        ...(contract && { contractNumber: contract }),
        counters: stated,
        tellUserIds: [...told],
        tellSiteContact,
      },
    });
    if (done) router.history.push(paths.device(device.id, { tab: 'timeline' }));
  };

  return (
    <Form label={t('move.title')} onSubmit={() => void move()} wide>
      <CommandProblem failure={failure} />
      <Sheet title={t('move.where')}>
        <SheetBody>
          <NativeSelect
            id="siteId"
            label={t('devices.fact.site')}
            value={siteId}
            error={errorAt(failure, 'siteId')}
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ currentTarget }) => setSiteId(currentTarget.value)}
          />
          {(['floor', 'room'] as const).map((field) => (
            <TextInput
              key={field}
              id={field}
              label={t(`devices.field.${field}`)}
              maxLength={60}
              value={place[field]}
              error={errorAt(failure, field)}
              onChange={({ currentTarget: { value } }) => setPlace({ ...place, [field]: value })}
            />
          ))}
          <TextInput
            id="on"
            type="date"
            label={t('move.on')}
            description={t('move.onHint')}
            min={preview?.today}
            value={on}
            error={errorAt(failure, 'on')}
            onChange={({ currentTarget }) => setOn(currentTarget.value)}
          />
        </SheetBody>
      </Sheet>
      {preview?.site && (
        <Sheet title={t('move.follows')}>
          <SheetBody>
            <Facts
              facts={[
                [
                  t('move.address'),
                  `${preview.site.name}, ${preview.site.street}, ${preview.site.postalCode} ${preview.site.city}`,
                ],
                [t('move.contact'), preview.contactName ?? t('move.noContact')],
                [t('devices.fact.contract'), preview.contractNumber ?? t('move.noContract')],
              ]}
            />
            {managing && (
              <TextInput
                id="contractNumber"
                label={t('move.newContract')}
                description={t('move.newContractHint')}
                maxLength={60}
                value={contract}
                error={errorAt(failure, 'contractNumber')}
                onChange={({ currentTarget }) => setContract(currentTarget.value)}
              />
            )}
          </SheetBody>
        </Sheet>
      )}
      {main.length > 0 && (
        <Sheet title={t('move.counters')}>
          <SheetBody>
            <Note>{planned ? t('move.countersLater') : t('move.countersHint')}</Note>
            {!planned &&
              main.map(({ id, kind, value, readAt }) => (
                <TextInput
                  key={id}
                  label={meterName(kind, t)}
                  inputMode="numeric"
                  description={
                    value !== null && readAt
                      ? t('move.lastCounter', { value: format.number(value), ago: format.ago(readAt) })
                      : undefined
                  }
                  value={counters[kind] ?? ''}
                  onChange={({ currentTarget }) =>
                    setCounters({ ...counters, [kind]: currentTarget.value.replace(/\D/g, '') })
                  }
                />
              ))}
          </SheetBody>
        </Sheet>
      )}
      {preview && (
        <Sheet title={t('move.told')}>
          <SheetBody>
            <Note>{t('move.toldHint')}</Note>
            {preview.people.map(({ userId, user }) =>
              user ? (
                <Checkbox
                  key={userId}
                  label={personName(user)}
                  checked={told.includes(userId)}
                  onChange={({ currentTarget }) =>
                    setTold(currentTarget.checked ? [...told, userId] : told.filter((id) => id !== userId))
                  }
                />
              ) : undefined,
            )}
            {preview.contactEmail && (
              <Checkbox
                label={t('move.tellContact', { name: preview.contactName ?? preview.contactEmail })}
                checked={tellSiteContact}
                onChange={({ currentTarget }) => setTellSiteContact(currentTarget.checked)}
              />
            )}
          </SheetBody>
        </Sheet>
      )}
      <FormActions>
        <Button type="submit" loading={running}>
          {planned ? t('move.plan') : t('move.now')}
        </Button>
        <ButtonLink href={paths.device(device.id)} variant="default">
          {t('devices.edit.back')}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
