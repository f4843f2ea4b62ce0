import type { Locale, PayloadOf, reportDue } from '@platen/contracts';
import type { HandlerContext } from '@platen/platform';
import type { Letters } from '../letters/send-letter';
import { message } from '../messages/message';

type Due = PayloadOf<typeof reportDue>;
type Figures = NonNullable<Due['readers'][number]['all']>;

/**
 * Sends the month of a saved report to those of its readers who may read reports at this moment, each with the figures
 * of the machines that he sees (R30, R70). One letter per report, month and reader, however often this runs.
 */
export async function tellOfReport(
  due: Due,
  letters: Letters,
  { tx }: Pick<HandlerContext, 'tx'>,
): Promise<void> {
  const { reportId, customerId, branchId, month, name, path } = due;
  const figures = new Map(due.readers.map((reader) => [reader.userId, reader]));
  const readers = await tx.query<Reader>(READERS, [customerId, branchId, [...figures.keys()], due.ownerId]);
  for (const { id, email, firstName, locale, seesAll, owner } of readers) {
    const seen = figures.get(id)?.[seesAll ? 'all' : 'given'];
    if (!seen) continue;
    await letters.send(tx, `report-ready ${reportId} ${month}`, {
      name: 'report-ready',
      to: email,
      firstName: firstName || null,
      locale,
      branchId,
      customerId,
      values: {
        report: name,
        month: monthIn(month, locale),
        owner: owner ?? message(locale, 'YOUR_ORGANISATION'),
        ...sentences(seen, month, locale),
      },
      link: { path },
    });
  }
}

/** Two sentences: how many pages and how they compare, then how many of them in colour. */
function sentences({ pages, previous, mono, color }: Figures, month: string, locale: Locale) {
  const number = (value: number) => new Intl.NumberFormat(REGIONS[locale]).format(value);
  const at = monthIn(month, locale);
  if (pages === null)
    return {
      pages: message(locale, 'REPORT_NOTHING_READ', { month: at }),
      split: message(locale, 'REPORT_LOOK'),
    };
  const change = previous ? Math.round((pages / previous - 1) * 100) : null;
  return {
    pages: message(locale, comparison(change), {
      month: at,
      pages: number(pages),
      percent: number(Math.abs(change ?? 0)),
    }),
    split:
      mono === null && color === null
        ? message(locale, 'REPORT_NO_SPLIT')
        : message(locale, 'REPORT_SPLIT', { mono: number(mono ?? 0), color: number(color ?? 0) }),
  };
}

function comparison(change: number | null) {
  if (change === null) return 'REPORT_PAGES';
  if (change === 0) return 'REPORT_SAME';
  return change > 0 ? 'REPORT_MORE' : 'REPORT_FEWER';
}

const REGIONS: Readonly<Record<Locale, string>> = { it: 'it-IT', nl: 'nl-NL', en: 'en-GB' };

/** 'October 2026'. @param month  yyyy-mm */
function monthIn(month: string, locale: Locale): string {
  const form = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(REGIONS[locale], form).format(new Date(`${month}-01T00:00:00Z`));
}

interface Reader {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly locale: Locale;
  readonly seesAll: boolean;
  /** null: gone */
  readonly owner: string | null;
}

const READERS = `
  select person.id, person.email, person.first_name as "firstName", person.locale,
    'device:all' = any(role.rights || person.granted_rights) as "seesAll",
    (select nullif(concat_ws(' ', o.first_name, o.last_name), '') from user_account o
     where o.id = $4 and o.customer_id = person.customer_id and o.erased_at is null) as owner
  from user_account person join role on role.id = person.role_id
  join customer on customer.id = person.customer_id
  where person.id = any($3::uuid[]) and person.customer_id = $1 and person.branch_id = $2
    and customer.suspended_at is null and person.deactivated_at is null and person.erased_at is null
    and person.password_hash is not null
    and role.rights || person.granted_rights @> array['device:read', 'report:read']
  order by person.id`;
