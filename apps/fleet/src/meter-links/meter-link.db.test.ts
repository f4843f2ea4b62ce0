import { randomUUID } from 'node:crypto';
import {
  MOST_REMINDED,
  type PayloadOf,
  type meterLinkMade,
  type meterReadersNamed,
  type meterReadingsDue,
  usualMeterSettings,
} from '@platen/contracts';
import { mailAddressHash, secretBox, system } from '@platen/platform';
import { testSecret } from '@platen/testing';
import { actors, bianchi, italy, memberId, rossi } from '../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { useFleet } from '../../test/use-fleet';
import { remindBranch } from '../meter-reminders/remind';
import { makeLinks } from './make-links';

const fleet = useFleet();
const site = buildSite();
const elsewhere = buildSite({ customerId: bianchi });
const byHand = { monitored: false, lastSeenHoursAgo: null };
const one = buildDevice(site, { ...byHand, name: 'One', serialNumber: 'A1' });
const two = buildDevice(site, { ...byHand, name: 'Two', serialNumber: 'A2' });
const watched = buildDevice(site, { name: 'Watched' });
const foreign = buildDevice(elsewhere, { ...byHand, name: 'Foreign', serialNumber: 'B1' });

const work = () => fleet.app().platform.work;
const remind = () => work().write(system('job'), (tx) => remindBranch(italy, fleet.app().platform, { tx }));
const due = async () =>
  (await fleet.events<PayloadOf<typeof meterReadingsDue>>('fleet.meter-readings.due.v1')).filter(
    ({ customerId }) => customerId === rossi,
  );
const link = (named: Partial<PayloadOf<typeof meterReadersNamed>> = {}) =>
  work().write(system('event'), async (tx) => {
    const [first] = await due();
    const reminderId = first?.reminderId ?? '';
    const all = {
      reminderId,
      customerId: rossi,
      branchId: italy,
      readers: [memberId],
      withoutAccount: [],
      ...named,
    };
    await makeLinks(tx, all, fleet.app().platform);
  });
const made = () => fleet.events<PayloadOf<typeof meterLinkMade>>('fleet.meter-link.made.v1');
const tokenIn = (sealed: string) => new URL(secretBox(testSecret, 'mail').open(sealed)).hash.slice(1);
const tokens = async () => (await made()).map(({ sealedUrl }) => tokenIn(sealedUrl));
const daysLater = (days: number) =>
  fleet.clock.set(new Date(Date.parse('2026-11-20T10:00:00Z') + days * 86_400_000).toISOString());

const LOOK = `query ($token: String!, $after: String) { meterLink(token: $token, after: $after) { branchCode dueOn
  left next machines { name done meters { kind expectation { lastValue } } } } }`;
type Looked = {
  dueOn: string;
  left: number;
  next: string | null;
  machines: { name: string; done: boolean }[];
} | null;
const look = async (token: string, after: string | null = null) =>
  (await fleet.data<{ meterLink: Looked }>(actors.anonymous, LOOK, { token, after })).meterLink;
const HAND_IN = `mutation ($input: HandInByMeterLinkInput!) { handInByMeterLink(input: $input) { __typename
  ... on HandInMeterReadsSuccess { accepted rows { outcome verdict } } ... on UserError { code } } }`;
type Taken = {
  __typename: string;
  code?: string;
  accepted?: number;
  rows?: { outcome: string; verdict: string }[];
};
const handIn = async (token: string, reads: [{ id: string }, number][], rest: object = {}) => {
  const rows = {
    deviceId: reads.map(([{ id }]) => id),
    kind: reads.map(() => 'total'),
    value: reads.map(([, value]) => value),
  };
  const input = { token, idempotencyKey: randomUUID(), rows, ...rest };
  return (await fleet.data<{ handInByMeterLink: Taken }>(actors.anonymous, HAND_IN, { input }))
    .handInByMeterLink;
};

beforeEach(async () => {
  const member = buildMember([one.id, two.id, foreign.id]);
  await fleet.load({ sites: [site, elsewhere], devices: [one, two, watched, foreign], users: [member] });
  await fleet.rows(
    `insert into fleet.known_person (user_id, customer_id, branch_id, version, state, sees)
     values ($1, $2, $3, 1, 'active', 'assigned')
     on conflict (user_id) do update set sees = 'assigned', state = 'active'`,
    [memberId, rossi, italy],
  );
  await fleet.rows(`update fleet.known_branch set settings = settings || $1`, [
    { meters: usualMeterSettings },
  ]);
  await fleet.forgetEvents();
});

describe('reminders', () => {
  test('P17 an organisation with machines to read is reminded once per step, however many workers try', async () => {
    await Promise.all(Array.from({ length: 6 }, remind));
    await remind();
    expect(await due()).toHaveLength(1);
    daysLater(1);
    await remind();
    expect(await due()).toHaveLength(1);
  });

  test('the steps are those of the branch, in the morning of its zone, until the due day', async () => {
    for (const [at, told] of [
      ['2026-11-14T10:00:00Z', 0],
      ['2026-11-15T05:59:00Z', 0],
      ['2026-11-15T06:00:00Z', 1],
      ['2026-11-19T10:00:00Z', 1],
      ['2026-11-20T10:00:00Z', 2],
      ['2026-11-25T10:00:00Z', 2],
      ['2026-11-26T10:00:00Z', 2],
    ] as const) {
      fleet.clock.set(at);
      await remind();
      expect(await due()).toHaveLength(told);
    }
  });

  test('nobody is reminded where all was read this month, or nothing is to be read', async () => {
    await fleet.rows(
      `insert into fleet.meter (customer_id, device_id, kind, unit, value, read_at, source)
       select $1, id, 'total', 'impressions', 5, '2026-11-02T00:00:00Z', 'portal' from unnest($2::uuid[]) id`,
      [rossi, [one.id, two.id]],
    );
    await remind();
    expect(await due()).toEqual([]);
    await fleet.rows(`update fleet.meter set read_at = '2026-10-31T22:59:00Z'`);
    await remind();
    expect(await due()).toHaveLength(1);
  });

  test('a person gets a link to the machines that he sees, named, for ten days', async () => {
    await remind();
    await link();
    const [letter, ...others] = await made();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      userId: memberId,
      dueOn: '2026-11-25',
      validUntil: '2026-11-30T10:00:00.000Z',
      count: 2,
      machines: ['One', 'Two'],
    });
    expect(JSON.stringify(await fleet.rows('select * from fleet.meter_link'))).not.toContain(
      (await tokens())[0],
    );
  });

  test('the contact of a machine gets a letter of his own, unless he has an account', async () => {
    await fleet.rows(`update fleet.device set contact_email = 'Guard@rossi.example' where id = $1`, [one.id]);
    await fleet.rows(`update fleet.device set contact_email = 'anna@rossi.example' where id = $1`, [two.id]);
    await remind();
    const hashes = ['guard@rossi.example', 'anna@rossi.example'].map(mailAddressHash);
    expect((await due())[0]?.contactHashes.toSorted()).toEqual(hashes.toSorted());
    await link({ readers: [], withoutAccount: [mailAddressHash('guard@rossi.example')] });
    const mails = await fleet.rows<{
      recipient: string;
      data: { values: object; link: { sealedUrl: string } };
    }>('select recipient, data from fleet.mail');
    expect(mails.map(({ recipient }) => recipient)).toEqual(['guard@rossi.example']);
    expect(mails[0]?.data.values).toEqual({
      count: '1',
      machines: 'One',
      dueOn: '25 novembre 2026',
      until: '30 novembre 2026',
    });
    expect(
      (await look(tokenIn(mails[0]?.data.link.sealedUrl ?? '')))?.machines.map(({ name }) => name),
    ).toEqual(['One']);
  });

  test('more than 2,000 contacts are asked about in several facts, the people once', async () => {
    const many = Array.from({ length: MOST_REMINDED + 1 }, (_, at) =>
      buildDevice(site, { ...byHand, serialNumber: `M${at}` }),
    );
    await fleet.load({ devices: many });
    await fleet.rows(
      `update fleet.device set contact_email = serial_number || '@rossi.example' where serial_number like 'M%'`,
    );
    await fleet.forgetEvents();
    await remind();
    const asked = await due();
    expect(asked.map(({ contactHashes }) => contactHashes.length)).toEqual([MOST_REMINDED, 1]);
    expect(asked.map(({ asksForReaders }) => asksForReaders)).toEqual([true, false]);
    expect(new Set(asked.map(({ reminderId }) => reminderId)).size).toBe(1);
    for (const { contactHashes: withoutAccount } of asked) await link({ readers: [], withoutAccount });
    const letters =
      'select count(distinct recipient)::int as people, count(*)::int as letters from fleet.mail';
    expect(await fleet.rows(letters)).toEqual([{ people: MOST_REMINDED + 1, letters: MOST_REMINDED + 1 }]);
  });

  test('who sees nothing, is gone, or belongs elsewhere gets none', async () => {
    await remind();
    await fleet.rows(`update fleet.known_person set sees = 'nothing'`);
    await link();
    await fleet.rows(`update fleet.known_person set sees = 'all', state = 'deactivated'`);
    await link();
    await fleet.rows(`update fleet.known_person set state = 'active', customer_id = $1`, [bianchi]);
    await link();
    expect(await made()).toEqual([]);
  });
});

describe('C24 a link', () => {
  let token: string;
  beforeEach(async () => {
    await remind();
    await link();
    token = (await tokens())[0] ?? '';
  });

  test('shows its machines and takes their counters, as a guest of the organisation', async () => {
    expect((await look(token))?.machines).toEqual([
      { name: 'One', done: false, meters: [{ kind: 'total', expectation: { lastValue: null } }] },
      { name: 'Two', done: false, meters: [{ kind: 'total', expectation: { lastValue: null } }] },
    ]);
    expect(await handIn(token, [[one, 1200]])).toMatchObject({ accepted: 1 });
    expect((await look(token))?.machines.map(({ done }) => done)).toEqual([true, false]);
    expect(
      await fleet.rows(
        'select h.source, h.actor_kind, l.id = h.actor_id as by_link from fleet.meter_hand_in h, fleet.meter_link l',
      ),
    ).toEqual([{ source: 'link', actor_kind: 'guest', by_link: true }]);
    expect(await fleet.events('platform.audit-entry.recorded.v1')).toMatchObject([
      { action: 'meter-reads.handed-in', actor: { kind: 'guest' }, customerId: rossi, facts: { devices: 1 } },
    ]);
  });

  test('holds all machines of its reader, page by page, and ends with the last of them', async () => {
    const many = Array.from({ length: 449 }, (_, at) =>
      buildDevice(site, { ...byHand, name: `Many ${String(at).padStart(3, '0')}`, serialNumber: `M${at}` }),
    );
    await fleet.load({ devices: many });
    await fleet.rows(`update fleet.known_person set sees = 'all'`);
    await link();
    const wide = (await tokens()).at(-1) ?? '';
    const [letter] = (await made()).slice(-1);
    expect([letter?.count, letter?.machines.length]).toEqual([451, 10]);
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page: Looked = await look(wide, after);
      expect(page?.left).toBe(451);
      names.push(...(page?.machines ?? []).map(({ name }) => name));
      after = page?.next ?? null;
    } while (after);
    expect(names).toHaveLength(451);
    expect(names).toEqual(names.toSorted());
    const [last, ...others] = [one, two, ...many];
    expect(
      await handIn(
        wide,
        others.map((device) => [device, 100]),
      ),
    ).toMatchObject({ accepted: 450 });
    expect(await look(wide)).toMatchObject({ left: 1 });
    expect(await handIn(wide, [[last ?? one, 100]])).toMatchObject({ accepted: 1 });
    expect(await look(wide)).toBeNull();
  });

  test.each(['x', Buffer.from('["a","b"]').toString('base64url')])(
    'refuses a cursor of another list: %s',
    async (after) => {
      const { errors } = await fleet.ask(actors.anonymous, LOOK, { token, after });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );

  test('ends with its last machine, also when two hand in at once', async () => {
    await Promise.all([handIn(token, [[one, 1200]]), handIn(token, [[two, 900]])]);
    expect(await look(token)).toBeNull();
    expect(await handIn(token, [[one, 1300]])).toEqual({
      __typename: 'MeterLinkGoneError',
      code: 'METER_LINK_GONE',
    });
  });

  test('knows no machine but its own: neither one of another organisation nor another of its own', async () => {
    const answer = await handIn(token, [
      [foreign, 10],
      [watched, 10],
      [{ id: 'nonsense' }, 10],
    ]);
    expect(answer.rows?.map(({ verdict }) => verdict)).toEqual([
      'UNKNOWN_DEVICE',
      'UNKNOWN_DEVICE',
      'UNKNOWN_DEVICE',
    ]);
    expect(await fleet.rows('select from fleet.meter_hand_in')).toEqual([]);
  });

  test('a guessed one, an old one, a replaced one and a used one all answer the same', async () => {
    const gone = { __typename: 'MeterLinkGoneError', code: 'METER_LINK_GONE' };
    for (const guess of ['', 'x', 'A'.repeat(43), `${token} `, "' or true --", '\0']) {
      expect(await look(guess)).toBeNull();
      expect(await handIn(guess, [[one, 10]])).toEqual(gone);
    }
    daysLater(9.99);
    expect(await look(token)).not.toBeNull();
    daysLater(10);
    expect(await look(token)).toBeNull();
    expect(await handIn(token, [[one, 10]])).toEqual(gone);
    daysLater(1);
    await link();
    expect(await look(token)).toBeNull();
    expect(await look((await tokens())[1] ?? '')).not.toBeNull();
    expect(await fleet.rows('select from fleet.meter_hand_in')).toEqual([]);
  });

  test('an odd value is asked about, and taken when it is confirmed; the same key answers the same', async () => {
    expect((await handIn(token, [[one, 50_000_000]])).rows).toEqual([{ outcome: 'ASKED', verdict: 'HIGH' }]);
    const rows = { deviceId: [one.id], kind: ['total'], value: [50_000_000], confirmed: [true] };
    const idempotencyKey = randomUUID();
    const first = await handIn(token, [], { rows, idempotencyKey });
    expect(first).toMatchObject({ accepted: 1 });
    expect(await handIn(token, [], { rows, idempotencyKey })).toEqual(first);
  });
});
