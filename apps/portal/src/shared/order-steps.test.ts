import { stepStates } from './order-steps';

const states = (status: Parameters<typeof stepStates>[0]) => [...stepStates(status).values()];

describe('stepStates', () => {
  test.each([
    ['RECEIVED', ['now', 'todo', 'todo', 'todo', 'todo']],
    ['CONFIRMED', ['done', 'now', 'todo', 'todo', 'todo']],
    ['PICKED', ['done', 'done', 'now', 'todo', 'todo']],
    ['SHIPPED', ['done', 'done', 'done', 'now', 'todo']],
    ['DELIVERED', ['done', 'done', 'done', 'done', 'done']],
    ['BACKORDERED', ['done', 'done', 'todo', 'todo', 'todo']],
    ['AWAITING_APPROVAL', ['done', 'todo', 'todo', 'todo', 'todo']],
    ['DECLINED', ['done', 'todo', 'todo', 'todo', 'todo']],
    ['CANCELLED', ['done', 'todo', 'todo', 'todo', 'todo']],
    ['RETURNED', ['done', 'done', 'done', 'done', 'done']],
    ['LOST', ['done', 'done', 'done', 'done', 'todo']],
  ] as const)('%s', (status, expected) => {
    expect(states(status)).toEqual(expected);
  });
});
