import { auditFilter, readOperators, withOperator } from './audit-search';

const id = '00000000-0000-7000-8000-000000000001';
const nothing = {
  actions: null,
  actor: null,
  target: null,
  targetKind: null,
  customerId: null,
  from: null,
  before: null,
};

test.each([
  ['', {}, []],
  ['action:key.created', { action: 'key.created' }, []],
  ['ACTION:key from:2026-11-01 to:2026-11-30', { action: 'key', from: '2026-11-01', to: '2026-11-30' }, []],
  ['anna@rossi.example', { actor: 'anna@rossi.example' }, []],
  [id, { target: id }, []],
  ['key', { action: 'key' }, []],
  [`actor:${id} kind:user customer:${id}`, { actor: id, kind: 'user', customer: id }, []],
  ['action:role action:key', { action: 'key' }, []],
  [
    'from:yesterday to:2026-13-40 moon:full actor:',
    {},
    ['from:yesterday', 'to:2026-13-40', 'moon:full', 'actor:'],
  ],
  ['customer:rossi', {}, ['customer:rossi']],
])('%j', (q, operands, strange) => {
  expect(readOperators(q)).toEqual({ operands, strange });
});

test('an operator is set, replaced and taken out', () => {
  expect(withOperator('', 'action', 'key')).toBe('action:key');
  expect(withOperator('from:2026-11-01 action:role nonsense:x', 'action', 'key')).toBe(
    'action:key from:2026-11-01',
  );
  expect(withOperator('action:key from:2026-11-01', 'action', '')).toBe('from:2026-11-01');
});

test('days are whole, and a thing stands for its acts', () => {
  expect(auditFilter({})).toEqual(nothing);
  expect(auditFilter({ action: 'key', from: '2026-11-01', to: '2026-11-30' })).toEqual({
    ...nothing,
    actions: ['key.created', 'key.rotated', 'key.revoked'],
    from: '2026-11-01T00:00:00Z',
    before: '2026-12-01T00:00:00.000Z',
  });
});
