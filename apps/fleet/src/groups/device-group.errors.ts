/** No such group among those the actor sees; a foreign one is told apart from none by nobody. */
export interface DeviceGroupNotFound {
  readonly code: 'DEVICE_GROUP_NOT_FOUND';
}

/** Who sees only some machines cannot give himself more of them, nor keep them longer (threats C5). */
export interface OwnAssignment {
  readonly code: 'OWN_ASSIGNMENT';
}

/** The machines of this group follow from its rule: nobody puts any in or takes any out by hand. */
export interface GroupByRule {
  readonly code: 'GROUP_BY_RULE';
}

/** What can be wrong with a group's input, by field. */
export type GroupProblem =
  | 'groupNameNeeded'
  | 'groupNameTaken'
  | 'keyLength'
  | 'tooManyIds'
  | 'noUserId'
  | 'ruleEmpty'
  | 'ruleValue'
  | 'ruleNeedsAll'
  | 'tooManyRuleValues';

/** Input that cannot be accepted; one entry per field. */
export interface InvalidGroupInput {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly { readonly path: string; readonly problem: GroupProblem }[];
}
