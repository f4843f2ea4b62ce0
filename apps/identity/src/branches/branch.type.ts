import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';

/** Who helps when a password cannot be reset (R5). Values as in the branch's settings. */
export const PasswordHelp = { ORGANISATION_ADMINISTRATOR: 'organisation', PROVIDER: 'provider' } as const;
registerEnumType(PasswordHelp, { name: 'PasswordHelp' });

/** How people come to have an account (R15, S1). */
export const RegistrationPolicy = {
  INVITATION_ONLY: 'invitation',
  SELF_REGISTRATION: 'self-registration',
  OFF: 'off',
} as const;
registerEnumType(RegistrationPolicy, { name: 'RegistrationPolicy' });

/** What a desk helps with (R88). */
export const ContactTopic = {
  GENERAL: 'general',
  SUPPLIES: 'supplies',
  METERS: 'meters',
  SERVICE_AND_PORTAL: 'service-and-portal',
  BILLING: 'billing',
} as const;
registerEnumType(ContactTopic, { name: 'ContactTopic' });

type ValueOf<T> = T[keyof T];

/** Read and written under the same names. */
@InputType('ContactInput')
@ObjectType('Contact', { simpleResolvers: true })
export class ContactType {
  @Field(() => ContactTopic)
  topic: ValueOf<typeof ContactTopic>;
  @Field(() => String, { nullable: true })
  phone: string | null;
  @Field(() => String, { nullable: true })
  mail: string | null;
  @Field(() => String, { nullable: true, description: 'Opening hours as shown.' })
  hours: string | null;
}

/** A national operating company, as everybody may see it: its sign-in page is public. */
@Directive('@key(fields: "id")')
@ObjectType('Branch', { simpleResolvers: true })
export class BranchType {
  @Field(() => ID)
  id: string;
  @Field()
  code: string;
  @Field()
  name: string;
  @Field()
  locale: string;
  @Field()
  timeZone: string;
  @Field({ description: 'ISO 4217.' })
  currency: string;
  @Field()
  brandName: string;
  @Field({ description: '#rrggbb' })
  brandColor: string;
  @Field(() => PasswordHelp)
  passwordHelp: ValueOf<typeof PasswordHelp>;
  @Field(() => RegistrationPolicy)
  registration: ValueOf<typeof RegistrationPolicy>;
  @Field(() => [ContactType])
  contacts: readonly ContactType[];
}
