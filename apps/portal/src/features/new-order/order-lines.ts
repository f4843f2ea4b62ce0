import type { OrderableSuppliesQuery, PlaceOrderLineInput } from '@platen/graphql-client';

type Answer = NonNullable<OrderableSuppliesQuery['orderableSupplies']>;
/** What can be ordered for a machine, and where it goes. */
export type Orderable = Answer & { readonly device: NonNullable<Answer['device']> };
export type OrderableSupply = Orderable['supplies'][number];

/** A supply of a machine as a line of the form. */
export interface FormLine {
  /** also the id of its field */
  readonly key: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly supply: OrderableSupply;
}

/** A line that was filled in. */
export interface FilledLine {
  readonly key: string;
  readonly input: PlaceOrderLineInput;
}

/** What is wrong with a typed quantity. */
export type QuantityProblem = { readonly kind: 'notANumber' | 'tooMany'; readonly max: number };

/** The form's lines of one machine, in the service's order. */
export function linesOf({ device, supplies }: Orderable): FormLine[] {
  return supplies.map((supply) => ({
    key: [device.id, supply.slot ?? '', supply.kind, supply.color ?? ''].join(' '),
    deviceId: device.id,
    deviceName: device.name,
    supply,
  }));
}

/** The article of a line: the chosen one, or the first that fits. */
export function articleOf(
  { supply }: FormLine,
  chosen: string,
): OrderableSupply['articles'][number] | undefined {
  return supply.articles.find(({ article }) => article.id === chosen) ?? supply.articles[0];
}

/** What is wrong with a quantity; nothing typed, or a zero, orders nothing and is not wrong. */
export function quantityProblem(text: string, max: number): QuantityProblem | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (!/^\d{1,9}$/.test(typed)) return { kind: 'notANumber', max };
  return Number(typed) > max ? { kind: 'tooMany', max } : undefined;
}

/**
 * The lines that order something, ready to be sent.
 * @param typed  the text of a field by its id
 */
export function filledLines(lines: readonly FormLine[], typed: (key: string) => string): FilledLine[] {
  return lines.flatMap((line): FilledLine[] => {
    const quantity = Number(typed(line.key).trim());
    const fitting = articleOf(line, typed(articleKey(line)));
    if (!fitting || line.supply.refusal || !Number.isInteger(quantity) || quantity < 1) return [];
    const { deviceId, supply } = line;
    const input = { deviceId, slot: supply.slot, articleId: fitting.article.id, quantity };
    return [{ key: line.key, input }];
  });
}

/** Where the chosen article of a line is kept. */
export const articleKey = ({ key }: FormLine): string => `${key} article`;
