import { type Expectation, loadExpectations } from '../test/expectation';
import { type Grade, grade, table } from '../test/grade';
import { hasRecordings, type Replay, startReplay } from '../test/replay';
import { pollDevice } from './poll-device';
import { Community } from './snmp/credentials';

const describeRecordings = hasRecordings ? describe : describe.skip;
if (!hasRecordings)
  process.stdout.write('Recordings of real printers are not here: their suite is skipped.\n');

/** Polls every recording with the real collector and grades what it says. */
async function gradeAll(
  replay: Replay,
  expectations: readonly Expectation[],
  version: '1' | '2c',
): Promise<Grade[]> {
  const grades: Grade[] = [];
  for (const expectation of expectations) {
    const options = { version, timeoutMs: 100, retries: 4 };
    const poll = await pollDevice(
      { host: '127.0.0.1', port: replay.port },
      new Community(expectation.id),
      options,
    );
    grades.push(...grade(expectation, poll));
  }
  return grades;
}

describeRecordings('recordings of real printers over UDP', () => {
  it.each([
    ['SNMP v2c', '2c', 0],
    ['SNMP v1', '1', 0],
    ['SNMP v2c with every fifth request lost', '2c', 5],
    ['SNMP v1 with every fifth request lost', '1', 5],
  ] as const)(
    '%s: every graded value is right',
    async (name, version, dropEvery) => {
      const replay = await startReplay(dropEvery);
      try {
        const grades = await gradeAll(replay, loadExpectations(), version);
        process.stdout.write(`\n${name}\n${table(grades)}\n`);
        expect(grades.filter(({ right }) => !right)).toEqual([]);
        expect(grades.length).toBeGreaterThan(500);
      } finally {
        await replay.stop();
      }
    },
    120_000,
  );
});
