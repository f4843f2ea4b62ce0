import { attemptSubjects, networkOf } from './sign-in-attempts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts for %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('an account is counted whatever the case of its mail, and apart from addresses', () => {
  const subjects = attemptSubjects('Anna@rossi.example', '192.0.2.1');
  expect(attemptSubjects('anna@ROSSI.example', null).account).toEqual(subjects.account);
  expect(attemptSubjects('192.0.2.1', null).account).not.toEqual(subjects.address);
  expect(attemptSubjects('x', null).address).toEqual(attemptSubjects('y', null).address);
});
