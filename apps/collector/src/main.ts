import { createServer } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { healthPort, settingsFromEnvironment } from './config';
import { reasonOf } from './log';
import { runCollector } from './run-collector';

// Polls make little, short-lived garbage; a young generation of 16 MB would only raise what the process holds.
setFlagsFromString('--max-semi-space-size=1');

/** Runs the collector alone, with settings from the environment, until SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  const port = healthPort(process.env);
  const health = createServer((request, response) => {
    response.writeHead(request.url === '/livez' || request.url === '/readyz' ? 200 : 404).end();
  });
  if (port !== undefined) health.listen(port, process.env.HOST ?? '127.0.0.1');
  await runCollector(settingsFromEnvironment(process.env), { signal: stop.signal });
  health.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
});
