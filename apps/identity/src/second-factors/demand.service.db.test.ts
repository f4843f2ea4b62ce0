import type { Actor } from '@platen/platform';
import { buildCustomer, buildWorld } from '@platen/testing';
import { buildUser } from '../../test/factories';
import { anna, branch, giulia, rossi } from '../../test/use-identity';
import { useSecondFactors } from '../../test/use-second-factors';

const { actorOf, addApp, ask, data, load, resolve, tokenOf, sql, audited } = useSecondFactors();

const DEMAND = '{ secondFactorDemand { required people peopleWithout viewerHasOne } }';
const VIEWER = '{ viewer { hasSecondFactor mustAddSecondFactor } }';
const require = async (actor: Actor, required: boolean, field = 'requireSecondFactor') => {
  const document = `mutation ($input: RequireSecondFactorInput!) { ${field}(input: $input) { __typename
    ... on RequireSecondFactorSuccess { demand { required peopleWithout } } ... on UserError { code } } }`;
  const { data: answer, errors } = await ask(actor, document, { input: { required } });
  return answer?.[field] ?? errors?.[0]?.extensions.code;
};
const demanding = async () =>
  (await sql('select name from identity.customer where requires_second_factor')).rows.map(({ name }) => name);

const verdi = buildCustomer(branch, { name: 'Verdi' });
const member = buildUser(rossi, { email: 'marco@rossi.example', role: 'Member' });
const boss = buildUser(branch, { email: 'boss@platen.example', role: 'Branch administrator' });
beforeEach(() => load(buildWorld({ customers: [verdi], users: [member, boss, buildUser(verdi)] })));

describe('C21 an administrator demands a second factor', () => {
  test('having one himself; then those without may do nothing but add one', async () => {
    const token = await tokenOf(member.email);
    const actor = await actorOf();
    expect(await require(actor, true)).toMatchObject({ code: 'NO_SECOND_FACTOR' });
    expect(await demanding()).toEqual([]);
    await addApp(actor);
    expect(await data(actor, DEMAND)).toEqual({
      secondFactorDemand: { required: false, people: 2, peopleWithout: 1, viewerHasOne: true },
    });
    expect(await require(actor, true)).toMatchObject({ demand: { required: true, peopleWithout: 1 } });
    expect(await demanding()).toEqual([rossi.name]);
    expect((await audited()).at(-1)).toMatchObject({
      action: 'second-factor.required',
      target: { kind: 'customer', id: rossi.id },
      facts: { required: true },
    });
    const marco = await resolve({ sessionToken: token });
    expect(marco?.rights).toEqual(new Set());
    if (!marco) throw new Error('marco is signed out');
    expect(await data(marco, VIEWER)).toEqual({
      viewer: { hasSecondFactor: false, mustAddSecondFactor: true },
    });
    expect(await data(actor, VIEWER)).toEqual({
      viewer: { hasSecondFactor: true, mustAddSecondFactor: false },
    });
  });

  test('takes it back, without having one', async () => {
    await sql('update identity.customer set requires_second_factor = true');
    const actor = await actorOf();
    expect(await require({ ...actor, rights: new Set(['user:manage']) }, false)).toMatchObject({
      demand: { required: false },
    });
  });

  test('asking for what is so already is no news', async () => {
    const actor = await actorOf();
    await require(actor, false);
    expect((await audited()).filter(({ action }) => action === 'second-factor.required')).toEqual([]);
  });

  test('a member and staff may not, and are shown nothing', async () => {
    for (const email of [member.email, giulia.email, boss.email])
      expect(await require(await actorOf(email), true)).toBe('UNAUTHORIZED');
    expect(await data(await actorOf(member.email), DEMAND)).toEqual({ secondFactorDemand: null });
    expect(await demanding()).toEqual([]);
  });
});

describe('C21 whoever runs a branch demands it of its staff', () => {
  test('and of nobody else', async () => {
    const token = await tokenOf(giulia.email);
    const actor = await actorOf(boss.email);
    await addApp(actor);
    expect(await require(actor, true, 'requireStaffSecondFactor')).toMatchObject({
      demand: { peopleWithout: 1 },
    });
    expect((await resolve({ sessionToken: token }))?.rights).toEqual(new Set());
    const annas = await resolve({ sessionToken: await tokenOf(anna.email) });
    expect(annas?.rights.has('user:manage')).toBe(true);
    expect(await demanding()).toEqual([]);
  });

  test('other staff and administrators of customers may not', async () => {
    for (const email of [giulia.email, anna.email])
      expect(await require(await actorOf(email), true, 'requireStaffSecondFactor')).toBe('UNAUTHORIZED');
    expect((await sql('select from identity.branch where staff_require_second_factor')).rowCount).toBe(0);
  });
});
