import { connectionOf } from '@platen/platform';
import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';

/** A place where machines stand and deliveries arrive. */
@Directive('@key(fields: "id")')
@ObjectType('Site', { simpleResolvers: true })
export class Site {
  @Field(() => ID)
  id: string;
  @Field()
  name: string;
  @Field()
  street: string;
  @Field()
  postalCode: string;
  @Field()
  city: string;
  @Field({ description: 'ISO 3166-1 alpha-2.' })
  country: string;
}

/** Who takes deliveries at a place. */
@ObjectType({ simpleResolvers: true })
export class SiteContact {
  @Field()
  name: string;
  @Field(() => String, { nullable: true })
  email: string | null;
  @Field(() => String, { nullable: true })
  phone: string | null;
}

export const SiteConnection = connectionOf('Site', () => Site);

@InputType('SiteFilter')
export class SiteFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Part of name, street, postal code or city; at most 100 characters.',
  })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: places that were closed, instead of open ones.',
  })
  closed?: boolean | null;
}
