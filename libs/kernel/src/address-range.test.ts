import { holds, isPrivateRange, parseAddressRange, sizeOf, textOfAddress } from './address-range';

const spanOf = (text: string) => {
  const range = parseAddressRange(text);
  if (range === null) return null;
  return range.kind === 'host' ? range.name : `${textOfAddress(range.first)} to ${textOfAddress(range.last)}`;
};

test.each([
  ['10.1.2.0/24', '10.1.2.1 to 10.1.2.254'],
  ['10.1.2.77/24', '10.1.2.1 to 10.1.2.254'],
  ['192.168.0.0/20', '192.168.0.1 to 192.168.15.254'],
  ['10.1.2.4/31', '10.1.2.4 to 10.1.2.5'],
  ['10.1.2.4/32', '10.1.2.4 to 10.1.2.4'],
  ['10.1.2.10-10.1.2.40', '10.1.2.10 to 10.1.2.40'],
  ['10.1.2.10 - 40', '10.1.2.10 to 10.1.2.40'],
  [' 10.1.2.3 ', '10.1.2.3 to 10.1.2.3'],
  ['255.255.255.255', '255.255.255.255 to 255.255.255.255'],
  ['Printer-3.Office.local', 'printer-3.office.local'],
])('%s is %s', (text, span) => expect(spanOf(text)).toBe(span));

test.each([
  '',
  '10.1.2',
  '10.1.2.256',
  '010.1.2.3',
  '10.1.2.0/33',
  '10.1.2.0/',
  '10.1.2.40-10.1.2.10',
  '10.1.2.1-2-3',
  'a b',
  'udp://10.1.2.3?community=secret',
  '-rf',
  '2001:db8::1',
])('%s is none', (text) => expect(parseAddressRange(text)).toBeNull());

test.each([
  ['10.0.0.0/8', true, 2 ** 24 - 2],
  ['172.31.255.1-172.31.255.9', true, 9],
  ['172.31.255.250-172.32.0.5', false, 12],
  ['8.8.8.8', false, 1],
  ['127.0.0.1', true, 1],
  ['printer.local', true, 1],
])('%s: private %s, %d addresses', (text, isPrivate, size) => {
  const range = parseAddressRange(text);
  if (range === null) throw new Error('no range');
  expect([isPrivateRange(range), sizeOf(range)]).toEqual([isPrivate, size]);
});

test('a range holds its addresses and nothing beside them', () => {
  const range = parseAddressRange('10.1.2.10-40');
  const host = parseAddressRange('Hall.local');
  if (range === null || host === null) throw new Error('no range');
  expect(
    ['10.1.2.9', '10.1.2.10', '10.1.2.40', '10.1.2.41', 'hall.local'].map((at) => holds(range, at)),
  ).toEqual([false, true, true, false, false]);
  expect([holds(host, 'HALL.local'), holds(host, '10.1.2.10')]).toEqual([true, false]);
});
