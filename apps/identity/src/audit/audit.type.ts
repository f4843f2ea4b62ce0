import { connectionOf } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

@ObjectType('AuditActor', { simpleResolvers: true, description: 'Who acted.' })
export class AuditActorType {
  @Field({ description: 'anonymous, guest, user, staff, partner, collector or system.' })
  kind: string;
  @Field(() => ID, { nullable: true })
  id: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of today, or what an erasure left of it; null for those whom you do not see.',
  })
  name: string | null;
}

@ObjectType('AuditViewer', { simpleResolvers: true, description: 'Who looked through the eyes of another.' })
export class AuditViewerType {
  @Field(() => ID)
  id: string;
  @Field(() => String, { nullable: true })
  name: string | null;
}

@ObjectType('AuditTarget', { simpleResolvers: true, description: 'What was acted on.' })
export class AuditTargetType {
  @Field({ description: 'For example user, key, role, group, customer.' })
  kind: string;
  @Field(() => ID)
  id: string;
  @Field(() => String, { nullable: true })
  name: string | null;
}

@ObjectType('AuditFact', {
  simpleResolvers: true,
  description: 'A value beside the act, as it was recorded.',
})
export class AuditFactType {
  @Field()
  name: string;
  @Field({ description: 'Several values stand behind commas.' })
  value: string;
}

/** Something that was done; it is never changed and never removed. Its customer is a field of the resolver. */
@ObjectType('AuditEntry', { simpleResolvers: true })
export class AuditEntryType {
  @Field(() => ID)
  id: string;
  @Field(() => Int, { description: 'Its place in the chain, 1, 2, 3...' })
  position: number;
  @Field()
  occurredAt: Date;
  @Field({ description: 'When it was appended to the chain.' })
  recordedAt: Date;
  @Field({ description: 'Stable, for programs: <thing>.<what was done>.' })
  action: string;
  @Field(() => AuditActorType)
  actor: AuditActorType;
  @Field(() => AuditViewerType, {
    nullable: true,
    description: 'Who looked through the eyes of the actor at that time; null as a rule.',
  })
  viewedBy: AuditViewerType | null;
  @Field(() => AuditTargetType, { nullable: true })
  target: AuditTargetType | null;
  @Field(() => [AuditFactType])
  facts: AuditFactType[];
  @Field({ description: 'The request in which it happened, as in the logs of the product.' })
  requestId: string;
  @Field({ description: 'SHA-256 of this entry and the hash before it, hexadecimal.' })
  hash: string;

  customerId: string | null;
}

export const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntryType);

@InputType()
export class AuditFilterInput {
  @Field(() => String, { nullable: true, description: 'Id of a person or key, or a mail address.' })
  actor?: string | null;
  @Field(() => [String], { nullable: true, description: 'Any of these acts.' })
  actions?: string[] | null;
  @Field(() => String, { nullable: true, description: 'For example user or key.' })
  targetKind?: string | null;
  @Field(() => String, { nullable: true, description: 'Id of what was acted on.' })
  target?: string | null;
  @Field(() => Date, { nullable: true })
  from?: Date | null;
  @Field(() => Date, { nullable: true, description: 'The first instant that no longer belongs to it.' })
  before?: Date | null;
  @Field(() => ID, { nullable: true, description: "For staff: one customer's log." })
  customerId?: string | null;
}

export enum ChainProblemEnum {
  CHANGED = 'CHANGED',
  MISSING = 'MISSING',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(ChainProblemEnum, {
  name: 'AuditChainProblem',
  description:
    'CHANGED: an entry is not what it was. MISSING: it is not there. UNKNOWN: it was not recorded.',
});

@ObjectType('AuditChainCheck', { simpleResolvers: true, description: 'What a walk along the chain found.' })
export class AuditChainCheckType {
  @Field(() => Int, { description: 'Entries that the chain has.' })
  length: number;
  @Field(() => Int, { description: 'First entry looked at; the newest 5,000 are.' })
  firstPosition: number;
  @Field(() => Int, { description: 'Last entry in order; equals length when all are.' })
  verifiedPosition: number;
  @Field()
  verifiedAt: Date;
  @Field(() => String, { nullable: true, description: 'Hash of the newest entry, to be kept elsewhere.' })
  head: string | null;
  @Field(() => ChainProblemEnum, { nullable: true, description: 'Null: complete and unchanged.' })
  problem: string | null;
  @Field(() => Int, { nullable: true, description: 'Where the problem is.' })
  problemPosition: number | null;
}

@ObjectType({ simpleResolvers: true })
export class ExportAuditSuccess {
  @Field({ description: 'UTF-8 with byte order mark; times in UTC.' })
  csv: string;
  @Field(() => Int)
  rows: number;
  @Field({ description: 'True when there were more than 10,000: narrow the dates.' })
  cut: boolean;
}
