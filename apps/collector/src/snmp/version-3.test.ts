import { loadExpectations } from '../../test/expectation';
import { grade, table } from '../../test/grade';
import { hasRecordings } from '../../test/replay';
import { type SimulatedUser, type Snmpsim, hasSnmpsim, startSnmpsim } from '../../test/snmpsim';
import { decodePoll } from '@platen/printer-mib';
import { collect } from '../poll-device';
import { SnmpUser, type SnmpUserKeys } from './credentials';
import { openSession } from './net-snmp-session';
import { AccessRefusedError, DeviceSilentError } from './session';

const isPossible = hasSnmpsim && hasRecordings;
const describeSnmpsim = isPossible ? describe : describe.skip;
if (!isPossible)
  process.stdout.write("Debian's snmpsim or the recordings are not here: SNMP v3 is not tried against it.\n");

const keys = {
  name: 'monitor',
  auth: { protocol: 'sha256', key: 'auth-phrase' },
  priv: { protocol: 'aes', key: 'priv-phrase' },
} as const satisfies SnmpUserKeys;

const user: SimulatedUser = {
  name: 'monitor',
  authProtocol: 'SHA256',
  authKey: 'auth-phrase',
  privProtocol: 'AES',
  privKey: 'priv-phrase',
};

describeSnmpsim('SNMP v3 against a foreign engine', () => {
  let simulator: Snmpsim;
  beforeAll(async () => {
    simulator = await startSnmpsim(user);
  }, 120_000);
  afterAll(() => simulator.stop());

  /** Reads a recording, which is a context of the simulator; HP's own context has a recording of its own. */
  const read = (recording: string, as: SnmpUserKeys = keys, port = simulator.port) =>
    collect((context) =>
      openSession(
        {
          host: '127.0.0.1',
          port,
          version: '2c',
          credentials: new SnmpUser(as),
          context: context === undefined ? recording : `${recording}@${context}`,
          timeoutMs: 1000,
          retries: 1,
        },
        { used: 0, limit: 300 },
      ),
    );

  test('every graded value of every recording is right', async () => {
    const grades = [];
    for (const expectation of loadExpectations())
      grades.push(...grade(expectation, decodePoll(await read(expectation.id))));
    process.stdout.write(`\nSNMP v3\n${table(grades)}\n`);
    expect(grades.filter(({ right }) => !right)).toEqual([]);
    expect(grades.length).toBeGreaterThan(500);
  }, 240_000);

  test.each<[string, SnmpUserKeys]>([
    ['another pass phrase', { ...keys, auth: { protocol: 'sha256', key: 'guessed-phrase' } }],
    ['another digest', { ...keys, auth: { protocol: 'sha512', key: 'auth-phrase' } }],
  ])('%s is refused by the device, and said so', async (_name, wrong) => {
    await expect(read('ricoh-mpc3002-lnms', wrong)).rejects.toThrow(AccessRefusedError);
  });

  test.each<[string, SnmpUserKeys]>([
    ['another encryption key', { ...keys, priv: { protocol: 'aes', key: 'guessed-phrase' } }],
    ['a name that it does not know', { ...keys, name: 'stranger' }],
  ])('with %s nothing is read', async (_name, wrong) => {
    const outcome = await read('ricoh-mpc3002-lnms', wrong).catch((error: unknown) => error);
    expect(outcome instanceof AccessRefusedError || outcome instanceof DeviceSilentError).toBe(true);
  });

  test('SHA-1 with AES-256 (Blumenthal) is understood too', async () => {
    const other = await startSnmpsim({ ...user, authProtocol: 'SHA', privProtocol: 'AES256BLMT' });
    try {
      const as: SnmpUserKeys = {
        ...keys,
        auth: { protocol: 'sha', key: 'auth-phrase' },
        priv: { protocol: 'aes256b', key: 'priv-phrase' },
      };
      expect(decodePoll(await read('ricoh-mpc3002-lnms', as, other.port)).identity.maker).toBe('Ricoh');
    } finally {
      await other.stop();
    }
  }, 120_000);
});
