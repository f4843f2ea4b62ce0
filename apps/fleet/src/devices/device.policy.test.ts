import { actors } from '../../test/actors';
import { canUpdateDevices } from './device.policy';

const allowed = new Set<string>([
  'administrator',
  'administrator of another customer',
  'staff',
  'staff of another branch',
]);

test.each(Object.keys(actors))('R20 whether %s may change visible machines', (name) => {
  expect(canUpdateDevices(actors[name as keyof typeof actors])).toBe(allowed.has(name));
});
