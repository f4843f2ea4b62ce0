import { Tabs } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';
import { useViewer } from '../../shared/viewer';
import type { DeviceDetail } from './device-detail';
import { deviceTabs } from './device-tab-list';

const route = getRouteApi('/in/machines/$deviceId');

/** Tabs of a machine; the one in view is part of the URL, the others load when they are looked at. */
export function DeviceTabs({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const router = useRouter();
  const { rights } = useViewer();
  const { tab = 'overview' } = route.useSearch();
  const shown = deviceTabs.filter(({ right }) => rights.includes(right));
  const show = (next: string | null) =>
    router.history.replace(paths.device(device.id, { tab: next === 'overview' ? '' : (next ?? '') }));
  return (
    <Tabs value={tab} onChange={show} mt={28} keepMounted={false}>
      <Tabs.List mb={20} aria-label={t('devices.tabs.label')}>
        {shown.map((entry) => (
          <Tabs.Tab key={entry.tab} value={entry.tab} onMouseEnter={() => void entry.Panel.preload?.()}>
            {t(`devices.tabs.${entry.tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {shown.map((entry) => (
        <Tabs.Panel key={entry.tab} value={entry.tab}>
          <Suspense>
            <entry.Panel device={device} />
          </Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
