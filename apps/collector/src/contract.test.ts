import * as contracts from '@platen/contracts';
import * as mib from '@platen/printer-mib';

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
