import type { AlertSeverity } from '@platen/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AlertSeverityEnum } from '../enums';

/** What a machine complains about at present. */
@ObjectType({ simpleResolvers: true })
export class DeviceAlert {
  @Field(() => ID)
  id: string;
  @Field(() => AlertSeverityEnum)
  severity: AlertSeverity;
  @Field(() => Int, {
    nullable: true,
    description: 'prtAlertCode of RFC 3805; null where the machine gives none.',
  })
  code: number | null;
  @Field({ description: "The machine's own words." })
  description: string;
  @Field()
  raisedAt: Date;
}
