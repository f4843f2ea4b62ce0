import { loadExpectations } from '../../test/expectation';
import { type Grade, grade } from '../../test/grade';
import { type Replay, hasRecordings, startReplay } from '../../test/replay';
import { hasSnmpd, startSnmpd } from '../../test/snmpd';
import { pollTarget } from '../poll-target';
import { Community } from '../snmp/credentials';
import { PacketAllowance } from './packet-allowance';
import { probe } from './probe';

const options = (port: number, ...communities: string[]) => ({
  credentials: communities.map((community) => new Community(community)),
  snmpPort: port,
  ippPort: 9,
  timeoutMs: 300,
  allowance: new PacketAllowance(100_000),
});

const describeRecordings = hasRecordings ? describe : describe.skip;
if (!hasRecordings) process.stdout.write('Recordings of real printers are not here: none is searched.\n');

describeRecordings('recordings of real printers, found and then read', () => {
  let replay: Replay;
  beforeAll(async () => {
    replay = await startReplay();
  });
  afterAll(() => replay.stop());

  test('each is recognised as a printer, and every graded value is right on the way that was found', async () => {
    const missed: string[] = [];
    const grades: Grade[] = [];
    for (const expectation of loadExpectations()) {
      const finding = await probe('127.0.0.1', options(replay.port, expectation.id));
      if (finding.kind !== 'printer') missed.push(expectation.id);
      else
        grades.push(...grade(expectation, await pollTarget(finding.target, { timeoutMs: 300, retries: 3 })));
    }
    expect(missed).toEqual([]);
    expect(grades.filter(({ right }) => !right)).toEqual([]);
    expect(grades.length).toBeGreaterThan(500);
    process.stdout.write(`\nFound and read: ${grades.length} graded values, all right\n`);
  }, 240_000);
});

const testSnmpd = hasSnmpd ? test : test.skip;
if (!hasSnmpd) process.stdout.write("Debian's snmpd is not here: no foreign agent is asked.\n");

testSnmpd(
  'a host without Printer MIB is no printer, by an agent that is not ours',
  async () => {
    const agent = await startSnmpd('hush');
    try {
      expect(await probe('127.0.0.1', options(agent.port, 'wrong', 'hush'))).toEqual({ kind: 'other' });
      expect(await probe('127.0.0.1', options(agent.port, 'wrong'))).toEqual({ kind: 'silent' });
    } finally {
      await agent.stop();
    }
  },
  60_000,
);

test('an address where nothing answers costs a bounded number of packets', async () => {
  const parts = options(9, 'one', 'two');
  expect(await probe('127.0.0.1', { ...parts, timeoutMs: 20 })).toEqual({ kind: 'silent' });
  // two for each community and version, one for IPP
  expect(parts.allowance.sent).toBe(9);
});

test('an allowance lets no more packets go in a second than it may', async () => {
  let now = 0;
  const waits: number[] = [];
  const allowance = new PacketAllowance(
    50,
    () => now,
    async (ms) => void waits.push(ms),
  );
  await allowance.spend(50);
  await allowance.spend(25);
  now += 1500;
  await allowance.spend(10);
  expect([waits, allowance.sent]).toEqual([[500], 85]);
});
