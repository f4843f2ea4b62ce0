#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { checkConfig, pagePlace, settingsFromEnvironment, stateDirectoryOf } from './config';
import { enrol } from './enrol/enrol';
import { readEnrolment } from './enrol/enrolment-file';
import { reasonOf } from './log';
import { runCollector } from './run-collector';
import { checkAddress } from './self-check/check-address';
import { selfCheckServer } from './self-check/server';
import { CollectorStatus } from './status';
import { VERSION } from './version';

// Polls make little, short-lived garbage; a young generation of 16 MB would only raise what the process holds.
setFlagsFromString('--max-semi-space-size=1');

const USAGE = `platen-collector ${VERSION}
  platen-collector                                  reads printers and reports, until it is stopped
  platen-collector enrol --url URL --code CODE      exchanges a one-time code for this collector's own key
Settings are environment variables; docs/collector.md explains them.
`;

/** Runs the collector alone, with settings from the environment, until SIGTERM or SIGINT; or enrols it. */
async function main([command, ...rest]: readonly string[]): Promise<void> {
  if (command === undefined || command === 'run') return run();
  if (command === 'enrol') return enrolHere(rest);
  process.stdout.write(USAGE);
  if (command !== 'help' && command !== '--help') process.exitCode = 2;
}

async function run(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  const settings = settingsFromEnvironment(process.env, readEnrolment(stateDirectoryOf(process.env)));
  const config = checkConfig(settings);
  const status = new CollectorStatus();
  const place = pagePlace(process.env);
  const page = selfCheckServer({
    status,
    check: (address) => checkAddress(address, config, status),
    now: () => new Date(),
  });
  // Without its page a collector still does its work; the log says why it is not there.
  page.on('error', (error) => process.stderr.write(`The self-check page is not there: ${error.message}\n`));
  if (place) page.listen(place.port, place.host);
  await runCollector(settings, { signal: stop.signal, status });
  page.close();
  page.closeAllConnections();
}

async function enrolHere(options: readonly string[]): Promise<void> {
  const given = (name: string) => {
    const at = options.indexOf(`--${name}`);
    return at < 0 ? undefined : options[at + 1];
  };
  const [url, code] = [given('url') ?? process.env.PLATEN_URL, given('code')];
  if (!url || !code) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const allowHttp = process.env.COLLECTOR_ALLOW_HTTP === 'true';
  const { name } = await enrol({ url, code, allowHttp }, stateDirectoryOf(process.env));
  process.stdout.write(`This is now the collector "${name}". Start it: the same command without enrol.\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
});
