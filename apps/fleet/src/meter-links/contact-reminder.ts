import type { BranchSettings, MailMessage, PayloadOf, meterLinkMade } from '@platen/contracts';
import { message } from '../messages/message';

type Told = Pick<
  PayloadOf<typeof meterLinkMade>,
  'dueOn' | 'validUntil' | 'count' | 'machines' | 'sealedUrl'
>;

/** The reminder for the contact of machines who has no account: in the branch's language, without a name. */
export function contactReminder(
  to: string,
  customerId: string,
  { brand, contacts, locale, timeZone }: BranchSettings,
  { dueOn, validUntil, count, machines, sealedUrl }: Told,
): MailMessage<'meter-reminder'> {
  const desk =
    contacts.find(({ topic }) => topic === 'meters') ?? contacts.find(({ topic }) => topic === 'general');
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const others = count - machines.length;
  const names = [...machines, ...(others > 0 ? [message(locale, 'moreMachines', { count: others })] : [])];
  return {
    template: 'meter-reminder',
    to,
    locale,
    customerId,
    data: {
      brand: {
        name: brand.name,
        color: brand.color,
        contactPhone: desk?.phone ?? null,
        contactMail: desk?.mail ?? null,
      },
      name: null,
      values: {
        count: String(count),
        machines: names.join(', '),
        dueOn: day.format(new Date(`${dueOn}T12:00:00Z`)),
        until: day.format(new Date(validUntil)),
      },
      link: { sealedUrl },
    },
  };
}
