import type { MockDevice } from './devices';

/** Labels of the mock: one hangs already, others are made. */
export function makeLabels(devices: readonly MockDevice[], nodeOf: (id: string) => object | null) {
  const codes = new Map([[devices[0]?.id ?? '', '7KQM-2XW8-01ZD']]);
  const label = (id: string) => {
    const code = codes.get(id);
    return code ? { code, url: `https://print.example/l/${code}` } : null;
  };
  return {
    labelOf: label,
    fields: {
      labelledDevice: ({ code }: { code: string }) => {
        const found = [...codes].find(([, known]) => known === code);
        return found ? nodeOf(found[0]) : null;
      },
      makeDeviceLabel: ({ input }: { input: { deviceId: string; replace: boolean } }) => {
        if (input.replace || !codes.has(input.deviceId))
          codes.set(input.deviceId, `9TRN-5HJ0-${String(codes.size).padStart(4, '0')}`);
        return { __typename: 'MakeDeviceLabelSuccess', label: label(input.deviceId) };
      },
      printLabels: ({ input }: { input: { siteId: string } }) => ({
        __typename: 'PrintLabelsSuccess',
        pdf: 'JVBERi0=',
        labels: devices.filter(({ site }) => site.id === input.siteId).length,
        next: null,
      }),
    },
  };
}
