import { decodePoll } from './decode';
import { host, printer } from './oids';
import type { VarbindValue } from './varbinds';

const decode = (rows: Record<string, VarbindValue>) => decodePoll(new Map(Object.entries(rows)));

test.each([
  [2, 3, 'idle'],
  [2, 4, 'printing'],
  [2, 5, 'warmup'],
  [2, undefined, 'idle'],
  [3, 3, 'warning'],
  [3, 4, 'warning'],
  [5, 1, 'down'],
  [5, 4, 'down'],
  [4, undefined, 'other'],
  [1, undefined, 'unknown'],
  [undefined, 1, 'other'],
  [undefined, undefined, 'unknown'],
])('device status %s and printer status %s are %s', (device, doing, state) => {
  const rows = [
    [`${host.hrDeviceStatus}.1`, device],
    [`${host.hrPrinterStatus}.1`, doing],
  ].filter(([, value]) => value !== undefined);
  expect(decode(Object.fromEntries(rows)).status.state).toBe(state);
});

test.each([
  [[0x00], []],
  [[], []],
  [[0x80], ['lowPaper']],
  [[0x30], ['lowToner', 'noToner']],
  [
    [0x04, 0x06],
    ['jammed', 'inputTrayEmpty', 'overduePreventMaint'],
  ],
  [[0x00, 0x01], []],
  [
    [0x01, 0x80, 0xff],
    ['serviceRequested', 'inputTrayMissing'],
  ],
])('error octets %j are %j', (octets, errors) => {
  expect(
    decode({ [`${host.hrPrinterDetectedErrorState}.1`]: Uint8Array.from(octets) }).status.errors,
  ).toEqual(errors);
});

test("the status is the printer's, not that of a disk with a lower index", () => {
  const rows = {
    [`${host.hrDeviceStatus}.1`]: 5,
    [`${host.hrDeviceStatus}.4`]: 2,
    [`${host.hrDeviceType}.1`]: '1.3.6.1.2.1.25.3.1.6',
    [`${host.hrDeviceType}.4`]: '1.3.6.1.2.1.25.3.1.5',
  };
  expect(decode(rows).status.state).toBe('idle');
});

test('alerts keep every row, with severities folded to three', () => {
  const rows = [3, 4, 5, 1, 0].flatMap((level, i) => [
    [`${printer.prtAlertSeverityLevel}.1.${i + 1}`, level],
    [`${printer.prtAlertCode}.1.${i + 1}`, 800 + i],
  ]);
  const { alerts } = decode({ ...Object.fromEntries(rows), [`${printer.prtAlertDescription}.1.9`]: 'Sleep' });
  expect(alerts).toEqual([
    { severity: 'critical', code: 800, description: '' },
    { severity: 'warning', code: 801, description: '' },
    { severity: 'warning', code: 802, description: '' },
    { severity: 'other', code: 803, description: '' },
    { severity: 'other', code: 804, description: '' },
    { severity: 'other', code: null, description: 'Sleep' },
  ]);
});
