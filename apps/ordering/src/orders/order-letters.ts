import type { BranchSettings, LetterName, MailMessage } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { message } from '../messages/message';
import type { ProjectionService } from '../projections/projection.service';
import type { LockedOrder } from './lock-order';
import { mailBrand } from './mail-brand';

/** What letters say of the goods: '2 × Toner TN-328'. */
export interface LetterLine {
  readonly quantity: number;
  readonly name: string;
}

/** Why an order was cancelled, as its letter says. */
export type CancelledBy = 'customer' | 'branch';

interface MailFacts {
  readonly machine: string | null;
  readonly to: string | null;
}

const FACTS = `
  select d.name as machine, coalesce(d.delivery_contact ->> 'email', c.notification_email) as "to"
  from supply_order o
  left join known_device d on d.id = o.device_id and d.customer_id = o.customer_id
  left join known_customer c on c.customer_id = o.customer_id
  where o.id = $1`;

const LINES = `
  select l.quantity, a.name from order_line l join article a on a.id = l.article_id
  where l.order_id = $1 order by l.position`;

/** Letters about what became of an order, in the branch's language, to where its confirmation went. */
export class OrderLetters {
  constructor(
    private readonly projections: ProjectionService,
    private readonly publicUrl: string,
  ) {}

  /** R56: goods have left. @param trackingUrl  where the carrier tells where they are; null: nowhere */
  async shipped(
    tx: Tx,
    order: LockedOrder,
    shipment: {
      readonly key: string;
      readonly lines: readonly LetterLine[] | null;
      readonly carrier: string | null;
      readonly trackingNumber: string | null;
      readonly trackingUrl: string | null;
    },
  ): Promise<void> {
    const { carrier, trackingNumber, trackingUrl } = shipment;
    await this.write(tx, order, {
      name: 'order-shipped',
      key: `order-shipped-${shipment.key}`,
      lines: shipment.lines,
      url: trackingUrl,
      values: ({ locale }) => ({
        day: longDay(order.expectedOn, locale),
        way: message(locale, wayOf(carrier, trackingNumber), {
          carrier: carrier ?? '',
          tracking: trackingNumber ?? '',
        }),
      }),
    });
  }

  /** Something is out of stock. @param key  one letter for each */
  async backordered(tx: Tx, order: LockedOrder, key: string, note: string | null): Promise<void> {
    await this.write(tx, order, {
      name: 'order-backordered',
      key: `order-backordered-${key}`,
      values: ({ locale }) => ({
        outlook: message(locale, 'expectedAround', { day: longDay(order.expectedOn, locale) }),
        note: note ?? message(locale, 'weTellWhenItLeaves'),
      }),
    });
  }

  /** An order will not come. */
  async cancelled(tx: Tx, order: LockedOrder, by: CancelledBy, note: string | null): Promise<void> {
    await this.write(tx, order, {
      name: 'order-cancelled',
      key: `order-cancelled-${order.id}`,
      values: ({ locale }) => ({
        cause: note ?? message(locale, by === 'customer' ? 'cancelledByCustomer' : 'cancelledByBranch'),
      }),
    });
  }

  private async write(
    tx: Tx,
    order: LockedOrder,
    letter: {
      readonly name: LetterName;
      readonly key: string;
      readonly lines?: readonly LetterLine[] | null;
      /** the order's own page when left out */
      readonly url?: string | null;
      readonly values: (settings: BranchSettings) => Readonly<Record<string, string>>;
    },
  ): Promise<void> {
    const [facts] = await tx.query<MailFacts & Record<string, unknown>>(FACTS, [order.id]);
    // Nobody is known yet to whom it could go: the portal shows it all the same.
    if (!facts?.to) return;
    const settings = await this.projections.getSettings(tx, order.branchId);
    const lines = letter.lines ?? (await tx.query<LetterLine & Record<string, unknown>>(LINES, [order.id]));
    const url = letter.url === undefined ? this.pageOf(order) : letter.url;
    const mail: MailMessage<LetterName> = {
      template: letter.name,
      to: facts.to,
      locale: settings.locale,
      customerId: order.customerId,
      data: {
        brand: mailBrand(settings),
        name: null,
        values: {
          ...letter.values(settings),
          number: order.number,
          machine: facts.machine ?? '–',
          content: lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(', '),
        },
        link: url === null ? null : { url },
      },
    };
    tx.mail(letter.key, mail);
  }

  private pageOf(order: LockedOrder): string {
    return new URL(`/orders/${order.id}`, this.publicUrl).toString();
  }
}

function wayOf(carrier: string | null, trackingNumber: string | null) {
  if (carrier !== null) return trackingNumber === null ? 'wayCarrier' : 'wayCarrierAndNumber';
  return trackingNumber === null ? 'wayUnknown' : 'wayNumber';
}

/** @param day  yyyy-mm-dd, the same everywhere */
function longDay(day: string, locale: string): string {
  const form = { dateStyle: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, form).format(new Date(`${day}T00:00:00Z`));
}
