import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { DeviceNotFoundError, SiteNotFoundError } from '../devices/device-errors.type';

/** What hangs on a machine. */
@ObjectType({ simpleResolvers: true, description: "Leads who scans it to the machine's page." })
export class DeviceLabel {
  @Field({ description: 'XXXX-XXXX-XXXX, for those who type it.' })
  code: string;
  @Field({ description: 'What the QR code holds.' })
  url: string;
}

@InputType()
export class MakeDeviceLabelInput {
  @Field(() => ID)
  deviceId: string;
  @Field({ defaultValue: false, description: 'True: a new code, and the old one leads nowhere any more.' })
  replace: boolean;
}

@InputType()
export class PrintLabelsInput {
  @Field(() => ID)
  siteId: string;
  @Field(() => ID, { nullable: true, description: '`next` of the file before.' })
  after?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class MakeDeviceLabelSuccess {
  @Field(() => DeviceLabel)
  label: DeviceLabel;
}

@ObjectType({ simpleResolvers: true })
export class PrintLabelsSuccess {
  @Field({ description: 'PDF in base64: sheets of 21 labels, 63.5 mm x 38.1 mm, on A4.' })
  pdf: string;
  @Field(() => Int, { description: 'Machines in this file, at most 105.' })
  labels: number;
  @Field(() => ID, { nullable: true, description: 'Asks for the next file; null at the end.' })
  next: string | null;
}

export const MakeDeviceLabelResult = createUnionType({
  name: 'MakeDeviceLabelResult',
  types: () => [MakeDeviceLabelSuccess, DeviceNotFoundError] as const,
});

export const PrintLabelsResult = createUnionType({
  name: 'PrintLabelsResult',
  types: () => [PrintLabelsSuccess, SiteNotFoundError] as const,
});
