/**
 * A lock file that npm wrote may still be refused by `npm ci`: npm leaves out optional packages (binaries for other
 * platforms) that the registry did not have at that moment. Every name in an entry's `optionalDependencies` must have
 * an entry of its own, and no entry may name the registry it came from.
 */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Where Node would look for `name` from the package at `from`, nearest first, as keys of the lock. */
function* placesFor(name, from) {
  for (let folder = from; folder; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/'))))
    if (!folder.endsWith('node_modules')) yield `${folder}/node_modules/${name}`;
  yield `node_modules/${name}`;
}

/**
 * What is wrong with a parsed package-lock.json (lockfileVersion 3).
 * @returns one sentence a defect; empty when complete
 */
export function lockDefects(lock) {
  return Object.entries(lock.packages).flatMap(([place, entry]) => {
    const missing = Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => ![...placesFor(name, place)].some((candidate) => candidate in lock.packages),
    );
    const defects = missing.map((name) => `${place || 'the root'} wants ${name}, which has no entry`);
    if (/^https?:/.test(entry.resolved ?? '')) defects.push(`${place} names the registry it came from`);
    if (place.includes('node_modules/') && !entry.link && !entry.integrity && !entry.inBundle)
      defects.push(`${place} has no integrity hash`);
    return defects;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = ['package-lock.json', 'bench/peers/package-lock.json'].filter(existsSync);
  let count = 0;
  for (const file of files)
    for (const defect of lockDefects(JSON.parse(readFileSync(file, 'utf8')))) {
      console.error(`${file}: ${defect}`);
      count += 1;
    }
  console.log(
    count === 0 ? `complete: ${files.join(', ')}` : `${count} defects: see npm's bug with optional packages`,
  );
  process.exitCode = count === 0 ? 0 : 1;
}
