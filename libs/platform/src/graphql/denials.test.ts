import { GraphQLError } from 'graphql';
import type { AuditNote } from '../outbox/audit-note';
import type { UnitOfWork } from '../database/unit-of-work';
import { type Actor, anonymous } from '../actor/actor';
import { createLogger } from '../log';
import { Denials } from './denials';

const member: Actor = { ...anonymous('r', 'en'), kind: 'user', id: '00000000-0000-7000-8000-000000000001' };
const other: Actor = { ...member, id: '00000000-0000-7000-8000-000000000002' };
const refused = (code: string) => [new GraphQLError('no', { path: ['invoices'], extensions: { code } })];

function denialsAt(time: { ms: number }, fails = false) {
  const notes: AuditNote[] = [];
  const work = {
    write: async (_actor: Actor, run: (tx: { audit(note: AuditNote): void }) => Promise<void>) => {
      if (fails) throw new Error('no database');
      await run({ audit: (note) => notes.push(note) });
    },
  } as unknown as UnitOfWork;
  return { notes, denials: new Denials(work, createLogger('test', 'silent'), () => time.ms) };
}

test('C40 a right that is missing is noted once a minute for each person', async () => {
  const time = { ms: 0 };
  const { notes, denials } = denialsAt(time);
  await denials.note(member, refused('UNAUTHORIZED'));
  await denials.note(member, refused('UNAUTHORIZED'));
  await denials.note(other, refused('UNAUTHORIZED'));
  expect(notes).toEqual([
    { action: 'access.denied', target: { kind: 'field', id: 'invoices' } },
    { action: 'access.denied', target: { kind: 'field', id: 'invoices' } },
  ]);
  time.ms = 60_000;
  await denials.note(member, refused('UNAUTHORIZED'));
  expect(notes).toHaveLength(3);
});

test.each([
  ['a stranger', anonymous('r', 'en'), refused('UNAUTHORIZED')],
  ['another error', member, refused('BAD_USER_INPUT')],
  ['no error', member, []],
])('C40 %s is not noted', async (_name, actor, errors) => {
  const { notes, denials } = denialsAt({ ms: 0 });
  await denials.note(actor, errors);
  expect(notes).toEqual([]);
});

test('C40 the refusal stands when it cannot be noted', async () => {
  const { denials } = denialsAt({ ms: 0 }, true);
  await expect(denials.note(member, refused('UNAUTHORIZED'))).resolves.toBeUndefined();
});
