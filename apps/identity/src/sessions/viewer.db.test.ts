import { statementsOf } from '@platen/testing';
import { anna, collector, rossi, stranger, useIdentity } from '../../test/use-identity';

const { tokenOf, resolve, data } = useIdentity();

describe('the viewer', () => {
  const VIEWER = '{ viewer { kind rights user { email } customer { number } branch { code } } }';

  test('nobody', async () => {
    const viewer = { kind: 'ANONYMOUS', rights: [], user: null, customer: null, branch: null };
    expect(await data(stranger, VIEWER)).toEqual({ viewer });
  });

  test('a user, by three statements', async () => {
    const actor = (await resolve({ sessionToken: await tokenOf() })) ?? stranger;
    expect(await data(actor, VIEWER)).toEqual({
      viewer: {
        kind: 'USER',
        rights: [...actor.rights].sort(),
        user: { email: anna.email },
        customer: { number: rossi.number },
        branch: { code: 'IT' },
      },
    });
    expect(await statementsOf(() => data(actor, VIEWER))).toHaveLength(3);
  });

  test('a collector, which is no user', async () => {
    const actor = (await resolve({ bearer: collector.key })) ?? stranger;
    expect(await data(actor, VIEWER)).toMatchObject({ viewer: { kind: 'COLLECTOR', user: null } });
  });
});
