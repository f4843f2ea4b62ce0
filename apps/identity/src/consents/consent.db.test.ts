import type { Actor } from '@platen/platform';
import { anna, branch, giulia, stranger, useIdentity } from '../../test/use-identity';
import { CONSENT_VERSION } from './consent-text';

const identity = useIdentity();
const { ask, resolve, sql, tokenOf } = identity;

const SAY = `mutation ($input: UpdateMyConsentInput!) { updateMyConsent(input: $input) { __typename
  ... on UpdateMyConsentSuccess { consent { given version saidAt } }
  ... on InvalidInputError { fields { path } } ... on UserError { code } } }`;
const MINE = '{ myAccount { marketingConsent { given saidAt version currentVersion } } }';

const signedIn = async (email = anna.email): Promise<Actor> =>
  (await resolve({ sessionToken: await tokenOf(email) })) ?? stranger;
const say = async (actor: Actor, given: boolean, version: string = CONSENT_VERSION) =>
  (await ask(actor, SAY, { input: { given, version } })).data?.updateMyConsent as Record<string, unknown>;
const history = async () => (await sql('select given, version from identity.consent order by id')).rows;
const asked = () =>
  sql(
    `update identity.branch set settings = jsonb_set(settings, '{marketingConsent}', 'true') where id = '${branch.id}'`,
  );

test('R12 no answer is no, and the page says which text is answered', async () => {
  await asked();
  expect(await identity.data(await signedIn(), MINE)).toEqual({
    myAccount: {
      marketingConsent: { given: false, saidAt: null, version: null, currentVersion: CONSENT_VERSION },
    },
  });
});

test('R13 each answer is kept with its date and version, and taking it back is one more', async () => {
  await asked();
  const actor = await signedIn();
  expect(await say(actor, true)).toEqual({
    __typename: 'UpdateMyConsentSuccess',
    consent: { given: true, version: CONSENT_VERSION, saidAt: expect.stringMatching(/Z$/) },
  });
  await say(actor, true);
  await say(actor, false);
  expect(await history()).toEqual([
    { given: true, version: CONSENT_VERSION },
    { given: false, version: CONSENT_VERSION },
  ]);
  const { rows } = await sql(`select payload->>'action' as action from identity.outbox
    where payload->>'action' like 'consent.%' order by id`);
  expect(rows.map(({ action }) => action)).toEqual(['consent.given', 'consent.withdrawn']);
});

test('the same answer twenty times at once is one', async () => {
  await asked();
  const actor = await signedIn();
  await Promise.all(Array.from({ length: 20 }, () => say(actor, true)));
  expect(await history()).toHaveLength(1);
});

test('an answer to another text is none', async () => {
  await asked();
  expect(await say(await signedIn(), true, '2020-01')).toMatchObject({
    code: 'CONSENT_TEXT_CHANGED',
    fields: [{ path: 'given' }],
  });
  expect(await history()).toEqual([]);
});

test('a branch that sends nothing of the kind does not ask', async () => {
  const actor = await signedIn();
  expect(await identity.data(actor, MINE)).toEqual({ myAccount: { marketingConsent: null } });
  expect(await say(actor, true)).toMatchObject({ code: 'CONSENT_NOT_ASKED' });
  expect(await history()).toEqual([]);
});

test('nobody says it for somebody else', async () => {
  await asked();
  const actor = await signedIn();
  expect(
    (await ask({ ...actor, viewedBy: giulia.id }, SAY, { input: { given: true, version: CONSENT_VERSION } }))
      .data,
  ).toBeNull();
  expect(await history()).toEqual([]);
});
