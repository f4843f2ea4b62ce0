import { DateTimeScalar, connectionOf } from '@platen/platform';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DeviceType } from '../devices/device.type';
import type { TicketStatus } from './ticket-status';

/** Values as in the table. */
export const TicketStatusEnum = {
  RECEIVED: 'received',
  TRIAGED: 'triaged',
  SCHEDULED: 'scheduled',
  ON_THE_WAY: 'on-the-way',
  WAITING: 'waiting',
  RESOLVED: 'resolved',
  CLOSED: 'closed',
  CANCELLED: 'cancelled',
} as const satisfies Record<string, TicketStatus>;
registerEnumType(TicketStatusEnum, { name: 'TicketStatus' });

/** Work for people, at a device or in general. */
@Directive('@key(fields: "id")')
@ObjectType('ServiceTicket', { simpleResolvers: true })
export class ServiceTicketType {
  @Field(() => ID)
  id: string;
  @Field({ description: 'As people quote it.' })
  number: string;
  @Field()
  subject: string;
  @Field(() => TicketStatusEnum)
  status: TicketStatus;
  @Field(() => DateTimeScalar)
  openedAt: Date;
  @Field(() => DeviceType, { nullable: true })
  device: DeviceType | null;
}

export const ServiceTicketConnection = connectionOf('ServiceTicket', () => ServiceTicketType);

@InputType('TicketFilter')
export class TicketFilterInput {
  @Field(() => ID, { nullable: true })
  deviceId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True: work is still to be done. False: it is not.' })
  open?: boolean | null;
}
