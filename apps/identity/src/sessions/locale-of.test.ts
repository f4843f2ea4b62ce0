import { localeOf } from './locale-of';

test.each([
  [null, 'en'],
  ['', 'en'],
  ['it', 'it'],
  ['nl-BE', 'nl'],
  ['IT-it,en;q=0.8', 'it'],
  ['fr, en;q=0.5, nl;q=0.8', 'nl'],
  ['fr, de', 'en'],
  ['it;q=0, nl;q=0.1', 'nl'],
  ['it;q=nonsense', 'en'],
  ['*', 'en'],
  [`${'x,'.repeat(5000)}it`, 'en'],
] as const)('Accept-Language %j means %s', (header, locale) => {
  expect(localeOf(header, 'en')).toBe(locale);
});
