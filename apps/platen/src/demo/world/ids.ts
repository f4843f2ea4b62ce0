import { createHash } from 'node:crypto';

/** A UUID (version 8, RFC 9562) that is the same for the same name: demo data points at itself across services. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`platen-demo ${name}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Numbers in [0, 1) that are the same for the same name. */
export function randomOf(name: string): () => number {
  let counter = 0;
  return () => {
    counter += 1;
    return createHash('sha256').update(`${name} ${counter}`).digest().readUInt32BE(0) / 2 ** 32;
  };
}
