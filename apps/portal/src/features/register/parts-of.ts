/** Bytes of one part: with base64 and the request around it below what the gateway takes. */
const PART_BYTES = 150 * 1024;
/** Most bytes of a list: 100 parts. */
export const MAX_LIST_BYTES = 100 * PART_BYTES;
/** Bytes that become letters at a time: a call takes only so many arguments. */
const AT_ONCE = 8192;

/** A file in parts as the service takes them, each in base64. */
export function partsOf(bytes: Uint8Array): string[] {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += PART_BYTES)
    parts.push(base64(bytes.subarray(start, start + PART_BYTES)));
  return parts;
}

function base64(bytes: Uint8Array): string {
  let letters = '';
  for (let start = 0; start < bytes.length; start += AT_ONCE)
    letters += String.fromCharCode(...bytes.subarray(start, start + AT_ONCE));
  return btoa(letters);
}
