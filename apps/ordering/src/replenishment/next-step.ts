import type { ReasonCode } from './reason-inputs';

/** What happens next for a supply without anybody doing anything. */
export const nextSteps = [
  'none',
  'order_when_due',
  'await_delivery',
  'install_spare',
  'await_reading',
  'check_connection',
  'check_catalogue',
] as const;
export type NextStep = (typeof nextSteps)[number];

const steps: Readonly<Record<ReasonCode, NextStep>> = {
  'device-not-active': 'none',
  'device-not-monitored': 'none',
  'class-not-covered': 'none',
  'not-needed-before-end': 'none',
  'nothing-read': 'await_reading',
  'level-not-a-number': 'await_reading',
  'fall-unconfirmed': 'await_reading',
  'rise-unconfirmed': 'await_reading',
  silent: 'check_connection',
  'no-article': 'check_catalogue',
  'already-on-order': 'await_delivery',
  'ran-out': 'await_delivery',
  'risk-above-limit': 'await_delivery',
  'sent-along': 'await_delivery',
  'level-at-reorder-point': 'await_delivery',
  'spare-on-site': 'install_spare',
  'cancelled-lately': 'order_when_due',
  'risk-acceptable': 'order_when_due',
  'level-sufficient': 'order_when_due',
};

/** The step that follows from a decision. */
export function nextStepAfter(code: ReasonCode): NextStep {
  return steps[code];
}
