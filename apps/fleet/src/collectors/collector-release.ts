import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A statement about a newer collector, signed by whoever publishes it; each collector checks the signature itself. */
const release = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  releasedOn: z.iso.date(),
  notesUrl: z.url({ protocol: /^https$/ }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ed25519, base64 */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
});

export type CollectorRelease = z.infer<typeof release>;

const KEPT_FOR_MS = 60_000;

/** The statement that the installation hands out, from the file that its operator put there; null when there is none. */
export class CollectorReleases {
  #known: { readonly until: number; readonly release: Promise<CollectorRelease | null> } | undefined;

  constructor(private readonly file: string | null) {}

  current(): Promise<CollectorRelease | null> {
    const now = Date.now();
    if (!this.#known || this.#known.until < now)
      this.#known = { until: now + KEPT_FOR_MS, release: readRelease(this.file) };
    return this.#known.release;
  }
}

async function readRelease(file: string | null): Promise<CollectorRelease | null> {
  if (file === null) return null;
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return release.parse(JSON.parse(text));
  } catch {
    return null; // a file that says nothing is no reason to answer with an error
  }
}

/** True where `running` is older than `released`, both as 1.2.3; unknown forms are never older. */
export function isOlder(running: string, released: string): boolean {
  const parts = (version: string) => /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number);
  const [own, other] = [parts(running), parts(released)];
  if (!own || !other) return false;
  const at = own.findIndex((part, i) => part !== other[i]);
  return at >= 0 && (own[at] ?? 0) < (other[at] ?? 0);
}
