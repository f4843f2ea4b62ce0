import { randomUUID } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { Actor } from '@platen/platform';
import { pdfWords } from '@platen/testing';
import { actors, italy } from '../../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../../test/factories';
import { readers, yearOf } from '../../../test/reports';
import { useFleet } from '../../../test/use-fleet';
import { forgetOldFiles } from './report-file.service';

const fleet = useFleet();
const site = buildSite();
const evil = buildDevice(site, { name: '=HYPERLINK("http://x")', ...yearOf(1000, 234) });
const gap = buildDevice(site, { name: 'Łódź Škoda Ωmega <b>', monthlyVolumes: [] });

beforeEach(async () => {
  await fleet.load({ sites: [site], devices: [evil, gap], users: [buildMember([gap.id])] });
  await fleet.rows(
    `update fleet.known_branch set settings = settings ||
       '{"timeZone": "Europe/Rome", "brand": {"name": "Stampa Uno", "color": "#123456", "logoUrl": null}}' where id = $1`,
    [italy],
  );
});

interface File {
  readonly id: string;
  readonly state: string;
  readonly fileName: string;
  readonly parts: number;
  readonly bytes: number | null;
}

const FILE = '{ id state fileName contentType parts bytes lines }';
const EXPORT = `mutation ($input: ExportVolumeReportInput!) { exportVolumeReport(input: $input) { __typename
  ... on ExportVolumeReportSuccess { file ${FILE} } ... on InvalidInputError { fields { path } } } }`;

async function take(format: string, report: object = {}, actor: Actor = readers.administrator) {
  const { exportVolumeReport: answer } = await fleet.data<{
    exportVolumeReport: { __typename: string; file: File };
  }>(actor, EXPORT, {
    input: {
      idempotencyKey: randomUUID(),
      format,
      report: { of: 'ALL', from: '2026-09', to: '2026-10', by: 'DEVICE', ...report },
    },
  });
  return answer;
}

async function contentOf({ id, parts }: File, actor: Actor = readers.administrator): Promise<Buffer> {
  const read: Buffer[] = [];
  for (let index = 0; index < parts; index++) {
    const { reportFile } = await fleet.data<{ reportFile: { part: string } }>(
      actor,
      'query ($id: ID!, $index: Int!) { reportFile(id: $id) { part(index: $index) } }',
      { id, index },
    );
    read.push(Buffer.from(reportFile.part, 'base64'));
  }
  return Buffer.concat(read);
}

/** A file inside a ZIP archive. */
function unzipped(zip: Buffer, name: string): string {
  const central = zip.indexOf(Buffer.concat([Buffer.from('PK\x01\x02')]));
  for (let at = central; zip.readUInt32LE(at) === 0x02014b50; ) {
    const [nameLength, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const body = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString('utf8');
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`no ${name} in the archive`);
}

test('C32 CSV: a name that could be a formula is harmless, a gap stays empty', async () => {
  const { file } = await take('CSV');
  expect(file).toMatchObject({
    state: 'READY',
    lines: 2,
    fileName: 'print-volumes-by-machine-2026-11-20.csv',
  });
  const lines = (await contentOf(file)).toString('utf8').split('\r\n');
  expect(lines[0]).toBe(
    '\ufeffMachine,"Serial number, model",Sept 2026,Oct 2026,Sum,Black and white,Colour,Colour %,Two-sided %,A3 %',
  );
  expect(lines[1]).toBe(
    `"'=HYPERLINK(""http://x"")",${evil.serialNumber} · Press 200,1234,1234,2468,2000,468,19,,`,
  );
  expect(lines[2]).toBe(`Łódź Škoda Ωmega <b>,${gap.serialNumber} · Press 200,,,,,,,,`);
  expect(lines[3]).toBe('All together,,1234,1234,2468,2000,468,19,,');
});

test('C32 XLSX: numbers are numbers, no cell is a formula', async () => {
  const { file } = await take('XLSX');
  const workbook = await contentOf(file);
  const sheet = unzipped(workbook, 'xl/worksheets/sheet1.xml');
  expect(sheet).toMatch(/<c r="C4"[^>]*><v>1234<\/v><\/c>/);
  expect(sheet).not.toContain('<f>');
  const strings = unzipped(workbook, 'xl/sharedStrings.xml');
  expect(strings).toContain('&#39;=HYPERLINK'.replace('&#39;', "'"));
});

test('C32 PDF: the words are text, the brand is on it, and there is no script', async () => {
  const { file } = await take('PDF', {}, { ...readers.administrator, locale: 'it' });
  const pdf = await contentOf(file);
  const words = pdfWords(pdf);
  expect(words).toContain('Stampa Uno');
  expect(words).toContain('Volumi di stampa per macchina');
  expect(words).toContain('=HYPERLINK("http://x")');
  expect(words).toContain('Łódź Škoda Ωmega <b>');
  expect(words).toContain('1.234');
  expect(words).toContain('Pagina 1 di 1');
  expect(pdf.toString('latin1')).not.toMatch(/\/JavaScript|\/JS|\/OpenAction|\/URI|\/Launch/);
});

test('R30 a file holds what its owner sees, and nobody else opens it', async () => {
  const { file } = await take('CSV', {}, readers.member);
  expect(file).toMatchObject({ lines: 1 });
  expect((await contentOf(file, readers.member)).toString()).not.toContain('HYPERLINK');
  const other = { ...readers.administrator, id: randomUUID() };
  const elsewhere = [readers.other, readers.staff].map((actor) => ({ ...actor, id: randomUUID() }));
  for (const actor of [other, ...elsewhere]) {
    const answer = await fleet.data(
      actor,
      'query ($id: ID!) { reportFile(id: $id) { id } reportFiles { id } }',
      {
        id: file.id,
      },
    );
    expect(answer).toEqual({ reportFile: null, reportFiles: [] });
  }
  expect(
    await fleet.rows(`select payload->'action' as action, payload->'facts' as facts from fleet.outbox
    where name = 'platform.audit-entry.recorded.v1'`),
  ).toEqual([
    { action: 'report.exported', facts: { format: 'CSV', scope: 'ALL', by: 'DEVICE', months: 2, lines: 1 } },
  ]);
});

test('the same key makes one file, with another report a conflict', async () => {
  const input = {
    idempotencyKey: 'same-key-1',
    format: 'CSV',
    report: { of: 'ALL', from: '2026-09', to: '2026-10' },
  };
  const ask = async (changed: object = {}) =>
    (
      await fleet.data<{ exportVolumeReport: { __typename: string; file: File } }>(
        readers.administrator,
        EXPORT,
        {
          input: { ...input, ...changed },
        },
      )
    ).exportVolumeReport;
  expect((await ask()).file.id).toBe((await ask()).file.id);
  expect((await ask({ format: 'PDF' })).__typename).toBe('IdempotencyConflictError');
});

test('a huge report is left to a job, says how far it is, and is whole in the end', async () => {
  const many = Array.from({ length: 1800 }, (_, at) => buildDevice(site, { name: `Huge ${at}` }));
  await fleet.load({ devices: many });
  const { file } = await take('CSV', { from: '2025-11' });
  expect(file).toMatchObject({ state: 'WAITING', lines: 1802, parts: 0, bytes: null });
  const [order] = await fleet.rows<{ payload: { fileId: string } }>(
    `select payload from fleet.outbox where name = 'fleet.write-report-file'`,
  );
  expect(order?.payload).toEqual({ fileId: file.id });
  // Delivered twice, as queues do.
  await fleet.app().reportFiles.writeLong({ fileId: file.id });
  await fleet.app().reportFiles.writeLong({ fileId: file.id });
  const { reportFiles } = await fleet.data<{ reportFiles: File[] }>(
    readers.administrator,
    `{ reportFiles ${FILE} }`,
  );
  expect(reportFiles).toMatchObject([{ id: file.id, state: 'READY' }]);
  const lines = (await contentOf(reportFiles[0] as File)).toString().trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + 1802 + 1);
});

test('after a week a file is gone', async () => {
  await take('CSV');
  const { work } = fleet.app().platform;
  const forget = (at: string) => work.write(actors.system, (tx) => forgetOldFiles(tx, new Date(at)));
  await forget('2026-11-27T09:59:00.000Z');
  expect(await fleet.rows('select 1 from fleet.report_file')).toHaveLength(1);
  await forget('2026-11-27T10:01:00.000Z');
  expect(await fleet.rows('select 1 from fleet.report_file')).toEqual([]);
});
