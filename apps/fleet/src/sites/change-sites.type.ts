import { FieldError, IdempotencyConflictError, InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { SiteNotFoundError } from '../devices/device-errors.type';
import { Site } from './site.type';

@InputType()
export class CreateSiteInput {
  @Field({ description: 'Same key, same place: it is made once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => ID, { nullable: true, description: 'For staff: whose place it is.' })
  customerId?: string | null;
  @Field({ description: '1 to 120 characters; no two open places of an organisation have one name.' })
  name: string;
  @Field()
  street: string;
  @Field()
  postalCode: string;
  @Field()
  city: string;
  @Field({ description: 'ISO 3166-1 alpha-2.' })
  country: string;
  @Field(() => String, { nullable: true, description: 'Who takes deliveries.' })
  deliveryContactName?: string | null;
  @Field(() => String, { nullable: true })
  deliveryContactEmail?: string | null;
  @Field(() => String, { nullable: true })
  deliveryContactPhone?: string | null;
  @Field(() => String, { nullable: true, description: 'Hours, doors, floors: at most 1000 characters.' })
  deliveryInstructions?: string | null;
}

@InputType({ description: 'What is left out stays; a text about deliveries that is null is emptied.' })
export class UpdateSiteInput {
  @Field(() => ID)
  siteId: string;
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => String, { nullable: true })
  street?: string | null;
  @Field(() => String, { nullable: true })
  postalCode?: string | null;
  @Field(() => String, { nullable: true })
  city?: string | null;
  @Field(() => String, { nullable: true })
  country?: string | null;
  @Field(() => String, { nullable: true })
  deliveryContactName?: string | null;
  @Field(() => String, { nullable: true })
  deliveryContactEmail?: string | null;
  @Field(() => String, { nullable: true })
  deliveryContactPhone?: string | null;
  @Field(() => String, { nullable: true })
  deliveryInstructions?: string | null;
}

@InputType()
export class CloseSiteInput {
  @Field(() => ID)
  siteId: string;
}

@ObjectType({ simpleResolvers: true })
export class CreateSiteSuccess {
  @Field(() => Site)
  site: Site;
  @Field(() => [FieldError], { description: 'What was stored and deserves a second look.' })
  warnings: FieldError[];
}

@ObjectType({ simpleResolvers: true })
export class UpdateSiteSuccess {
  @Field(() => Site)
  site: Site;
  @Field(() => [FieldError], { description: 'What was stored and deserves a second look.' })
  warnings: FieldError[];
}

@ObjectType({ simpleResolvers: true })
export class CloseSiteSuccess {
  @Field(() => ID)
  siteId: string;
}

/** Machines still stand there. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class SiteInUseError extends UserError {
  @Field(() => Int)
  deviceCount: number;
}

/** Unknown, or not one that you may do this for: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class OrganisationNotFoundError extends UserError {}

export const CreateSiteResult = createUnionType({
  name: 'CreateSiteResult',
  types: () =>
    [CreateSiteSuccess, OrganisationNotFoundError, InvalidInputError, IdempotencyConflictError] as const,
});

export const UpdateSiteResult = createUnionType({
  name: 'UpdateSiteResult',
  types: () => [UpdateSiteSuccess, SiteNotFoundError, InvalidInputError] as const,
});

export const CloseSiteResult = createUnionType({
  name: 'CloseSiteResult',
  types: () => [CloseSiteSuccess, SiteNotFoundError, SiteInUseError] as const,
});
