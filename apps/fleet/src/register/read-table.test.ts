import { MAX_TABLE_ROWS, readTable } from './read-table';

const text = 'Matricola;Sede\r\nA1;"Bari; lungomare"\r\n\r\nA2;Città\r\n';
const rows = [
  { line: 1, cells: ['Matricola', 'Sede'] },
  { line: 2, cells: ['A1', 'Bari; lungomare'] },
  { line: 4, cells: ['A2', 'Città'] },
];
const utf16 = (swap: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};

test.each([
  ['utf-8', Buffer.from(text)],
  ['utf-8', Buffer.from(`\uFEFF${text}`)],
  ['utf-16le', utf16(false, true)],
  ['utf-16be', utf16(true, true)],
  ['utf-16le', utf16(false, false)],
  ['utf-16be', utf16(true, false)],
  ['windows-1252', Buffer.from(text, 'latin1')],
])('a list in %s is read, and its encoding said', (encoding, bytes) => {
  expect(readTable(bytes)).toEqual({ ok: true, value: { encoding, delimiter: ';', rows } });
});

test.each([
  [',', 'a,b\n1,2'],
  ['\t', 'a\tb\n1\t2'],
  [';', 'a;b;c,d\n1;2;3'],
])('the delimiter %j is found in the heads', (delimiter, list) => {
  expect(readTable(Buffer.from(list))).toMatchObject({ value: { delimiter } });
});

test.each([
  ['fileEmpty', Buffer.from('')],
  ['fileEmpty', Buffer.from('serial,model\n,\n')],
  ['fileUnreadable', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 8, 0, 0x21])],
  ['fileUnreadable', Buffer.from('a,b\n"never ends,1\n'.padEnd(30_000, 'x'))],
  ['fileTooLong', Buffer.from('a\n'.repeat(MAX_TABLE_ROWS + 2))],
])('%s', (code, bytes) => {
  expect(readTable(bytes)).toEqual({ ok: false, failure: { code } });
});
