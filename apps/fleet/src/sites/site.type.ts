import { connectionOf } from '@platen/platform';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

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

export const SiteConnection = connectionOf('Site', () => Site);
