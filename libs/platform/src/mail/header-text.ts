/** Line breaks and other control characters (C0, DEL, C1, line and paragraph separators). */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Marks that turn the direction of text round, and so may show another name than the one that is there. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text fit for a mail header (threats C30): one line, nothing invisible that changes what is read. Control
 * characters become a space, marks of direction vanish.
 */
export function headerText(text: string): string {
  return text.replace(BIDI, '').replace(CONTROLS, ' ').trim();
}
