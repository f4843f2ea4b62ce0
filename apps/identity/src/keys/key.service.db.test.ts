import { administrator, branchAdministrator, foreigner, rossi, useKeys, verdi } from '../../test/use-keys';
import { actors } from '../../test/actors';

const { ask, create, made, rotate, revoke, list, resolve, audited, sql } = useKeys();

const keys = async () => (await sql('select * from identity.access_key order by id')).rows;

describe('C7 making a key', () => {
  test('it is shown once, stored hashed, and does what was chosen', async () => {
    const answer = await create(administrator, { expiresAt: '2999-01-01T00:00:00Z', requestsPerMinute: 60 });
    expect(answer).toMatchObject({
      __typename: 'CreatePartnerKeySuccess',
      secret: expect.stringMatching(/^ptn_[\w-]{43}$/),
      key: {
        kind: 'PARTNER',
        name: 'ERP',
        scopes: ['order:read', 'order:place'],
        state: 'ACTIVE',
        createdBy: 'Anna Neri',
        expiresAt: '2999-01-01T00:00:00.000Z',
        lastUsedAt: null,
        requestsPerMinute: 60,
        costPerMinute: null,
        viewerCanRotate: true,
        viewerCanRevoke: true,
        customer: { name: 'Rossi' },
      },
    });
    const { secret } = answer as { secret: string };
    expect(answer.key?.prefix).toBe(secret.slice(0, 12));
    const { rows } = await sql(
      `select (select string_agg(k::text, '') from identity.access_key k)
           || (select string_agg(i::text, '') from identity.idempotency i)
           || (select string_agg(o::text, '') from identity.outbox o) as everything`,
    );
    expect(rows[0].everything).not.toContain(secret.slice(12));
    expect(await resolve(secret)).toMatchObject({
      kind: 'partner',
      id: answer.key?.id,
      customerId: rossi.id,
      rights: new Set(['order:read', 'order:place']),
      limits: { requests: 60, cost: null },
    });
    expect(await audited()).toMatchObject([
      {
        action: 'key.created',
        customerId: rossi.id,
        target: { kind: 'key', id: answer.key?.id },
        facts: { kind: 'partner', rights: ['order:read', 'order:place'] },
      },
    ]);
  });

  test('C50 the same call again makes no second key and shows nothing; another input is a conflict', async () => {
    const call = { idempotencyKey: 'the same' };
    const first = await create(administrator, call);
    const again = await create(administrator, call);
    expect([again.key?.id, again.secret]).toEqual([first.key?.id, null]);
    expect((await create(administrator, { ...call, name: 'Other' })).code).toBe('IDEMPOTENCY_CONFLICT');
    expect(await keys()).toHaveLength(1);
    expect(await audited()).toHaveLength(1);
  });

  test('T10 twenty at once make one key, and one of them is shown it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => create(administrator, { idempotencyKey: 'at once' })),
    );
    expect(answers.filter(({ secret }) => secret)).toHaveLength(1);
    expect(await keys()).toHaveLength(1);
  });

  test.each([
    ['no name', { name: ' ' }, 'name'],
    ['a right that leads to more', { scopes: ['order:read', 'user:manage'] }, 'scopes'],
    ['a right that nobody knows', { scopes: ['moon:land'] }, 'scopes'],
    ['a right of staff', { scopes: ['customer:read'] }, 'scopes'],
    ['yesterday', { expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    ['no requests', { requestsPerMinute: 0 }, 'requestsPerMinute'],
    ["another customer's", { customerId: verdi.id }, 'customerId'],
    ['no customer at all', { customerId: 'x' }, 'customerId'],
  ])('refused with a word at its place: %s', async (_what, input, path) => {
    const answer = await create(administrator, input);
    expect([answer.__typename, answer.fields?.[0]?.path]).toEqual(['InvalidInputError', path]);
    expect([await keys(), await audited()]).toEqual([[], []]);
  });

  test('staff: for the branch, for a customer of the branch, a collector; nothing of another branch', async () => {
    const ofBranch = await create(branchAdministrator, { scopes: ['order:read', 'customer:read'] });
    expect(await resolve(ofBranch.secret ?? '')).toMatchObject({
      kind: 'partner',
      customerId: null,
      branchId: branchAdministrator.branchId,
    });
    const collector = await create(branchAdministrator, {
      kind: 'COLLECTOR',
      scopes: [],
      customerId: verdi.id,
    });
    expect(await resolve(collector.secret ?? '')).toMatchObject({
      kind: 'collector',
      customerId: verdi.id,
      rights: new Set(['telemetry:write']),
    });
    expect((await audited())[1]).toMatchObject({ action: 'key.created', customerId: verdi.id });
    const nobody = await create(branchAdministrator, { kind: 'COLLECTOR', scopes: [] });
    expect(nobody.fields?.[0]?.path).toBe('customerId');
    expect(
      (await create(foreigner, { scopes: ['order:read'], customerId: verdi.id })).fields?.[0]?.path,
    ).toBe('customerId');
  });

  test('without the right nothing happens', async () => {
    const document = `mutation { createPartnerKey(input: { name: "x", scopes: ["order:read"],
      idempotencyKey: "1" }) { __typename } }`;
    for (const actor of [actors.member, actors.staff, actors['partner of a customer'], actors.collector])
      expect((await ask(actor, document)).errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
    expect((await ask({ ...administrator, viewedBy: actors.staff.id }, document)).errors).toHaveLength(1);
    expect(await keys()).toEqual([]);
  });
});

describe('C7 the list', () => {
  test('an organisation sees its own, staff those of the branch or of one customer', async () => {
    await made(administrator, { name: 'ERP' });
    await made(branchAdministrator, { name: 'Carrier', scopes: ['order:read'] });
    await made(branchAdministrator, { name: 'Probe', kind: 'COLLECTOR', scopes: [], customerId: verdi.id });
    const names = async (actor: typeof administrator, variables = {}) =>
      (await list(actor, variables)).edges.map(({ node }) => node.name);
    expect(await names(administrator)).toEqual(['ERP']);
    expect(await names(branchAdministrator)).toEqual(['Probe', 'Carrier', 'ERP']);
    expect(await names(branchAdministrator, { customerId: verdi.id })).toEqual(['Probe']);
    expect(await names(branchAdministrator, { customerId: 'x' })).toEqual([]);
    expect(await names(foreigner)).toEqual([]);
    const first = await list(branchAdministrator, { first: 2 });
    const rest = await list(branchAdministrator, { first: 2, after: first.pageInfo.endCursor });
    expect(rest.edges.map(({ node }) => node.name)).toEqual(['ERP']);
  });
});

describe('C7 rotation', () => {
  test('the key of a collector is not renewed here: that would make two collectors', async () => {
    const key = await made(branchAdministrator, { kind: 'COLLECTOR', scopes: [], customerId: verdi.id });
    const answer = await rotate(branchAdministrator, key.id, 24);
    expect(answer).toMatchObject({ code: 'KEY_COLLECTOR_RENEWED_THERE', fields: [{ path: 'id' }] });
  });

  test('both keys open during the overlap, the new one alone after it', async () => {
    const old = await made(administrator, { expiresAt: '2999-01-01T00:00:00Z', costPerMinute: 500 });
    const answer = await rotate(administrator, old.id, 24);
    expect(answer).toMatchObject({
      __typename: 'RotatePartnerKeySuccess',
      key: { name: 'ERP', scopes: ['order:read', 'order:place'], costPerMinute: 500, state: 'ACTIVE' },
      replaced: { id: old.id, state: 'REPLACED', viewerCanRotate: false, viewerCanRevoke: true },
    });
    const fresh = answer.secret ?? '';
    expect(fresh).not.toBe(old.secret);
    expect((await resolve(old.secret))?.id).toBe(old.id);
    expect((await resolve(fresh))?.id).toBe(answer.key?.id);
    const { rows } = await sql(
      `select expires_at - now() between interval '23 hours 59 minutes' and interval '24 hours' as day
       from identity.access_key where id = '${old.id}'`,
    );
    expect(rows).toEqual([{ day: true }]);
    await sql(`update identity.access_key set expires_at = now() where id = '${old.id}'`);
    expect(await resolve(old.secret)).toBeNull();
    expect(await resolve(fresh)).not.toBeNull();
    expect((await audited()).at(-1)).toMatchObject({
      action: 'key.rotated',
      target: { id: old.id },
      facts: { successor: answer.key?.id, overlapHours: 24 },
    });
  });

  test('without overlap the old key is dead at once', async () => {
    const old = await made();
    await rotate(administrator, old.id, 0);
    expect(await resolve(old.secret)).toBeNull();
  });

  test('a key that ends sooner than the overlap still ends then', async () => {
    const old = await made(administrator, { expiresAt: '2999-01-01T00:00:00Z' });
    await sql(`update identity.access_key set expires_at = now() + interval '1 hour'`);
    await rotate(administrator, old.id, 24);
    const { rows } = await sql(
      `select expires_at < now() + interval '2 hours' as soon from identity.access_key where id = '${old.id}'`,
    );
    expect(rows).toEqual([{ soon: true }]);
  });

  test('twice, or at once: one successor', async () => {
    const old = await made();
    const answers = await Promise.all([1, 2, 3].map(() => rotate(administrator, old.id)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'PartnerKeyEndedError',
      'PartnerKeyEndedError',
      'RotatePartnerKeySuccess',
    ]);
    expect(await keys()).toHaveLength(2);
  });

  test.each([-1, 721])('an overlap of %d hours is refused', async (hours) => {
    const old = await made();
    expect((await rotate(administrator, old.id, hours)).fields?.[0]?.path).toBe('overlapHours');
    expect(await keys()).toHaveLength(1);
  });

  test('C5 nobody gets the successor of a key that may do more than he', async () => {
    const key = await made();
    expect((await rotate(branchAdministrator, key.id)).code).toBe('KEY_RIGHTS_NOT_HELD');
    expect((await list(branchAdministrator)).edges[0]?.node).toMatchObject({
      viewerCanRotate: false,
      viewerCanRevoke: true,
    });
    expect(await keys()).toHaveLength(1);
  });
});

describe('C7 the end of a key', () => {
  test('acts at the next request, and again does no harm', async () => {
    const key = await made();
    expect((await revoke(administrator, key.id)).key).toMatchObject({
      state: 'REVOKED',
      viewerCanRotate: false,
      viewerCanRevoke: false,
    });
    expect(await resolve(key.secret)).toBeNull();
    expect((await revoke(administrator, key.id)).__typename).toBe('RevokePartnerKeySuccess');
    expect((await rotate(administrator, key.id)).code).toBe('KEY_ENDED');
    expect((await audited()).map(({ action }) => action)).toEqual(['key.created', 'key.revoked']);
  });

  test('C6 keys of others are as unknown as those that do not exist', async () => {
    const key = await made(branchAdministrator, { scopes: ['order:read'], customerId: verdi.id });
    for (const actor of [administrator, foreigner]) {
      for (const id of [key.id, '00000000-0000-7000-8000-00000000dead', 'x']) {
        expect(await revoke(actor, id)).toMatchObject({ code: 'KEY_NOT_FOUND' });
        expect(await rotate(actor, id)).toMatchObject({ code: 'KEY_NOT_FOUND' });
      }
    }
    expect(await resolve(key.secret)).not.toBeNull();
    expect(await audited()).toHaveLength(1);
  });
});
