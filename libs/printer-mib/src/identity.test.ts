import { decodePoll } from './decode';
import { host, printer, system } from './oids';
import { cleanText } from './text';
import type { VarbindValue } from './varbinds';

const E = '1.3.6.1.4.1';
const identityOf = (rows: Record<string, VarbindValue>) => decodePoll(new Map(Object.entries(rows))).identity;
const bytes = (...values: (string | number)[]) =>
  Uint8Array.from(values.flatMap((value) => (typeof value === 'number' ? value : [...Buffer.from(value)])));

test.each([
  ['NUL at the end', bytes('ABC', 0, 0), 'ABC'],
  ['NUL in the middle', bytes('ABC', 0, 'rest'), 'ABC'],
  ['symbol set in front', bytes(1, 0x15, 'VN1'), 'VN1'],
  ['line breaks and blanks', bytes('  A\r\n  B\t '), 'A B'],
  ['UTF-8', bytes('黑色墨粉'), '黑色墨粉'],
  ['Latin-1', bytes('B', 0xfc, 'ro'), 'Büro'],
  ['the rest as hex', bytes('Black Cartri\n64 67 65 20 31 00 '), 'Black Cartridge 1'],
  ['only NUL', bytes(0, 0), ''],
  ['a number', 5, ''],
])('text: %s', (_, value, expected) => {
  expect(cleanText(value)).toBe(expected);
});

test.each([
  ['RICOH MP 3053 1.09 / RICOH Network Printer C model', 'Ricoh', 'MP 3053'],
  ['SAVIN MP C4503 1.18 / SAVIN Network Printer C model', 'Ricoh', 'SAVIN MP C4503'],
  ['Xerox WorkCentre 6605DN; Network 90.66', 'Xerox', 'WorkCentre 6605DN'],
  ['FUJI XEROX DocuPrint CM305 df; Net 16.41', 'FUJIFILM', 'DocuPrint CM305 df'],
  ['Lexmark T640 version NS.NP.N219 kernel 2.6.6', 'Lexmark', 'T640'],
  ['Canon iR-ADV C5235 /P', 'Canon', 'iR-ADV C5235'],
  ['Samsung ML-2850 Series OS 1.01.15.47;Engine 1.01.25', 'Samsung', 'ML-2850'],
  ['OKI OkiLAN 9450g Rev.00.69 PrintServer: Attached to MC873 Rev.07.87 : Copyright', 'OKI', 'MC873'],
  ['HP ETHERNET MULTI-ENVIRONMENT,SN:X1,FN:4Q,PID:HP LaserJet M1', 'HP', 'LaserJet M1'],
  ['EPSON Built-in 10Base-T/100Base-TX Print Server', 'Epson', null],
  ['Brother NC-8700w, Firmware Ver.Y', 'Brother', null],
  ['KYOCERA Document Solutions Printing System', 'Kyocera', null],
  ['Ubuntu print server', null, null],
])('sysDescr alone: %s', (sysDescr, maker, model) => {
  expect(identityOf({ [system.sysDescr]: sysDescr })).toMatchObject({ maker, model });
});

test('the enterprise number goes before the badge, a leading dot is no matter', () => {
  const rows = { [system.sysDescr]: 'UTAX P-C3062', [system.sysObjectID]: `.${E}.1347.41` };
  expect(identityOf(rows)).toMatchObject({ maker: 'Kyocera', model: 'UTAX P-C3062' });
});

test('behind a foreign print server the printer itself says who it is', () => {
  const rows = {
    [system.sysObjectID]: `${E}.8072.3.2.10`,
    [`${host.hrDeviceType}.7`]: '1.3.6.1.2.1.25.3.1.5',
    [`${host.hrDeviceDescr}.1`]: 'Disk 1',
    [`${host.hrDeviceDescr}.7`]: 'Canon LBP1234',
  };
  expect(identityOf(rows)).toMatchObject({ maker: 'Canon', model: 'LBP1234' });
});

test('an unknown maker is named by its device id, whose keys may be long', () => {
  const rows = { [`${E}.2699.1.2.1.2.1.1.3.1`]: 'MANUFACTURER:Acme;MODEL:P 1;SERN:77;' };
  expect(identityOf(rows)).toMatchObject({ maker: 'Acme', model: 'P 1', serial: '77' });
});

test.each(['', '000000', 'N/A', 'unknown', '????'])(
  '"%s" is no serial number; the next source is asked',
  (text) => {
    const rows = {
      [system.sysObjectID]: `${E}.1602.4.2`,
      [`${printer.prtGeneralSerialNumber}.1`]: text,
      [`${E}.1602.1.2.1.8.1.3.1.1`]: 'ABC123',
    };
    expect(identityOf(rows).serial).toBe('ABC123');
  },
);
