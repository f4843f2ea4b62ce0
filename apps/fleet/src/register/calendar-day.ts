/** True for a day as yyyy-mm-dd between 1980 and 2100. */
export function isCalendarDay(text: string): boolean {
  if (!/^(19[89]\d|20\d\d)-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A day as lists write it (yyyy-mm-dd, dd-mm-yyyy, dd/mm/yyyy, dd.mm.yyyy) as yyyy-mm-dd; other texts as they are. */
export function toCalendarDay(text: string): string {
  const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (!parts) return text;
  const [, day = '', month = '', year = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
