import type { BranchSettings } from '@platen/contracts';
import { type TestDatabase, createTestDatabase } from '@platen/testing';
import { service } from '../../test/thing-services';
import { system } from '../actor/actor';
import type { HandlerContext } from '../service';
import { forgetBranchAfter, knowBranch } from './know-branch';
import { knownBranches } from './known-branches';

const italy = '00000000-0000-7000-8000-0000000000a1';
const named = (name: string) => ({ name }) as BranchSettings;

describe('known branches', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase([service('billing')]);
  });
  beforeEach(() => database.clean());
  afterAll(() => database.close());

  const hear = (version: number, name: string) =>
    database.workOf('billing').write(system('test'), async (tx) => {
      const branch = { branchId: italy, code: 'IT', version, settings: named(name) };
      await knowBranch(branch, { tx } as HandlerContext);
    });

  test('an older version that arrives late never overwrites a newer one', async () => {
    await hear(2, 'second');
    await hear(1, 'first');
    expect(await knownBranches(database.workOf('billing')).settingsOf(italy)).toEqual({ name: 'second' });
    await hear(3, 'third');
    expect(await knownBranches(database.workOf('billing')).settingsOf(italy)).toEqual({ name: 'third' });
  });

  test('a branch not heard of yet is asked for every time; a known one is remembered for a minute', async () => {
    let elapsed = 0;
    const branches = knownBranches(database.workOf('billing'), () => elapsed);
    expect(await branches.settingsOf(italy)).toBeNull();
    await hear(1, 'first');
    expect(await branches.settingsOf(italy)).toEqual({ name: 'first' });
    await hear(2, 'second');
    elapsed = 59_999;
    expect(await branches.settingsOf(italy)).toEqual({ name: 'first' });
    elapsed = 60_000;
    expect(await branches.settingsOf(italy)).toEqual({ name: 'second' });
  });

  test('the process that handles the event answers with the new settings at once', async () => {
    const branches = knownBranches(database.workOf('billing'), () => 0);
    await hear(1, 'first');
    await branches.settingsOf(italy);
    const handler = forgetBranchAfter(
      { name: 'billing.know-branch', run: () => hear(2, 'second') },
      branches,
    );
    await handler.run({
      origin: 'identity',
      messageId: '',
      handler: handler.name,
      payload: null,
      requestId: '',
    });
    expect(await branches.settingsOf(italy)).toEqual({ name: 'second' });
  });
});
