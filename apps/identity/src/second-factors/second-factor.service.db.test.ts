import { anna, collector, rossi, stranger } from '../../test/use-identity';
import { codeOf, useSecondFactors } from '../../test/use-second-factors';

const kit = useSecondFactors();
const { actorOf, addApp, addKey, startApp, confirmApp, removeApp, renewCodes, removePasskey } = kit;
const { sql, mails, audited, resolve, data } = kit;

const MINE = '{ mySecondFactors { since recoveryCodesLeft demanded passkeys { name } } }';
const since = async () =>
  (await sql(`select second_factor_since as since from identity.user_account where id = '${anna.id}'`))
    .rows[0].since;
const demand = () => sql('update identity.customer set requires_second_factor = true');

describe('C21 an authenticator app', () => {
  test('is added with its first code, and ten recovery codes are shown', async () => {
    const actor = await actorOf();
    const started = await startApp(actor);
    expect(new URL(started.uri ?? '').searchParams.get('secret')).toBe(started.secret);
    expect(await since()).toBeNull();
    const added = await confirmApp(actor, codeOf(started.secret ?? ''));
    expect(added).toMatchObject({
      __typename: 'AddSecondFactorSuccess',
      secondFactors: { recoveryCodesLeft: 10, demanded: false, passkeys: [] },
    });
    expect(new Set(added.recoveryCodes).size).toBe(10);
    expect(await since()).toBeInstanceOf(Date);
    expect(await mails()).toMatchObject([
      {
        recipient: anna.email,
        template: 'second-factor-changed',
        data: {
          values: { change: 'è stata aggiunta un’app di autenticazione' },
          link: { url: expect.stringMatching(/\/account\/security$/) },
        },
      },
    ]);
    expect((await audited()).at(-1)).toMatchObject({
      action: 'second-factor.added',
      actor: { id: anna.id },
      customerId: rossi.id,
      facts: { factor: 'authenticator-app' },
    });
  });

  test.each(['not this', '', '\0', 'x'.repeat(1_000_000)])(
    'is not begun without the password: %.10j',
    async (currentPassword) => {
      const answer = await startApp(await actorOf(), { currentPassword });
      expect(answer).toMatchObject({ code: 'WRONG_PASSWORD', fields: [{ path: 'currentPassword' }] });
      expect((await sql('select from identity.authenticator_app')).rowCount).toBe(0);
      expect(await mails()).toEqual([]);
    },
  );

  test('a wrong code adds nothing and tells nobody', async () => {
    const actor = await actorOf();
    await startApp(actor);
    for (const code of ['000000', '', 'x'.repeat(100_000), '😀'])
      expect(await confirmApp(actor, code)).toMatchObject({ code: 'WRONG_CODE', fields: [{ path: 'code' }] });
    expect(await since()).toBeNull();
    expect(await mails()).toEqual([]);
  });

  test('a seed waits fifteen minutes, and a newer one replaces it', async () => {
    const actor = await actorOf();
    const [older, newer] = [await startApp(actor), await startApp(actor)];
    expect(await confirmApp(actor, codeOf(older.secret ?? ''))).toMatchObject({ code: 'WRONG_CODE' });
    await sql(`update identity.authenticator_app set created_at = now() - interval '15 minutes'`);
    expect(await confirmApp(actor, codeOf(newer.secret ?? ''))).toMatchObject({ code: 'NOTHING_STARTED' });
  });

  test('another phone replaces the app, the recovery codes stay', async () => {
    const actor = await actorOf();
    await addApp(actor);
    const { recoveryCodes } = await addApp(actor);
    expect(recoveryCodes).toEqual([]);
    expect((await sql('select from identity.authenticator_app')).rowCount).toBe(1);
    expect(await mails()).toHaveLength(2);
  });

  test('is removed with the password; without a factor recovery codes are worth nothing', async () => {
    const actor = await actorOf();
    await addApp(actor);
    expect(await removeApp(actor, { currentPassword: 'not this' })).toMatchObject({ code: 'WRONG_PASSWORD' });
    expect(await since()).toBeInstanceOf(Date);
    expect(await mails()).toHaveLength(1);
    expect(await removeApp(actor)).toMatchObject({ secondFactors: { since: null, recoveryCodesLeft: 0 } });
    expect(await since()).toBeNull();
    expect(await mails()).toHaveLength(2);
    await removeApp(actor);
    expect(await mails()).toHaveLength(2);
  });
});

describe('C21 recovery codes', () => {
  test('new ones replace the old', async () => {
    const actor = await actorOf();
    const { recoveryCodes: old } = await addApp(actor);
    const { recoveryCodes, secondFactors } = await renewCodes(actor);
    expect(recoveryCodes).toHaveLength(10);
    expect(recoveryCodes?.some((code) => old.includes(code))).toBe(false);
    expect(secondFactors?.recoveryCodesLeft).toBe(10);
    expect((await sql('select from identity.recovery_code')).rowCount).toBe(10);
  });

  test('without a factor there is nothing to recover', async () => {
    expect(await renewCodes(await actorOf())).toMatchObject({ code: 'NO_SECOND_FACTOR' });
    expect(await mails()).toEqual([]);
  });
});

describe('C21 a demanded factor', () => {
  test('the last one stays, and nothing is sent', async () => {
    const actor = await actorOf();
    await addApp(actor);
    await demand();
    expect(await removeApp(actor)).toMatchObject({ code: 'LAST_SECOND_FACTOR' });
    expect(await since()).toBeInstanceOf(Date);
    expect(await mails()).toHaveLength(1);
  });

  test('two removed at once: one stays', async () => {
    const actor = await actorOf();
    await addApp(actor);
    const { id } = await addKey(actor);
    await demand();
    const answers = await Promise.all([removeApp(actor), removePasskey(actor, { id })]);
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['LAST_SECOND_FACTOR', 'done']);
    expect(await since()).toBeInstanceOf(Date);
  });

  test('who has none has no rights, but can add one, and then has them', async () => {
    const token = await kit.tokenOf();
    await demand();
    const actor = await resolve({ sessionToken: token });
    expect(actor?.rights).toEqual(new Set());
    if (actor) await addApp(actor);
    expect((await resolve({ sessionToken: token }))?.rights.has('user:manage')).toBe(true);
  });
});

describe('C21 whose factors', () => {
  test('nobody sees or changes those of somebody whose eyes he looks through', async () => {
    const actor = { ...(await actorOf()), viewedBy: '00000000-0000-7000-8000-000000000009' };
    expect(await data(actor, MINE)).toEqual({ mySecondFactors: null });
    expect(await startApp(actor)).toMatchObject({ __typename: 'error', code: expect.any(String) });
    expect((await sql('select from identity.authenticator_app')).rowCount).toBe(0);
  });

  test('a key has none', async () => {
    const key = await resolve({ bearer: collector.key });
    if (!key) throw new Error('the collector has no key');
    expect(await data(key, MINE)).toEqual({ mySecondFactors: null });
    expect(await startApp(key)).toMatchObject({ code: 'WRONG_PASSWORD' });
    expect(await confirmApp(key, '123456')).toMatchObject({ code: 'NOTHING_STARTED' });
  });

  test('nobody signed in is asked to', async () => {
    expect((await kit.ask(stranger, MINE)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
