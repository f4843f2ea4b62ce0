import type { SqlCondition } from '../visibility/visible-devices.sql';

/** Which machines belong to a group by themselves: an empty list asks nothing, all others must fit. */
export interface GroupRule {
  readonly siteIds: readonly string[];
  readonly makers: readonly string[];
  readonly models: readonly string[];
  readonly departments: readonly string[];
  readonly floors: readonly string[];
}

/** Each part of a rule, its column, and the column of a machine that it is about. */
const PARTS = [
  { part: 'siteIds', rule: 'site_ids', device: 'site_id', type: 'uuid' },
  { part: 'makers', rule: 'makers', device: 'maker', type: 'text' },
  { part: 'models', rule: 'models', device: 'model', type: 'text' },
  { part: 'departments', rule: 'departments', device: 'department', type: 'text' },
  { part: 'floors', rule: 'floors', device: 'floor', type: 'text' },
] as const;

/** Names of the parts of a rule. */
export const ruleParts = PARTS.map(({ part }) => part);
export type RulePart = (typeof PARTS)[number]['part'];

/** Columns of `group_rule` that hold a rule, in the order of `ruleValues`. */
export const RULE_COLUMNS = PARTS.map(({ rule }) => rule).join(', ');

/** A row of `group_rule r` as a rule, null where the group has none. */
export const RULE_OF = `case when r.group_id is not null then json_build_object(
  ${PARTS.map(({ part, rule }) => `'${part}', r.${rule}`).join(', ')}) end as rule`;

/** A rule as parameters. */
export const ruleValues = (rule: GroupRule): (readonly string[])[] => PARTS.map(({ part }) => rule[part]);

/** Placeholders for `ruleValues` from number `first` on, with their types. */
export const rulePlaceholders = (first: number): string =>
  PARTS.map(({ type }, index) => `$${first + index}::${type}[]`).join(', ');

/** True where `device d` fits `group_rule r`, both being of one customer. */
export const FITS = PARTS.map(
  ({ rule, device }) => `(cardinality(r.${rule}) = 0 or d.${device} = any(r.${rule}))`,
).join(' and ');

/** True where `device d` fits a rule that is not stored; the parts that ask nothing leave no trace in the text. */
export function fitting(rule: GroupRule, first: number): SqlCondition {
  const asked = PARTS.filter(({ part }) => rule[part].length > 0);
  return {
    sql: asked.map(({ device, type }, at) => `d.${device} = any($${first + at}::${type}[])`).join(' and '),
    parameters: asked.map(({ part }) => rule[part]),
  };
}
