import { UserError } from '@platen/platform';
import { Field, ObjectType } from 'type-graphql';
import { Device, DeviceLifecycleEnum } from './device.type';
import type { DeviceLifecycle } from '../lifecycle/lifecycle';

/** Unknown, or not visible: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class DeviceNotFoundError extends UserError {}

/** No such location in the machine's organisation. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class SiteNotFoundError extends UserError {}

/** Somebody else changed the machine in the meantime: nothing was done. Here is how it is now. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class DeviceChangedMeanwhileError extends UserError {
  @Field(() => Device)
  device: Device;
}

/** At this point of its life nobody can do that with the machine. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class LifecycleActNotPossibleError extends UserError {
  @Field(() => DeviceLifecycleEnum)
  lifecycle: DeviceLifecycle;
}

/** The location was closed: no machine comes there any more. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class SiteClosedError extends UserError {}

/** A move of this machine is planned already; cancel it first. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class MoveAlreadyPlannedError extends UserError {}
