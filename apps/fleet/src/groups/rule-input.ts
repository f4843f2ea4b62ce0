import { isId } from '@platen/platform';
import type { InvalidGroupInput } from './device-group.errors';
import { type GroupRule, type RulePart, ruleParts } from './group-rule';

/** Most values of one part of a rule. */
export const MOST_RULE_VALUES = 100;
/** Longest value, in characters. */
const LONGEST = 200;

/** A rule as asked for: each value once, in one order; what was left out asks nothing. */
export function toGroupRule(input: Readonly<Partial<Record<RulePart, readonly string[] | null>>>): GroupRule {
  const settled = (part: RulePart) => {
    const values = (input[part] ?? []).map((value) => value.trim());
    return [...new Set(part === 'siteIds' ? values.map((id) => id.toLowerCase()) : values)].sort();
  };
  return {
    siteIds: settled('siteIds'),
    makers: settled('makers'),
    models: settled('models'),
    departments: settled('departments'),
    floors: settled('floors'),
  };
}

/** Whether a rule can be kept. Which locations there are is asked elsewhere. */
export function ruleFaults(rule: GroupRule): InvalidGroupInput['fields'] {
  if (ruleParts.every((part) => rule[part].length === 0)) return [{ path: 'rule', problem: 'ruleEmpty' }];
  return ruleParts.flatMap((part): InvalidGroupInput['fields'] => {
    const path = `rule.${part}`;
    if (rule[part].length > MOST_RULE_VALUES) return [{ path, problem: 'tooManyRuleValues' }];
    return rule[part].every((value) => fits(part, value)) ? [] : [{ path, problem: 'ruleValue' }];
  });
}

function fits(part: RulePart, value: string): boolean {
  if (part === 'siteIds') return isId(value);
  return value !== '' && value.length <= LONGEST && !value.includes('\0');
}
