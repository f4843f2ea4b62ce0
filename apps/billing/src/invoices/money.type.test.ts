import { money } from '@platen/kernel';
import { toMoneyType } from './money.type';

test.each([
  [184_250n, 'EUR', '1842.50'],
  [-5n, 'EUR', '-0.05'],
  [184_250n, 'JPY', '184250'],
  [9_007_199_254_740_993n, 'EUR', '90071992547409.93'],
])('%s %s is shown as %s, exactly', (minor, currency, amount) => {
  expect(toMoneyType(money(minor, currency))).toEqual({ amount, currency });
});
