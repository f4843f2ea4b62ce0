import { Spool } from '../src/spool/spool';
import { buildSpooledPoll } from './polls';

/** Appends polls without end and says each that is safe; killed by a test. Arguments: folder, number of the first. */
async function main([folder = '', from = '0']: readonly string[]): Promise<void> {
  const spool = await Spool.open(folder, { maxBytes: 50_000_000, onGivenUp: () => undefined });
  for (let number = Number(from); ; number++) {
    await spool.append(buildSpooledPoll(`device-${number}`));
    process.stdout.write(`device-${number}\n`);
  }
}

void main(process.argv.slice(2));
