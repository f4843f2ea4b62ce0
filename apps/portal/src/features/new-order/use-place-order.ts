import { useApolloClient } from '@apollo/client/react';
import { PlaceOrderDocument, type PlaceOrderMutation } from '@platen/graphql-client';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftStore } from '../../shared/readings/draft-store';
import { newKey } from '../../shared/new-key';
import { type CommandFailure, useCommand } from '../../shared/use-command';
import { deliveryOf, longest, missingDestination } from './delivery';
import { articleKey, articleOf, filledLines, type FormLine, quantityProblem } from './order-lines';
import type { PlacedOrder } from './order-placed';

type Failure = CommandFailure<PlaceOrderMutation['placeOrder']>;

/** The sending of a form: what stands in the way of it, and what came of it. */
export interface Placing {
  readonly send: (lines: readonly FormLine[]) => Promise<void>;
  readonly running: boolean;
  readonly placed: readonly PlacedOrder[] | undefined;
  /** what is wrong, by the id of its field; the empty id concerns the whole */
  readonly problems: ReadonlyMap<string, string>;
  readonly failure: Failure | undefined;
}

const none: ReadonlyMap<string, string> = new Map();

/** Sends what was typed; the typed texts go when the orders are placed, and stay when they are not. */
export function usePlaceOrder(drafts: DraftStore): Placing {
  const { t } = useTranslation();
  const client = useApolloClient();
  // one key for one content: sent again, for example after a broken connection, it is placed once
  const attempt = useRef({ content: '', idempotencyKey: '' });
  const [problems, setProblems] = useState(none);
  const [placed, setPlaced] = useState<readonly PlacedOrder[]>();
  const { run, running, failure, clear } = useCommand(PlaceOrderDocument, (data) => data.placeOrder);
  const [sent, setSent] = useState<readonly string[]>([]);
  const typed = (id: string) => drafts.of(id).text;

  const ownProblems = (lines: readonly FormLine[]): Map<string, string> => {
    const found = new Map<string, string>();
    for (const line of lines) {
      if (line.supply.refusal) continue;
      const max = articleOf(line, typed(articleKey(line)))?.maxQuantity ?? 0;
      const problem = quantityProblem(typed(line.key), max);
      if (problem) found.set(line.key, t(`newOrder.problem.${problem.kind}`, { max: problem.max }));
    }
    const missing = missingDestination(typed);
    if (missing) found.set(missing, t('newOrder.problem.destination'));
    if (found.size === 0 && filledLines(lines, typed).length === 0)
      found.set('', t('newOrder.problem.nothing'));
    return found;
  };

  const send = async (lines: readonly FormLine[]) => {
    clear();
    const found = ownProblems(lines);
    setProblems(found);
    if (found.size > 0) return;
    const filled = filledLines(lines, typed);
    setSent(filled.map((line) => line.key));
    const order = { lines: filled.map(({ input }) => input), ...deliveryOf(typed) };
    const content = JSON.stringify(order);
    if (attempt.current.content !== content) attempt.current = { content, idempotencyKey: newKey() };
    const done = await run({ input: { ...order, idempotencyKey: attempt.current.idempotencyKey } });
    if (!done) return;
    drafts.clear([
      ...lines.flatMap((line) => [line.key, articleKey(line)]),
      ...Object.keys(longest),
      'destination',
      'deliverySiteId',
    ]);
    for (const fieldName of ['orders', 'orderSummary']) client.cache.evict({ id: 'ROOT_QUERY', fieldName });
    setPlaced(done.orders);
  };

  return { send, running, placed, failure, problems: failure ? refusals(failure, sent) : problems };
}

/** The service's refusals by the id of their field. */
function refusals(failure: Failure, sent: readonly string[]): ReadonlyMap<string, string> {
  if (failure.kind !== 'refused') return none;
  const { answer } = failure;
  const lines = answer.__typename === 'OrderRefusedError' ? answer.lines : [];
  return new Map([
    ...lines.map(({ line, message }) => [sent[line] ?? '', message] as const),
    ...failure.fields.map(({ path, message }) => [fieldOf(path, sent), message] as const),
  ]);
}

/** `lines.3.quantity` is the field of the fourth line that was sent; other paths are ids themselves. */
function fieldOf(path: string, sent: readonly string[]): string {
  const line = /^lines\.(\d+)\b/.exec(path)?.[1];
  return line === undefined ? path : (sent[Number(line)] ?? '');
}
