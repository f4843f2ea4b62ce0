import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as contracts from '@platen/contracts';
import * as mib from '@platen/printer-mib';
import { ENROL_DOCUMENT_ID } from './enrol/enrol';
import { failureCodes } from './failure-code';
import { MAX_METER_READS, MAX_POLLS } from './spool/spool';
import { VERSION } from './version';

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

const root = join(__dirname, '../../..');
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

test('the document that exchanges a code is one that the gateway runs for who has no key', () => {
  const trusted = readJson('libs/graphql-client/src/generated/persisted-documents.json');
  expect(trusted[ENROL_DOCUMENT_ID]).toContain('enrolCollector');
});

test('the version is that of the package', () => {
  expect(VERSION).toBe(readJson('apps/collector/package.json').version);
});

test('reasons of failures are those that fleet knows', () => {
  const schema = readFileSync(join(root, 'apps/fleet/schema.graphql'), 'utf8');
  const known = /enum CollectorFailureReason \{([^}]*)\}/.exec(schema)?.[1]?.trim().split(/\s+/);
  expect(known?.sort()).toEqual([...failureCodes].sort());
});
