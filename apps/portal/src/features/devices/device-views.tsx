import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, Menu, Popover, TextInput } from '@mantine/core';
import { CreateSavedViewDocument, DeleteSavedViewDocument, SavedViewsDocument } from '@platen/graphql-client';
import { Form, FormActions } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { paths } from '../../shared/paths';
import { errorAt, useCommand } from '../../shared/use-command';
import { useRight } from '../../shared/viewer';
import { type DeviceListSearch, parseDeviceListSearch, queryOf } from './device-list-search';

/** Longest name of a view that the service takes. */
const longestName = 60;

/** The views that are kept: shown by one click, saved and deleted here. */
export function DeviceViews({ search }: { readonly search: DeviceListSearch }) {
  const { t } = useTranslation();
  const router = useRouter();
  const { data, refetch } = useQuery(SavedViewsDocument);
  const remove = useCommand(DeleteSavedViewDocument, (answer) => answer.deleteSavedView);
  const views = data?.savedViews ?? [];
  const inUse = queryOf(search);
  const current = views.find(({ query }) => query === inUse);
  const open = (query: string) =>
    router.history.push(paths.devices(parseDeviceListSearch(Object.fromEntries(new URLSearchParams(query)))));
  const forget = async (viewId: string) => {
    if (await remove.run({ input: { viewId } })) await refetch();
  };
  return (
    <>
      <CommandProblem failure={remove.failure} />
      {views.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default">{current?.name ?? t('devices.views.open')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {views.map(({ id, name, query, shared, owned }) => (
              <Menu.Item key={id} onClick={() => open(query)}>
                {shared && !owned ? t('devices.views.shared', { name }) : name}
              </Menu.Item>
            ))}
            {current?.viewerCanDelete && (
              <>
                <Menu.Divider />
                <Menu.Item onClick={() => void forget(current.id)}>
                  {t('devices.views.delete', { name: current.name })}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {inUse !== '' && !current && <SaveView query={inUse} onSaved={() => void refetch()} />}
    </>
  );
}

function SaveView({ query, onSaved }: { readonly query: string; readonly onSaved: () => void }) {
  const { t } = useTranslation();
  const mayShare = useRight('equipment:manage');
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const { run, running, failure } = useCommand(CreateSavedViewDocument, (data) => data.createSavedView);
  const save = async () => {
    const input = { idempotencyKey: crypto.randomUUID(), name, query, shared };
    if (!(await run({ input }))) return;
    setOpened(false);
    setName('');
    onSaved();
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t('devices.views.save')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Form label={t('devices.views.save')} onSubmit={() => void save()}>
          <CommandProblem failure={failure} />
          <TextInput
            id="view-name"
            label={t('devices.views.name')}
            description={t('devices.views.hint')}
            maxLength={longestName}
            value={name}
            error={errorAt(failure, 'name')}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          {mayShare && (
            <Checkbox
              label={t('devices.views.share')}
              checked={shared}
              onChange={({ currentTarget }) => setShared(currentTarget.checked)}
            />
          )}
          <FormActions>
            <Button type="submit" loading={running}>
              {t('devices.views.saveNow')}
            </Button>
          </FormActions>
        </Form>
      </Popover.Dropdown>
    </Popover>
  );
}
