import type { Bench, Contender, Operation, Row, Settings } from './bench';
import { type LoadDriver, startLoadDriver } from './load';
import { cpuMsOfTree } from './process-cpu';
import { type Served, serve } from './serve';
import { assertSameAnswers } from './same-answers';
import { median } from './statistics';

type Sample = Omit<Row, 'contender' | 'op'>;

/**
 * Runs A B C, A B C, ...: what else the machine does then hits every contender alike. Each is a fresh process, warmed
 * up before it is measured, alone on the machine but for database and driver.
 * @returns medians over the rounds, contenders and operations in their order
 */
export async function runBench(
  bench: Bench,
  settings: Settings,
  say: (line: string) => void,
): Promise<Row[]> {
  const samples = new Map<string, Sample[]>();
  const driver = startLoadDriver();
  try {
    for (let round = 1; round <= settings.rounds; round++) {
      const answers = new Map<string, string>();
      for (const contender of bench.contenders) {
        say(`round ${round} of ${settings.rounds}: ${contender.name}`);
        const server = await serve(contender);
        try {
          for (const operation of bench.operations) {
            await assertSameAnswers(server.url, bench, operation, answers);
            const sample = await measure(server, bench, operation, driver, settings);
            const key = keyOf(contender, operation);
            samples.set(key, [...(samples.get(key) ?? []), sample]);
          }
        } finally {
          await server.stop();
        }
      }
    }
  } finally {
    driver.stop();
  }
  return bench.contenders.flatMap((contender) =>
    bench.operations.map((operation) => ({
      contender: contender.name,
      op: operation.name,
      ...medians(samples.get(keyOf(contender, operation)) ?? []),
    })),
  );
}

async function measure(
  server: Served,
  bench: Bench,
  operation: Operation,
  driver: LoadDriver,
  settings: Settings,
): Promise<Sample> {
  const order = { url: server.url, path: bench.path, body: operation.body, headers: bench.headers };
  await driver.drive({ ...order, seconds: settings.warmUpSeconds, requests: settings.warmUpRequests });
  const before = cpuMsOfTree(server.pid);
  const { count, ratePerS, p50Ms, p99Ms } = await driver.drive({ ...order, seconds: settings.seconds });
  const cpuMsPerOp = (cpuMsOfTree(server.pid) - before) / count;
  return { cpuMsPerOp, ratePerS, p50Ms, p99Ms };
}

function medians(samples: readonly Sample[]): Sample {
  const of = (key: keyof Sample) => median(samples.map((sample) => sample[key]));
  return {
    cpuMsPerOp: of('cpuMsPerOp'),
    ratePerS: of('ratePerS'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
  };
}

function keyOf(contender: Contender, operation: Operation): string {
  return `${contender.name}\n${operation.name}`;
}
