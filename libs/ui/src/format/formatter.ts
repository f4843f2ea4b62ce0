/** Where and when the reader is. */
export interface FormatContext {
  /** BCP 47 tag, for example `it-IT`. */
  readonly locale: string;
  /** IANA zone of the branch; delivery days and readings are told in it. */
  readonly timeZone: string;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30 * day;
const year = 365 * day;

const steps = [
  { unit: 'year', seconds: year },
  { unit: 'month', seconds: month },
  { unit: 'day', seconds: day },
  { unit: 'hour', seconds: hour },
  { unit: 'minute', seconds: minute },
] as const;

/** The largest unit in which an age of so many seconds is at least 1; below a minute it counts as 0 minutes. */
export function ageIn(seconds: number): { value: number; unit: (typeof steps)[number]['unit'] } {
  const step = steps.find((candidate) => seconds >= candidate.seconds);
  return step ? { value: Math.floor(seconds / step.seconds), unit: step.unit } : { value: 0, unit: 'minute' };
}

/** Numbers, dates and ages in the reader's language, all by Intl. Instants are ISO 8601 strings in UTC. */
export class Formatter {
  constructor(
    readonly context: FormatContext,
    /** Milliseconds since 1970, so that tests and pictures can stop the clock. */
    private readonly now: () => number = Date.now,
  ) {}

  /** `184,203`; whole numbers and decimals as they are. Thousands are set off always, so that columns read evenly. */
  number(value: number): string {
    return new Intl.NumberFormat(this.context.locale, { useGrouping: 'always' }).format(value);
  }

  /** A factor or ratio of any size with three digits that count: `0.000417`. */
  figure(value: number): string {
    return new Intl.NumberFormat(this.context.locale, { maximumSignificantDigits: 3 }).format(value);
  }

  /** A level of 0..100 as `62%` or `62 %`, whichever the language writes. */
  percent(value: number): string {
    const rounded = Math.round(value) / 100;
    return new Intl.NumberFormat(this.context.locale, { style: 'percent', maximumFractionDigits: 0 }).format(
      rounded,
    );
  }

  /** Decimal string and ISO 4217 code. */
  money(amount: string, currency: string): string {
    // only shown, never computed with: a double keeps 15 digits, more than an invoice has
    return new Intl.NumberFormat(this.context.locale, { style: 'currency', currency }).format(Number(amount));
  }

  /** A calendar day (`yyyy-mm-dd`, no zone) as `Tue 24 Nov`. */
  day(date: string): string {
    return this.calendar(date, { weekday: 'short', day: 'numeric', month: 'short' });
  }

  /** A calendar day as `Tuesday 24 November`. */
  longDay(date: string): string {
    return this.calendar(date, { weekday: 'long', day: 'numeric', month: 'long' });
  }

  /** A calendar day with its year, `24 Nov 2026`. */
  dayOfYear(date: string): string {
    return this.calendar(date, { day: 'numeric', month: 'short', year: 'numeric' });
  }

  /** A month with its year, `Oct 2026`. @param month  yyyy-mm */
  month(month: string): string {
    return this.calendar(`${month}-01`, { month: 'short', year: 'numeric' });
  }

  /** A month in a sentence, `October 2026`. @param month  yyyy-mm */
  longMonth(month: string): string {
    return this.calendar(`${month}-01`, { month: 'long', year: 'numeric' });
  }

  /** Today in the branch's zone, `Saturday 21 November`. */
  today(): string {
    return this.instant(new Date(this.now()).toISOString(), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
  }

  /** Today in the branch's zone, yyyy-mm-dd: to reckon with, not to be shown. */
  isoToday(): string {
    // Canadian English writes days as ISO 8601 does
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.context.timeZone }).format(this.now());
  }

  /** Hour of the day, 0..23, in the branch's zone. */
  hourNow(): number {
    const options = { hour: 'numeric', hourCycle: 'h23', timeZone: this.context.timeZone } as const;
    return Number(new Intl.DateTimeFormat('en', options).format(this.now()));
  }

  /** The day of an instant with its year, `24 Nov 2026`. */
  date(at: string): string {
    return this.instant(at, { day: 'numeric', month: 'short', year: 'numeric' });
  }

  /** `Thu 19 Nov, 09:14`. */
  moment(at: string): string {
    return this.instant(at, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
  }

  /** `14:05`. */
  time(at: string): string {
    return this.instant(at, { hour: '2-digit', minute: '2-digit' });
  }

  /** `Wed`. */
  weekday(at: string): string {
    return this.instant(at, { weekday: 'short' });
  }

  /** To the second and with the zone's name, for the hover of a relative time. */
  exact(at: string): string {
    return this.instant(at, {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'short',
    });
  }

  /** Seconds since an instant, never negative: clocks of two machines may differ by a little. */
  secondsSince(at: string): number {
    return Math.max(0, (this.now() - Date.parse(at)) / 1000);
  }

  /** `4 min`, `3 days`, `now` below a minute: for a column. */
  age(at: string): string {
    const { value, unit } = ageIn(this.secondsSince(at));
    if (value === 0) return this.relative(0, 'second');
    const options = { style: 'unit', unit, unitDisplay: unit === 'minute' ? 'short' : 'long' } as const;
    return new Intl.NumberFormat(this.context.locale, options).format(value);
  }

  /** `4 minutes ago`, `yesterday`, `now` below a minute: for a sentence. */
  ago(at: string): string {
    const { value, unit } = ageIn(this.secondsSince(at));
    return value === 0 ? this.relative(0, 'second') : this.relative(-value, unit);
  }

  /** Words that begin a sentence, whichever of them the language puts first: `nu gezien` -> `Nu gezien`. */
  asSentence(words: string): string {
    return words.slice(0, 1).toLocaleUpperCase(this.context.locale) + words.slice(1);
  }

  /** A name that starts a cell, as it stands inside a sentence: `Magenta` -> `magenta`. */
  inSentence(name: string): string {
    return name.slice(0, 1).toLocaleLowerCase(this.context.locale) + name.slice(1);
  }

  /** Words joined as the language does: `a, b and c`. */
  list(words: readonly string[]): string {
    return new Intl.ListFormat(this.context.locale).format(words);
  }

  private relative(value: number, unit: Intl.RelativeTimeFormatUnit): string {
    return new Intl.RelativeTimeFormat(this.context.locale, { numeric: 'auto' }).format(value, unit);
  }

  private instant(at: string, options: Intl.DateTimeFormatOptions): string {
    const { locale, timeZone } = this.context;
    return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(at));
  }

  private calendar(date: string, options: Intl.DateTimeFormatOptions): string {
    // a calendar day has no zone: read and written in UTC it cannot slip to its neighbour
    return new Intl.DateTimeFormat(this.context.locale, { ...options, timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`),
    );
  }
}
