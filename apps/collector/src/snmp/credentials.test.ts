import { inspect } from 'node:util';
import { Community } from './credentials';

test('a community prints as <secret> wherever it is printed', () => {
  const community = new Community('hush');
  const printed = [
    String(community),
    JSON.stringify({ community }),
    inspect({ community }, { showHidden: true }),
  ];
  expect(printed.join()).not.toContain('hush');
  expect(printed.every((text) => text.includes('<secret>'))).toBe(true);
  expect(community.reveal('Jetdirect')).toBe('hush@Jetdirect');
});
