import { locales } from '@platen/contracts';
import { customerRoles, staffRoles } from './given-roles';
import { roleWords } from './role-words';

const given = [...Object.keys(customerRoles), ...Object.keys(staffRoles)];

test.each(given)('%s has words in Italian and Dutch', (name) => {
  expect(roleWords('en', name)).toBe(name);
  expect([roleWords('it', name), roleWords('nl', name)]).not.toContain(name);
});

test.each(locales)('a role that an organisation named itself keeps its name (%s)', (locale) => {
  expect(roleWords(locale, 'Segreteria')).toBe('Segreteria');
});
