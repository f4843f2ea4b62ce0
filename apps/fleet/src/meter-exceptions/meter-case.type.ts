import { CountScalar, UserError, connectionOf } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { MeterNotChangedError } from '../corrections/correction.type';
import { Customer } from '../customers/customer.type';
import { enumOf } from '../enums';
import { type CaseDecision, type CaseKind, caseDecisions, caseKinds } from './meter-case.service';

export const MeterCaseKindEnum = enumOf(caseKinds);
registerEnumType(MeterCaseKindEnum, {
  name: 'MeterCaseKind',
  description:
    'FELL: below an earlier value. JUMPED: by a million. FLAGGED: odd, and confirmed. REFUSED: by the books.',
});
export const MeterCaseDecisionEnum = enumOf(caseDecisions);
registerEnumType(MeterCaseDecisionEnum, {
  name: 'MeterCaseDecision',
  description:
    'WITHDRAWN: the value was wrong and counts for nothing. RESET, REPLACED: it goes on from there.',
});

/** An odd counter value that waits for one of the provider's people. */
@ObjectType({ simpleResolvers: true })
export class MeterCase {
  @Field(() => ID)
  id: string;
  @Field(() => MeterCaseKindEnum)
  kind: CaseKind;
  @Field({ description: 'What is counted, for example total, mono, color.' })
  meterKind: string;
  @Field(() => CountScalar)
  valueBefore: number;
  @Field(() => CountScalar)
  value: number;
  @Field(() => Date)
  readAt: Date;
  @Field(() => CountScalar, { description: 'The newest value of this kind; the case stays one.' })
  lastValue: number;
  @Field(() => Date)
  lastReadAt: Date;
  @Field(() => Date)
  openedAt: Date;
  @Field(() => Customer, { nullable: true })
  customer: Customer;

  deviceId: string;
}

export const MeterCaseConnection = connectionOf('MeterCase', () => MeterCase);

@InputType('MeterCaseFilter')
export class MeterCaseFilterInput {
  @Field(() => MeterCaseKindEnum, { nullable: true })
  kind?: CaseKind | null;
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Open for at least so many days; 0 to 3,650.' })
  openDays?: number | null;
}

@InputType()
export class DecideMeterCaseInput {
  @Field(() => ID)
  id: string;
  @Field(() => MeterCaseDecisionEnum)
  decision: CaseDecision;
  @Field({ description: '1 to 500 characters.' })
  reason: string;
}

@ObjectType({ simpleResolvers: true })
export class DecideMeterCaseSuccess {
  @Field(() => ID)
  id: string;
}

/** Unknown, of others, or decided before: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class MeterCaseNotFoundError extends UserError {}

export const DecideMeterCaseResult = createUnionType({
  name: 'DecideMeterCaseResult',
  types: () => [DecideMeterCaseSuccess, MeterCaseNotFoundError, MeterNotChangedError] as const,
});
