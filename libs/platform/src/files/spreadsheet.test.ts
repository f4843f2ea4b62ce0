import { csvText, plainText } from './spreadsheet';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1'])(
  'C32 %j is no formula any more',
  (text) => {
    expect(plainText(text)).toBe(`'${text}`);
    expect(csvText([[text]]).replaceAll('"', '')).toBe(`\ufeff'${text}\r\n`);
  },
);

test('C32 other texts, and numbers below zero, stay as they are', () => {
  expect(csvText([['Ricoh "A", floor 2', -5, null, 'a=b']])).toBe('\ufeff"Ricoh ""A"", floor 2",-5,,a=b\r\n');
});
