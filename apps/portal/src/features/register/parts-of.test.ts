import { partsOf } from './parts-of';

test.each([0, 1, 150 * 1024, 150 * 1024 + 1, 400_000])(
  '%i bytes come together again from their parts',
  (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 7) % 256);
    const parts = partsOf(bytes);
    expect(parts).toHaveLength(Math.ceil(size / (150 * 1024)));
    expect(Buffer.concat(parts.map((part) => Buffer.from(part, 'base64'))).equals(Buffer.from(bytes))).toBe(
      true,
    );
    // what the gateway takes in one request, with room for the words around it
    for (const part of parts) expect(part.length).toBeLessThan(250 * 1024);
  },
);
