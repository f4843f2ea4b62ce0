import { type InputFault, keyFaults, textFaults } from '../input-faults';

/** Most lines that one request may have. */
export const MOST_LINES = 200;
/** Most pieces of one article for one device; an article's own limit may be lower. */
export const MOST_PIECES = 999;
/** Longest texts, in characters. */
export const LENGTHS = {
  costCentre: 60,
  poNumber: 60,
  deliveryAddress: 300,
  contactName: 120,
  contactEmail: 254,
  contactPhone: 40,
  instructions: 500,
} as const;
/** One article for one device. */
export interface RequestedLine {
  readonly deviceId: string;
  /** null: the article that lasts longest of those that fit */
  readonly articleId?: string | null;
  /** the supply it is for, by its place in the device */
  readonly slot?: string | null;
  readonly quantity: number;
}

/** Who receives the parcel. */
export interface DeliveryContact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** What a person asks for, as typed. */
export interface OrderRequest {
  readonly idempotencyKey: string;
  readonly lines: readonly RequestedLine[];
  readonly costCentre?: string | null;
  readonly poNumber?: string | null;
  /** left out: each device's own site */
  readonly deliverySiteId?: string | null;
  /** in words, instead of a site */
  readonly deliveryAddress?: string | null;
  readonly contactName?: string | null;
  readonly contactEmail?: string | null;
  readonly contactPhone?: string | null;
  readonly instructions?: string | null;
}

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const TEXTS = [
  'costCentre',
  'poNumber',
  'deliveryAddress',
  'contactName',
  'contactEmail',
  'contactPhone',
  'instructions',
] as const;

/** What keeps a request from being looked at; empty when all is well. */
export function faultsOfRequest(request: OrderRequest): InputFault[] {
  return [
    ...keyFaults(request.idempotencyKey),
    ...lineFaults(request.lines),
    ...TEXTS.flatMap((field) => textFaults(field, request[field]?.trim(), LENGTHS[field])),
    ...addressFaults(request),
    ...contactFaults(request),
  ];
}

function lineFaults(lines: readonly RequestedLine[]): InputFault[] {
  if (lines.length < 1 || lines.length > MOST_LINES)
    return [{ path: 'lines', problem: 'linesNeeded', values: { max: MOST_LINES } }];
  return lines.flatMap(({ quantity, articleId, slot }, line): InputFault[] => [
    ...(Number.isInteger(quantity) && quantity >= 1 && quantity <= MOST_PIECES
      ? []
      : [
          {
            path: `lines.${line}.quantity`,
            problem: 'quantityRange' as const,
            values: { max: MOST_PIECES },
          },
        ]),
    ...(articleId || slot ? [] : [{ path: `lines.${line}.articleId`, problem: 'articleNeeded' as const }]),
  ]);
}

function addressFaults({ deliverySiteId, deliveryAddress }: OrderRequest): InputFault[] {
  const both = deliverySiteId && deliveryAddress?.trim();
  return both ? [{ path: 'deliveryAddress', problem: 'siteOrAddress' }] : [];
}

function contactFaults({ contactName, contactEmail, contactPhone }: OrderRequest): InputFault[] {
  const mail = contactEmail?.trim();
  const reachable = mail ?? contactPhone?.trim();
  return [
    ...(mail && !MAIL.test(mail) ? [{ path: 'contactEmail', problem: 'badMail' as const }] : []),
    ...(reachable && !contactName?.trim() ? [{ path: 'contactName', problem: 'nameNeeded' as const }] : []),
  ];
}

/** Who receives it, when the request says so. */
export function contactOf({ contactName, contactEmail, contactPhone }: OrderRequest): DeliveryContact | null {
  const name = contactName?.trim();
  return name ? { name, email: contactEmail?.trim() || null, phone: contactPhone?.trim() || null } : null;
}
