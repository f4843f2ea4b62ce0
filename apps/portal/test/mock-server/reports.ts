import type { MockDevice } from './devices';
import type { MockSession } from './graph';

interface Input {
  readonly of: string;
  readonly ids: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly by: string;
}

const monthsOf = ({ from, to }: Input): string[] => {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: index(to) - index(from) + 1 }, (_, at) => {
    const month = index(from) + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
};

const sum = (values: readonly (number | null)[]) =>
  values.every((value) => value === null)
    ? null
    : values.reduce<number>((all, value) => all + (value ?? 0), 0);

/** A machine's pages: more in autumn, one gap for the machine that fell silent. */
function lineOf(device: MockDevice, at: number, months: readonly string[]) {
  const total = months.map((month, place) =>
    place === 4 && device.id === 'device-003' ? null : 900 + at * 130 + Number(month.slice(5)) * 40,
  );
  const color = total.map((pages) => pages && Math.round(pages * 0.18));
  const line = { total, color, mono: total.map((pages, place) => pages && pages - (color[place] ?? 0)) };
  return {
    ...lineSums(line),
    key: device.id,
    name: device.name,
    note: `${device.serialNumber} · ${device.model}`,
    devices: total.map((pages) => (pages === null ? 0 : 1)),
  };
}

type Columns = Record<'total' | 'mono' | 'color', (number | null)[]>;

function lineSums({ total, mono, color }: Columns) {
  const pages = sum(total);
  const share = pages ? (sum(color) ?? 0) / pages : null;
  return {
    total,
    mono,
    color,
    more: [],
    sum: pages,
    monoSum: sum(mono),
    colorSum: sum(color),
    colorShare: share,
    duplexShare: pages ? 0.42 : null,
    a3Share: null,
  };
}

/** Reports over invented volumes of the viewer's machines, and saved ones. */
export function makeReportGraph(devices: readonly MockDevice[], now: number) {
  const saved: { id: string; name: string; schedule: unknown }[] = [];
  const seen = ({ person }: MockSession) =>
    devices.filter(({ customerId }) => customerId === person?.customerId);

  const volumeReport = ({ input }: { input: Input }, session: MockSession) => {
    const months = monthsOf(input);
    const chosen = seen(session).filter(({ id }) => input.of !== 'DEVICE' || input.ids.includes(id));
    const lines = chosen.slice(0, 12).map((device, at) => lineOf(device, at, months));
    const added = (kind: 'total' | 'mono' | 'color') =>
      months.map((_month, at) => sum(lines.map((line) => line[kind][at] ?? null)));
    const total = {
      ...lineSums({ total: added('total'), mono: added('mono'), color: added('color') }),
      key: null,
      name: null,
      note: null,
      devices: months.map((_month, at) => lines.filter((line) => line.total[at] !== null).length),
    };
    const running = new Date(now).toISOString().slice(0, 7);
    const used = (line: (typeof lines)[number], monthlyMean: number) => ({
      deviceId: line.key,
      name: line.name,
      serialNumber: line.note,
      model: 'Model',
      monthlyMean,
      rangeFrom: 500,
      rangeTo: 6000,
      rule: 'MODEL',
    });
    return {
      __typename: 'VolumeReport',
      months,
      names: input.of === 'DEVICE' ? chosen.map(({ name }) => name) : [],
      whole: true,
      runningMonth: months.includes(running) ? running : null,
      total,
      lines: input.by === 'MONTH' ? [] : lines,
      lineCount: lines.length,
      coverage: {
        months: months.map((month, at) => ({ month, expected: lines.length, read: total.devices[at] ?? 0 })),
        neverRead: 1,
        sources: [{ source: 'DEVICE', devices: lines.length }],
      },
      usage: {
        judged: lines.length,
        median: 1400,
        leastMonths: 3,
        leastDevices: 10,
        factor: 4,
        underCount: 1,
        overCount: 1,
        under: lines.slice(0, 1).map((line) => used(line, 210)),
        over: lines.slice(1, 2).map((line) => used(line, 9120)),
      },
      footprint: {
        sheets: 128_000,
        paperKg: 638.7,
        energyKwh: 60,
        co2Kg: 602.3,
        factors: [
          { code: 'SHEET_GRAMS', value: 4.9896, unit: 'g', source: 'A4, 80 g/m²', year: null },
          {
            code: 'PAPER_CO2',
            value: 0.9194,
            unit: 'kg CO2e / kg',
            source: 'UK Government GHG Conversion Factors',
            year: 2022,
          },
          { code: 'PAGE_ENERGY', value: 0.000417, unit: 'kWh', source: '1 kW, 40 pages/min', year: null },
        ],
      },
    };
  };

  const file = (format: string) => ({
    id: 'file-1',
    fileName: `print-volumes.${format.toLowerCase()}`,
    title: 'Print volumes',
    format,
    contentType: 'text/csv',
    state: 'READY',
    lines: 1,
    bytes: 4,
    parts: 1,
    part: Buffer.from('done').toString('base64'),
    createdAt: new Date(now).toISOString(),
  });

  return {
    volumeReport,
    exportVolumeReport: ({ input }: { input: { format: string } }) => ({
      __typename: 'ExportVolumeReportSuccess',
      file: file(input.format),
    }),
    reportFile: () => file('CSV'),
    savedReports: () => saved,
    saveReport: ({ input }: { input: { name: string } & Record<string, unknown> }) => {
      if (input.name.trim() === '') {
        const message = 'A report needs a name of 1 to 80 characters.';
        const fields = [{ path: 'name', message }];
        return { __typename: 'InvalidInputError', code: 'INVALID_INPUT', message, fields };
      }
      const report = { ...input, id: `report-${saved.length + 1}`, viewerCanChange: true, schedule: null };
      saved.push(report);
      return { __typename: 'SaveReportSuccess', report };
    },
    scheduleReport: ({
      input,
    }: {
      input: { reportId: string; day: number; readerIds: readonly string[] };
    }) => {
      const report = saved.find(({ id }) => id === input.reportId);
      if (report) report.schedule = { day: input.day, readers: input.readerIds.map((id) => ({ id })) };
      return { __typename: 'ScheduleReportSuccess', report };
    },
    unscheduleReport: ({ input }: { input: { reportId: string } }) => {
      const report = saved.find(({ id }) => id === input.reportId);
      if (report) report.schedule = null;
      return { __typename: 'ScheduleReportSuccess', report };
    },
    deleteSavedReport: ({ input }: { input: { reportId: string } }) => {
      saved.splice(
        saved.findIndex(({ id }) => id === input.reportId),
        1,
      );
      return { __typename: 'DeleteSavedReportSuccess', reportId: input.reportId };
    },
  };
}
