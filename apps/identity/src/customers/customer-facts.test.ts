import { faultsOf, tidied } from './customer-facts';

const customer = {
  number: '100482',
  name: 'Rossi',
  notificationEmail: 'ufficio@rossi.example',
  locale: 'it',
};

test.each([
  ['as it should be', customer],
  ['nothing at all', {}],
  ['letters and marks in the number', { number: 'NL-310/215.A' }],
  ['the longest name', { name: 'x'.repeat(160) }],
  ['a name in another script', { name: '株式会社 🖨️' }],
])('%s is accepted', (_, typed) => {
  expect(faultsOf(tidied(typed))).toEqual([]);
});

test.each([
  ['number', 'CUSTOMER_NUMBER_INVALID', ''],
  ['number', 'CUSTOMER_NUMBER_INVALID', 'x'.repeat(1_000_000)],
  ['number', 'CUSTOMER_NUMBER_INVALID', '1\r\n2'],
  ['number', 'CUSTOMER_NUMBER_INVALID', "1'; drop table customer; --"],
  ['name', 'CUSTOMER_NAME_INVALID', '   '],
  ['name', 'CUSTOMER_NAME_INVALID', 'x'.repeat(1_000_000)],
  ['name', 'CUSTOMER_NAME_INVALID', 'Rossi\0'],
  ['name', 'CUSTOMER_NAME_INVALID', 'Rossi\u202E'],
  ['notificationEmail', 'EMAIL_INVALID', ''],
  ['notificationEmail', 'EMAIL_INVALID', 'a@b.example\r\nBcc: c@d.example'],
  ['locale', 'LOCALE_UNKNOWN', 'fr'],
])('%s: %s (case %#)', (path, code, typed) => {
  expect(faultsOf(tidied({ ...customer, [path]: typed }))).toMatchObject([{ path, code }]);
});

test('blanks go, and the domain of the address is kept in one form', () => {
  expect(tidied({ number: ' 1 ', name: ' Rossi ', notificationEmail: ' a@RÖSSI.example ' })).toEqual({
    number: '1',
    name: 'Rossi',
    notificationEmail: 'a@xn--rssi-5qa.example',
  });
});
