import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { meterHandInAccepted } from '@platen/contracts';
import { type RunningGateway, startGateway } from '@platen/gateway';
import { createLogger, system } from '@platen/platform';
import { type WholeProduct, startWholeProduct } from '../test/whole-product';
import { demoPassword, demoWorld } from './demo/world';

const script = resolve(__dirname, '../../../docs/examples/erp-meter-sync.mjs');
const key = `ptn_${'erp'.padEnd(43, 'x')}`;

const HAND_IN = `mutation ($input: HandInMeterReadsInput!) { handInMeterReads(input: $input) { __typename
  ... on HandInMeterReadsSuccess { accepted } ... on UserError { code message } } }`;

/** The script of docs/partners.md, as a partner runs it: a process of its own against the gateway. */
describe('the example that books counters', () => {
  let product: WholeProduct;
  let gateway: RunningGateway;
  let folder: string;
  let devices: { id: string; equipment_id: string | null }[];

  beforeAll(async () => {
    const world = demoWorld((customer) => `ptn_${customer.padEnd(43, 'x')}`);
    // Only what is handed in here is to be booked.
    const unread = world.devices.map(({ oddReading: _odd, ...device }) => device);
    product = await startWholeProduct({ ...world, devices: unread });
    const { env, log, runtimes, database } = product;
    await database.admin.query(
      `insert into identity.access_key (customer_id, branch_id, kind, name, prefix, key_hash, rights)
       select customer_id, branch_id, 'partner', 'ERP', 'ptn_erp', sha256($1::bytea), '{meter:book}'
       from identity.user_account where email_folded = 'elena.bianchi@rossi.example'`,
      [key],
    );
    gateway = await startGateway({
      env,
      log,
      services: Object.fromEntries(runtimes.map((runtime) => [runtime.name, runtime])),
    });
    folder = mkdtempSync(join(tmpdir(), 'erp-'));
    await handIn();
  });
  afterAll(async () => {
    await gateway.stop();
    await product.stop();
    rmSync(folder, { recursive: true });
  });

  const post = (query: string, variables: object, headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });

  /** Two machines, one of which the books do not know, and the worker that numbers what was handed in. */
  async function handIn(): Promise<void> {
    const { rows } = await product.database.admin.query(
      `update fleet.device d set equipment_id = case when place = 1 then 'EQ-1' end
       from (select id, row_number() over (order by id) as place from fleet.device
             where customer_id = (select customer_id from identity.access_key where name = 'ERP') and not monitored
               and retired_at is null order by id limit 2) few
       where d.id = few.id returning d.id, d.equipment_id`,
    );
    devices = rows as typeof devices;
    const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
    const opened = await post(signIn, {
      input: { email: 'elena.bianchi@rossi.example', password: demoPassword },
    });
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const input = {
      idempotencyKey: 'handed-in-once',
      rows: {
        deviceId: devices.map(({ id }) => id),
        kind: devices.map(() => 'total'),
        value: devices.map(() => 9_999_999),
        readAt: devices.map(() => new Date().toISOString()),
        confirmed: devices.map(() => true),
      },
    };
    const answer = (await (await post(HAND_IN, { input }, { cookie })).json()) as {
      data: { handInMeterReads: object };
    };
    expect(answer.data.handInMeterReads).toEqual({
      __typename: 'HandInMeterReadsSuccess',
      accepted: devices.length,
    });
    const fleet = product.runtimeOf('fleet');
    const consumer = fleet.definition.consumers.find(({ name }) => name === 'fleet.number-hand-ins');
    const events = await product.database.admin.query(
      'select payload from fleet.outbox where name = $1 order by id',
      [meterHandInAccepted.name],
    );
    for (const { payload } of events.rows)
      await fleet.work.write(system('worker'), async (tx) =>
        consumer?.handle(fleet.app, payload, { tx, messageId: 'm', log: createLogger('test', 'silent') }),
      );
  }

  const run = async () =>
    (
      await promisify(execFile)(process.execPath, [script], {
        cwd: folder,
        env: { ...process.env, PLATEN_URL: gateway.url, PLATEN_KEY: key },
      })
    ).stdout;
  const states = async () =>
    (
      await product.database.admin.query(
        `select h.export_state as state, h.booked_reference as reference from fleet.meter_hand_in h
         where h.source = 'portal' order by h.export_no`,
      )
    ).rows;

  test('R63 books what was handed in, says so, and does it once', async () => {
    expect(devices).toHaveLength(2);
    expect(await run()).toBe('2 hand-ins answered\n');
    const today = new Date().toISOString().slice(0, 10);
    expect(await states()).toEqual(
      expect.arrayContaining([
        { state: 'booked', reference: `EQ-1/${today}` },
        { state: 'refused', reference: null },
      ]),
    );
    expect(readFileSync(join(folder, 'meter-book.csv'), 'utf8')).toMatch(
      /^[^;]+;EQ-1;[^;]+;total;9999999\n$/,
    );
    expect(await run()).toBe('0 hand-ins answered\n');
    rmSync(join(folder, 'meter-cursor.txt'));
    expect(await run()).toBe('0 hand-ins answered\n');
    expect(readFileSync(join(folder, 'meter-book.csv'), 'utf8').match(/\n/g)).toHaveLength(1);
  });
});
