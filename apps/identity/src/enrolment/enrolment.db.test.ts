import { randomUUID } from 'node:crypto';
import { collectorAccessChanged, collectorChanged } from '@platen/contracts';
import { type Actor, anonymous } from '@platen/platform';
import { administrator, branchAdministrator, foreigner, rossi, useKeys, verdi } from '../../test/use-keys';

const { ask, deliver, made, revoke: revokeKey, resolve, audited, sql } = useKeys();

const ISSUE = `mutation ($input: IssueCollectorCodeInput!) { issueCollectorCode(input: $input) { __typename
  ... on IssueCollectorCodeSuccess { code expiresAt collector { id access { state codeExpiresAt keyPrefix } } }
  ... on UserError { code } } }`;
const REVOKE = `mutation ($input: RevokeCollectorInput!) { revokeCollector(input: $input) { __typename
  ... on RevokeCollectorSuccess { collector { id access { state keyPrefix codeExpiresAt } } } ... on UserError { code } } }`;
const ENROL = `mutation ($input: EnrolCollectorInput!) { enrolCollector(input: $input) { __typename
  ... on EnrolCollectorSuccess { collectorId name key } ... on TooManyAttemptsError { retryAt } ... on UserError { code message } } }`;

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly key?: string;
  readonly collectorId?: string;
  readonly collector?: {
    readonly access: { readonly state: string; readonly keyPrefix: string | null } | null;
  };
}

const stranger = anonymous('request', 'en');
const collectorId: string = randomUUID();
const issue = async (actor: Actor = administrator, id = collectorId) =>
  (await ask(actor, ISSUE, { input: { collectorId: id } })).data?.issueCollectorCode as Answer & {
    code: string;
  };
const revoke = async (actor: Actor = administrator, id = collectorId) =>
  (await ask(actor, REVOKE, { input: { collectorId: id } })).data?.revokeCollector as Answer;
const enrol = async (code: string) => {
  const { data } = await ask(stranger, ENROL, { input: { code } });
  return data?.enrolCollector as Answer;
};
/** what fleet is told, oldest first */
const told = async () =>
  (
    await sql(`select payload->>'state' as state from identity.outbox
      where name = '${collectorAccessChanged.name}' order by id`)
  ).rows.map(({ state }) => state);
const known = (id = collectorId, customer = rossi, version = 1, name = 'Cellar') =>
  deliver(collectorChanged, {
    collectorId: id,
    customerId: customer.id,
    branchId: customer.branchId,
    name,
    version,
  });

describe('R65 a collector gets its key by a code', () => {
  test('the code is shown once, works once, and the key it gave writes telemetry and nothing else', async () => {
    await known();
    const issued = await issue();
    expect(issued).toMatchObject({
      __typename: 'IssueCollectorCodeSuccess',
      code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      collector: { access: { state: 'CODE', keyPrefix: null } },
    });
    const enrolled = await enrol(issued.code.toLowerCase().replaceAll('-', ' '));
    expect(enrolled).toMatchObject({ __typename: 'EnrolCollectorSuccess', collectorId, name: 'Cellar' });
    expect(await resolve(enrolled.key ?? '')).toMatchObject({
      kind: 'collector',
      id: collectorId,
      customerId: rossi.id,
      rights: new Set(['telemetry:write']),
    });
    expect(await enrol(issued.code)).toMatchObject({ code: 'ENROLMENT_CODE_INVALID' });
    expect(await told()).toEqual(['code', 'enrolled']);
    expect((await audited()).map(({ action, actor }) => [action, (actor as { kind: string }).kind])).toEqual([
      ['collector.changed', 'user'],
      ['collector.enrolled', 'collector'],
    ]);
    const { rows } = await sql(
      `select (select string_agg(t::text, '') from identity.one_time_token t)
           || (select string_agg(k::text, '') from identity.access_key k)
           || (select string_agg(o::text, '') from identity.outbox o) as everything`,
    );
    expect(rows[0].everything).not.toContain(issued.code);
    expect(rows[0].everything).not.toContain((enrolled.key ?? 'missing').slice(12));
  });

  test('of many that use a code at once, one gets the key', async () => {
    await known();
    const { code } = await issue();
    const answers = await Promise.all(Array.from({ length: 12 }, () => enrol(code)));
    expect(answers.filter(({ __typename }) => __typename === 'EnrolCollectorSuccess')).toHaveLength(1);
    const { rows } = await sql(`select id from identity.access_key where id = '${collectorId}'`);
    expect(rows).toHaveLength(1);
  });

  test('replacing ends the old key at once; the new one is the same collector', async () => {
    await known();
    const first = await enrol((await issue()).code);
    const { code } = await issue();
    expect(await resolve(first.key ?? '')).toBeNull();
    const second = await enrol(code);
    expect(second.collectorId).toBe(first.collectorId);
    expect(await resolve(first.key ?? '')).toBeNull();
    expect(await resolve(second.key ?? '')).toMatchObject({ id: collectorId });
  });

  test('taking the key away ends it and any code at once, here and on the page of keys', async () => {
    await known();
    const { key } = await enrol((await issue()).code);
    expect((await revoke()).collector?.access).toEqual({
      state: 'REVOKED',
      keyPrefix: null,
      codeExpiresAt: null,
    });
    expect(await resolve(key ?? '')).toBeNull();
    const { code } = await issue();
    await revoke();
    expect(await enrol(code)).toMatchObject({ code: 'ENROLMENT_CODE_INVALID' });
    const again = await enrol((await issue()).code);
    await revokeKey(administrator, collectorId);
    expect(await resolve(again.key ?? '')).toBeNull();
    expect((await told()).at(-1)).toBe('revoked');
  });

  test('an old code, an older code and a customer that rests open nothing', async () => {
    await known();
    const older = await issue();
    const newer = await issue();
    expect(await enrol(older.code)).toMatchObject({ code: 'ENROLMENT_CODE_INVALID' });
    await sql(`update identity.customer set suspended_at = now() where id = '${rossi.id}'`);
    expect(await enrol(newer.code)).toMatchObject({ code: 'ENROLMENT_CODE_INVALID' });
    await sql(`update identity.customer set suspended_at = null where id = '${rossi.id}'`);
    const { rows } = await sql('select expires_at - created_at as life from identity.one_time_token limit 1');
    expect(rows[0].life).toMatchObject({ days: 1 });
    await sql(`update identity.one_time_token set expires_at = now() - interval '1 second'`);
    expect(await enrol(newer.code)).toMatchObject({ code: 'ENROLMENT_CODE_INVALID' });
  });

  test('C22 guesses are counted by address', async () => {
    const answers: string[] = [];
    for (let i = 0; i < 22; i++) answers.push((await enrol(`AAAA-BBBB-${1000 + i}`)).__typename);
    expect(answers.slice(0, 20)).toEqual(Array(20).fill('EnrolmentCodeInvalidError'));
    expect(answers.slice(20)).toEqual(Array(2).fill('TooManyAttemptsError'));
  });

  test("C6 another's collector is as unknown as one that nobody has, and nothing happens to it", async () => {
    await known(collectorId, verdi);
    for (const [actor, id] of [
      [administrator, collectorId],
      [administrator, randomUUID()],
      [foreigner, collectorId],
      [administrator, 'no id'],
    ] as const) {
      expect(await issue(actor, id)).toEqual({
        __typename: 'CollectorNotFoundError',
        code: 'COLLECTOR_NOT_FOUND',
      });
      expect(await revoke(actor, id)).toEqual({
        __typename: 'CollectorNotFoundError',
        code: 'COLLECTOR_NOT_FOUND',
      });
    }
    expect(await told()).toEqual([]);
    expect((await issue(branchAdministrator)).__typename).toBe('IssueCollectorCodeSuccess');
  });

  test('a key of another kind under the same id is never touched', async () => {
    const { id, secret } = await made();
    await known(id);
    const { code } = await issue(administrator, id);
    expect(await enrol(code)).toMatchObject({ code: 'ENROLMENT_CODE_INVALID' });
    expect(await resolve(secret)).toMatchObject({ kind: 'partner' });
  });

  test('a collector that came by a key made by hand is told of as enrolled; old news change nothing', async () => {
    const { id } = await made(administrator, { kind: 'COLLECTOR', scopes: [] });
    await known(id, rossi, 2, 'New name');
    await known(id, rossi, 1, 'Old name');
    expect(await told()).toEqual(['enrolled']);
    const { rows } = await sql('select name, version from identity.collector');
    expect(rows).toEqual([{ name: 'New name', version: 2 }]);
  });
});
