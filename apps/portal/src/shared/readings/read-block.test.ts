import { cellsOf, layBlock } from './read-block';
import type { RoundLine } from './round-lines';

const line = (id: string, kind: string, rest: Partial<RoundLine['device']> = {}): RoundLine => ({
  key: `${id} ${kind}`,
  device: {
    id,
    name: `Machine ${id}`,
    serialNumber: `SN-${id}`,
    equipmentId: `E-${id}`,
    site: null,
    ...rest,
  },
  due: true,
  kind,
  expectation: null,
});
const lines = [line('1', 'mono'), line('1', 'color'), line('2', 'total'), line('3', 'total')];
const names: Readonly<Record<string, string>> = { mono: 'Black and white', color: 'Colour', total: 'Total' };
const lay = (text: string, from: string | null = null) => {
  const { texts, unknown } = layBlock(cellsOf(text), lines, (kind) => names[kind] ?? kind, from);
  return { texts: Object.fromEntries(texts), unknown };
};

test('one column goes down from the field it was pasted into', () => {
  expect(lay('100\n200\n\n300', '1 color')).toEqual({
    texts: { '1 color': '100', '2 total': '200', '3 total': '300' },
    unknown: [],
  });
});

test('thousands apart by commas are one column', () => {
  expect(lay('12,345\n1,234,567', '2 total').texts).toEqual({ '2 total': '12,345', '3 total': '1,234,567' });
});

test('what is longer than the page is said', () => {
  expect(lay('100\r\n200', '3 total')).toEqual({ texts: { '3 total': '100' }, unknown: ['200'] });
});

test('rows with a serial number find their machine in any order, values in the order of the page', () => {
  expect(lay('sn-2\t900\nSN-1\t10.000\t2000', '3 total')).toEqual({
    texts: { '2 total': '900', '1 mono': '10.000', '1 color': '2000' },
    unknown: [],
  });
});

test('a head with names of counters says which value is which', () => {
  expect(lay('Machine;Colour;black and white;total\nMachine 1;5;7;\nE-2;;;9\nNobody;1;1;1')).toEqual({
    texts: { '1 color': '5', '1 mono': '7', '2 total': '9' },
    unknown: ['Nobody'],
  });
});

test('a name that two machines share means neither', () => {
  const twins = [line('1', 'total', { name: 'Hall' }), line('2', 'total', { name: 'Hall' })];
  const { texts, unknown } = layBlock(cellsOf('Hall,5\nSN-2,6'), twins, String, null);
  expect([[...texts], unknown]).toEqual([[['2 total', '6']], ['Hall']]);
});

test('quotes, byte order mark and text in place of numbers stay what they are, for the field to judge', () => {
  expect(lay('\ufeff"SN-2";"12 345"\n"SN-3";"none"')).toEqual({
    texts: { '2 total': '12 345', '3 total': 'none' },
    unknown: [],
  });
});
