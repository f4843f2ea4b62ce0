import { statementsOf } from '@platen/testing';
import { actorOf, actors, bianchi, memberId } from '../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { handInDocument, handInOf, handInsOf, reader } from '../../test/hand-ins';
import { totalAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { handIn, verdictOf, values } = handInsOf(fleet);

const site = buildSite();
const elsewhere = buildSite({ customerId: bianchi });
const byHand = (name: string) => ({ name, serialNumber: name, monitored: false, lastSeenHoursAgo: null });
const [one, two] = ['A1', 'A2'].map((name) => buildDevice(site, byHand(name))) as [
  ReturnType<typeof buildDevice>,
  ReturnType<typeof buildDevice>,
];
const foreign = buildDevice(elsewhere, byHand('B1'));
const retired = buildDevice(site, byHand('A9'));

beforeEach(async () => {
  await fleet.load({ sites: [site, elsewhere], devices: [one, two, foreign, retired] });
  await fleet.rows(`update fleet.device set retired_at = now(), lifecycle = 'retired' where id = $1`, [
    retired.id,
  ]);
  await fleet.forgetEvents();
});

const handedIn = () => fleet.events<Record<string, unknown>>('fleet.meter-hand-in.accepted.v1');
const months = () =>
  fleet.rows<{ value: string }>(
    `select highest_value as value from fleet.device_month where highest_value is not null order by month`,
  );

/** A counter that grew by 3,000 in each of the months from May to October. */
async function aPast(): Promise<void> {
  const reads = ['05', '06', '07', '08', '09', '10', '11'].map((month, index) => ({
    ...totalAt('01T09:00', 10_000 + 3000 * index),
    polledAt: `2026-${month}-01T09:00:00.000Z`,
  }));
  await fleet.record(uploadOf(reads));
}

describe('R62 handing in', () => {
  test('a value is kept with who stated it, told to the others and put into the log', async () => {
    const answer = await handIn([{ device: one, value: 1200 }], { note: '  read at the panel ' });
    const [row] = answer.rows;
    expect(answer).toMatchObject({ accepted: 1, unchanged: 0, asked: 0, refused: 0, taken: true });
    expect(row).toMatchObject({ outcome: 'ACCEPTED', verdict: 'FITS', message: null });
    expect(await fleet.rows(`select source, confidence, value from fleet.meter_read`)).toEqual([
      { source: 'portal', confidence: 'stated', value: '1200' },
    ]);
    expect(
      await fleet.rows(
        'select device_id, source, actor_kind, actor_id, flagged, note, export_state, corrects from fleet.meter_hand_in',
      ),
    ).toEqual([
      {
        device_id: one.id,
        source: 'portal',
        actor_kind: 'user',
        actor_id: memberId,
        flagged: false,
        note: 'read at the panel',
        export_state: 'waiting',
        corrects: null,
      },
    ]);
    expect(await handedIn()).toMatchObject([
      {
        handInId: row?.handInId,
        deviceId: one.id,
        readAt: '2026-11-20T09:00:00.000Z',
        values: [{ kind: 'total', unit: 'impressions', value: 1200, previous: null }],
      },
    ]);
    expect(await fleet.events('platform.audit-entry.recorded.v1')).toMatchObject([
      {
        action: 'meter-reads.handed-in',
        target: { kind: 'device', id: one.id },
        facts: { devices: 1, values: 1, confirmed: 0 },
      },
    ]);
    expect(await months()).toEqual([{ value: '1200' }]);
  });

  test('values of one machine and instant are one hand-in; the kinds of a machine without counters are free', async () => {
    await handIn([
      { device: one, kind: 'mono', value: 700 },
      { device: one, kind: 'color', value: 300 },
      { device: two, kind: 'total', value: 5 },
    ]);
    expect((await handedIn()).map(({ values: told }) => (told as object[]).length).sort()).toEqual([1, 2]);
    expect(await verdictOf({ device: one, kind: 'scan', value: 5 })).toBe('REFUSED UNKNOWN_KIND');
    expect(await verdictOf({ device: two, kind: 'scan', value: 5 })).toBe('REFUSED UNKNOWN_KIND');
  });

  test('a bad row does not stop the good ones, unless asked for', async () => {
    await handIn([{ device: one, value: 1200, at: '10T09:00' }]);
    const rows = [
      { device: one, value: 1100 },
      { device: two, value: 60 },
    ];
    expect(await handIn(rows, { allOrNothing: true })).toMatchObject({
      taken: false,
      rows: [
        { outcome: 'REFUSED', verdict: 'FELL', handInId: null },
        { outcome: 'ACCEPTED', verdict: 'FITS', handInId: null },
      ],
    });
    expect(await values()).toEqual(['1200@10T09:00']);
    expect(await handIn(rows)).toMatchObject({ accepted: 1, refused: 1, taken: true });
    expect(await values()).toEqual(['1200@10T09:00', '60@20T09:00']);
  });

  test('values of one counter in one grid are judged in order of their time', async () => {
    const answer = await handIn([
      { device: one, value: 900, at: '20T09:00' },
      { device: one, value: 1000, at: '10T09:00' },
      { device: one, value: 1000, at: '10T09:00' },
      { device: one, value: 1001, at: '10T09:00' },
    ]);
    expect(answer.rows.map(({ outcome, verdict }) => `${outcome} ${verdict}`)).toEqual([
      'REFUSED FELL',
      'ACCEPTED FITS',
      'UNCHANGED KNOWN',
      'REFUSED OTHER_VALUE',
    ]);
  });

  test('ten at once with the same value: one takes it, nine change nothing', async () => {
    await handIn([{ device: one, value: 100, at: '10T09:00' }]);
    await fleet.forgetEvents();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => handIn([{ device: one, value: 1200 }])),
    );
    expect(answers.map(({ rows }) => rows[0]?.outcome).sort()).toEqual([
      'ACCEPTED',
      ...Array.from({ length: 9 }, () => 'UNCHANGED'),
    ]);
    expect(await values()).toEqual(['100@10T09:00', '1200@20T09:00']);
    expect(await handedIn()).toHaveLength(1);
    expect(await fleet.rows('select from fleet.meter_hand_in')).toHaveLength(2);
  });

  test('C50 the same key is taken once, in parallel too; with another input it is refused', async () => {
    const input = { idempotencyKey: 'grid-of-november' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => handIn([{ device: one, value: 1200 }], input)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ accepted: 1 });
    expect(await handIn([{ device: one, value: 1300 }], input)).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
  });

  test('a grid of 2,000 values costs as many statements as one value', async () => {
    await handIn([one, two].map((device) => ({ device, value: 1, at: '01T09:00' })));
    const ofOne = await statementsOf(() => handIn([{ device: one, value: 2, at: '02T09:00' }]));
    const rows = Array.from({ length: 2000 }, (_, row) => ({
      device: row % 2 ? one : two,
      value: 1000 + row,
      at: new Date(Date.UTC(2026, 10, 10, 0, row)).toISOString().slice(8, 16),
    }));
    let answer: Awaited<ReturnType<typeof handIn>> | null = null;
    const ofMany = await statementsOf(async () => {
      answer = await handIn(rows);
    });
    expect(answer).toMatchObject({ accepted: 2000 });
    expect(ofMany.length).toBe(ofOne.length);
  });
});

describe('bad input', () => {
  test('odd values are asked about once; confirmed they are taken, flagged, and looked at by the provider', async () => {
    await aPast();
    expect(await verdictOf({ device: one, value: 60_000 })).toBe('ASKED HIGH');
    expect(await verdictOf({ device: one, value: 60_000 })).toBe('ASKED HIGH');
    expect(await values()).toEqual([]);
    expect(await verdictOf({ device: one, value: 60_000, confirmed: true })).toBe('ACCEPTED HIGH');
    expect(await values()).toEqual(['60000@20T09:00']);
    expect(await fleet.rows('select flagged from fleet.meter_hand_in')).toEqual([{ flagged: true }]);
    expect(await fleet.rows('select kind, value_before, value from fleet.meter_exception')).toEqual([
      { kind: 'flagged', value_before: '28000', value: '60000' },
    ]);
  });

  test('a jump by a million is asked about and becomes a case', async () => {
    await aPast();
    expect(await verdictOf({ device: one, value: 1_030_000 })).toBe('ASKED JUMP');
    expect(await verdictOf({ device: one, value: 1_030_000, confirmed: true })).toBe('ACCEPTED JUMP');
    expect(await fleet.rows('select kind from fleet.meter_exception')).toEqual([{ kind: 'jumped' }]);
  });

  test('the words say what was expected, in the language of the reader', async () => {
    await aPast();
    const dutch = { ...reader, locale: 'nl' as const };
    const { rows } = await handIn(
      [
        { device: one, value: 60_000 },
        { device: two, value: 1 },
      ],
      {},
      dutch,
    );
    expect(rows[0]?.message).toMatch(/^Hoger dan verwacht: hoogstens 3\d\.\d{3}\. Bevestig/);
    expect(rows[1]?.message).toBeNull();
  });

  test('a value below the last one, in the future, too old, too long or of a closed period is refused', async () => {
    await aPast();
    await fleet.rows(
      `insert into fleet.meter_period_closed (customer_id, branch_id, closed_through, closed_before, closed_at, actor_kind)
       select customer_id, branch_id, '2026-10-31', '2026-10-31T23:00:00Z', now(), 'staff' from fleet.device where id = $1`,
      [one.id],
    );
    expect(await verdictOf({ device: one, value: 27_999 })).toBe('REFUSED FELL');
    expect(await verdictOf({ device: one, value: 29_000, at: '20T10:11' })).toBe('REFUSED FUTURE');
    expect(await verdictOf({ device: one, value: 1_000_000_000_000 })).toBe('REFUSED TOO_LONG');
    expect(await verdictOf({ device: one, value: 28_500, at: '01T09:00' })).toBe('REFUSED OTHER_VALUE');
    const { rows } = await handIn([{ device: one, value: 27_000 }], {
      rows: { ...handInOf([{ device: one, value: 27_000 }]).rows, readAt: ['2026-10-20T09:00:00.000Z'] },
    });
    expect(rows[0]).toMatchObject({ verdict: 'CLOSED' });
    const { rows: old } = await handIn([{ device: one, value: 27_000 }], {
      rows: { ...handInOf([{ device: one, value: 27_000 }]).rows, readAt: ['2024-10-20T09:00:00.000Z'] },
    });
    expect(old[0]).toMatchObject({ verdict: 'TOO_OLD' });
    expect(await values()).toEqual([]);
  });

  test('a value between two others fits in between', async () => {
    await handIn([
      { device: one, value: 100, at: '01T09:00' },
      { device: one, value: 200, at: '10T09:00' },
    ]);
    expect(await verdictOf({ device: one, value: 201, at: '05T09:00' })).toBe('REFUSED ABOVE_LATER');
    expect(await verdictOf({ device: one, value: 150, at: '05T09:00' })).toBe('ACCEPTED FITS');
  });

  test.each([
    ['text', '12a'],
    ['a half', 1.5],
    ['less than nothing', -1],
    ['more than 2^53', 9_007_199_254_740_993],
  ])('%s in the place of a number is refused at the door, and nothing is kept', async (_, value) => {
    const input = handInOf([{ device: one, value: 5 }]);
    const broken = { ...input, rows: { ...input.rows, value: [value] } };
    const { errors } = await fleet.ask(reader, handInDocument, { input: broken });
    expect(errors?.[0]?.message).toContain('Expected type Count');
    expect(await values()).toEqual([]);
  });

  test('lists of different length, none, too many and a short key are told by field', async () => {
    const input = handInOf([{ device: one, value: 5 }]);
    const fields = async (rest: Record<string, unknown>) =>
      (await handIn([{ device: one, value: 5 }], rest)).fields;
    expect(await fields({ rows: { ...input.rows, kind: [] } })).toEqual([
      { path: 'rows.kind', message: 'This list must be as long as the lists beside it.' },
    ]);
    expect(await fields({ rows: handInOf([]).rows })).toEqual([
      { path: 'rows.deviceId', message: '1 to 2000 rows at once.' },
    ]);
    expect(await fields({ idempotencyKey: 'short' })).toMatchObject([{ path: 'idempotencyKey' }]);
    const many = handInOf(Array.from({ length: 2001 }, () => ({ device: one, value: 5 }))).rows;
    expect(await fields({ rows: many })).toMatchObject([{ path: 'rows.deviceId' }]);
  });
});

describe('whose machines', () => {
  test('C6 a foreign, an unknown, a retired and a malformed machine are unknown alike', async () => {
    const ids = [foreign.id, '00000000-0000-7000-8000-00000000ffff', retired.id, "' or true --"];
    const { rows } = await handIn([
      ...ids.map((id) => ({ device: { id }, value: 5 })),
      { device: one, value: 5 },
    ]);
    expect(rows.map(({ outcome, verdict }) => `${outcome} ${verdict}`)).toEqual([
      ...ids.map(() => 'REFUSED UNKNOWN_DEVICE'),
      'ACCEPTED FITS',
    ]);
    expect(new Set(rows.slice(0, 4).map(({ message }) => message)).size).toBe(1);
    expect(await fleet.rows('select device_id from fleet.meter_hand_in')).toEqual([{ device_id: one.id }]);
  });

  test('R30 who sees some machines hands in for those', async () => {
    await fleet.load({ users: [buildMember([two.id])] });
    const member = actorOf('user', ['device:read', 'meter:submit'], { id: memberId });
    expect(await verdictOf({ device: one, value: 5 }, member)).toBe('REFUSED UNKNOWN_DEVICE');
    expect(await verdictOf({ device: two, value: 5 }, member)).toBe('ACCEPTED FITS');
  });

  test('without the right nobody hands in', async () => {
    for (const actor of [actors.member, actors.administrator, actors.staff, actors.collector]) {
      const { errors } = await fleet.ask(actor, handInDocument, {
        input: handInOf([{ device: one, value: 5 }]),
      });
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
    }
    expect(await values()).toEqual([]);
  });

  test("a partner's values come from a partner, staff act for any organisation of the branch", async () => {
    const partner = actorOf('partner', ['device:read', 'meter:submit'], { customerId: null });
    const staff = actorOf('staff', ['device:read', 'meter:submit'], { customerId: null });
    expect(await verdictOf({ device: one, value: 5 }, partner)).toBe('ACCEPTED FITS');
    expect(await verdictOf({ device: foreign, value: 5 }, staff)).toBe('ACCEPTED FITS');
    expect(
      await fleet.rows(
        'select h.source, r.source as of_read, h.customer_id from fleet.meter_hand_in h join fleet.meter m using (device_id) join fleet.meter_read r on r.meter_id = m.id order by h.source',
      ),
    ).toEqual([
      { source: 'partner', of_read: 'partner', customer_id: site.customerId },
      { source: 'portal', of_read: 'portal', customer_id: bianchi },
    ]);
  });
});
