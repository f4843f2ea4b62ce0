import type { OrderRowFragment, OrderStatus } from '@platen/graphql-client';
import type { Formatter, StepState, TimelineStep } from '@platen/ui';
import type { TFunction } from 'i18next';

/** The straight way of an order; what happens beside it stops the line. */
const way = ['RECEIVED', 'CONFIRMED', 'PICKED', 'SHIPPED', 'DELIVERED'] as const;
type Step = (typeof way)[number];

type Order = Pick<OrderRowFragment, 'status' | 'placedAt' | 'expectedOn'> & {
  /** where it was asked for: when each step was taken */
  readonly timeline?: readonly { readonly kind: string; readonly happenedAt: string }[];
};

/** How far an order that left the way had certainly come: a returned one was delivered, a lost one shipped. */
const lastCertain: Readonly<Partial<Record<OrderStatus, Step>>> = {
  AWAITING_APPROVAL: 'RECEIVED',
  DECLINED: 'RECEIVED',
  BACKORDERED: 'CONFIRMED',
  CANCELLED: 'RECEIVED',
  RETURNED: 'DELIVERED',
  LOST: 'SHIPPED',
};

const endings: readonly OrderStatus[] = ['CANCELLED', 'RETURNED', 'LOST', 'DECLINED'];

/** State of each step of the way. */
export function stepStates(status: OrderStatus): ReadonlyMap<Step, StepState> {
  const reached = way.findIndex((step) => step === (lastCertain[status] ?? status));
  const finished = status === 'DELIVERED';
  return new Map(
    way.map((step, index): [Step, StepState] => {
      if (index < reached || (index === reached && (finished || status in lastCertain)))
        return [step, 'done'];
      if (index === reached) return [step, 'now'];
      return [step, 'todo'];
    }),
  );
}

/** Steps of an order for the timeline: received, confirmed, picked, shipped, delivered, and what got in between. */
export function orderSteps(order: Order, t: TFunction, format: Formatter): TimelineStep[] {
  const states = stepStates(order.status);
  const ended = endings.includes(order.status);
  const steps = way
    // after the end of the way nothing is to come
    .filter((step) => !ended || states.get(step) === 'done')
    .map((step) => wayStep(step, states.get(step) ?? 'todo', order, t, format));
  if (!(order.status in lastCertain)) return steps;
  const aside: TimelineStep = {
    key: order.status,
    state: ended ? 'stopped' : 'now',
    stateWords: t(`steps.${ended ? 'stopped' : 'now'}`),
    label: t(`orders.step.${order.status as 'CANCELLED'}`),
  };
  const done = steps.filter(({ state }) => state === 'done').length;
  return steps.toSpliced(done, 0, aside);
}

function wayStep(step: Step, state: StepState, order: Order, t: TFunction, format: Formatter): TimelineStep {
  const arrives = step === 'DELIVERED' && state !== 'done';
  return {
    key: step,
    state,
    stateWords: t(`steps.${state}`),
    label: arrives ? t('orders.step.arrives') : t(`orders.step.${step}`),
    when: whenOf(step, arrives, order, format),
  };
}

function whenOf(step: Step, arrives: boolean, order: Order, format: Formatter): string | undefined {
  if (arrives) return format.day(order.expectedOn);
  if (step === 'RECEIVED') return format.moment(order.placedAt);
  const taken = order.timeline?.findLast(({ kind }) => kind === step.toLowerCase());
  return taken && format.moment(taken.happenedAt);
}
