import { actors } from '../../test/actors';
import { managedBy, ownCollector } from './collector.policy';

const managers: Readonly<Record<string, [string, string]>> = {
  member: ['customer_id', '00000000-0000-7000-8000-0000000000c1'],
  administrator: ['customer_id', '00000000-0000-7000-8000-0000000000c1'],
  'user without rights': ['customer_id', '00000000-0000-7000-8000-0000000000c1'],
  'administrator of another customer': ['customer_id', '00000000-0000-7000-8000-0000000000c2'],
  staff: ['branch_id', '00000000-0000-7000-8000-0000000000b1'],
  'staff without rights': ['branch_id', '00000000-0000-7000-8000-0000000000b1'],
  'staff of another branch': ['branch_id', '00000000-0000-7000-8000-0000000000b2'],
};

test.each(Object.entries(actors))(
  '%s looks after its own collectors with the right, else none',
  (name, actor) => {
    const granted = { ...actor, rights: new Set([...actor.rights, 'collector:manage' as const]) };
    const [column, is] = managers[name] ?? ['customer_id', null];
    expect(managedBy(granted)).toEqual({ column, is });
    expect(managedBy(actor).is).toBeNull();
  },
);

test('only a collector of one customer speaks for itself', () => {
  const speaking = Object.entries(actors).filter(([, actor]) => ownCollector(actor) !== null);
  expect(speaking.map(([name]) => name)).toEqual(['collector', 'collector of another customer']);
});
