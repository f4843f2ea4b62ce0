import { type DirectiveNode, Kind } from 'graphql';

/** One `@include` or `@skip` on a variable: the selection counts while `variable` has this value. */
export interface Condition {
  readonly variable: string;
  readonly value: boolean;
}

/** All must hold; empty: always. */
export type Conditions = readonly Condition[];

/**
 * What a selection's `@include` and `@skip` ask for.
 * @returns null when a literal already rules the selection out
 */
export function conditionsOf(directives: readonly DirectiveNode[] | undefined): Conditions | null {
  const conditions: Condition[] = [];
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name !== 'include' && name !== 'skip') continue;
    const asked = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    const value = name === 'include';
    if (asked?.kind === Kind.VARIABLE) conditions.push({ variable: asked.name.value, value });
    else if (asked?.kind === Kind.BOOLEAN && asked.value !== value) return null;
  }
  return conditions;
}

/** True when every condition holds for these variables. */
export function holds(conditions: Conditions, variables: Readonly<Record<string, unknown>>): boolean {
  for (const condition of conditions)
    if ((variables[condition.variable] === true) !== condition.value) return false;
  return true;
}
