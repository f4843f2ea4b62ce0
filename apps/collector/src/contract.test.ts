import * as contracts from '@platen/contracts';
import * as mib from '@platen/printer-mib';
import { MAX_METER_READS, MAX_POLLS } from './spool/spool';

test.each([
  ['states', mib.deviceStates, contracts.deviceStatuses],
  ['level states', mib.levelStates, contracts.levelStates],
  ['supply kinds', mib.supplyKinds, contracts.supplyKinds],
  ['supply colors', mib.supplyColors, contracts.supplyColors],
  ['supply classes', mib.supplyClasses, contracts.supplyClasses],
  ['meter units', mib.meterUnits, contracts.meterUnits],
  ['meter sources', mib.meterSources, contracts.pollSources],
  ['alert severities', mib.alertSeverities, contracts.alertSeverities],
])('the decoder and the upload contract agree on %s', (_, decoded, uploaded) => {
  expect(decoded).toEqual(uploaded);
});

test('a batch in the spool is as large as an upload may be', () => {
  expect([MAX_POLLS, MAX_METER_READS]).toEqual([
    contracts.MAX_POLLS_PER_UPLOAD,
    contracts.MAX_METER_READS_PER_UPLOAD,
  ]);
});
