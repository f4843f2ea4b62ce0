import { IdempotencyConflictError, InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';

/** A list of machines, narrowed, sorted and with its columns, under a name. */
@ObjectType('SavedView', { simpleResolvers: true })
export class SavedView {
  @Field(() => ID)
  id: string;
  @Field()
  name: string;
  @Field({ description: 'What stands behind the question mark of the list.' })
  query: string;
  @Field({ description: 'True: everybody of the organisation is offered it.' })
  shared: boolean;
  @Field({ description: 'True for one that you saved yourself.' })
  owned: boolean;
  @Field()
  viewerCanDelete: boolean;
}

@InputType()
export class CreateSavedViewInput {
  @Field({ description: 'Same key, same view: it is made once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field({ description: '1 to 60 characters; no two of your views have one name.' })
  name: string;
  @Field({ description: 'What stands behind the question mark of the list; at most 2,000 characters.' })
  query: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'For those who manage equipment; otherwise left out.',
  })
  shared?: boolean | null;
}

@InputType()
export class DeleteSavedViewInput {
  @Field(() => ID)
  viewId: string;
}

@ObjectType({ simpleResolvers: true })
export class CreateSavedViewSuccess {
  @Field(() => ID)
  viewId: string;
}

@ObjectType({ simpleResolvers: true })
export class DeleteSavedViewSuccess {
  @Field(() => ID)
  viewId: string;
}

/** Unknown, or not yours to delete: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class SavedViewNotFoundError extends UserError {}

export const CreateSavedViewResult = createUnionType({
  name: 'CreateSavedViewResult',
  types: () => [CreateSavedViewSuccess, InvalidInputError, IdempotencyConflictError] as const,
});

export const DeleteSavedViewResult = createUnionType({
  name: 'DeleteSavedViewResult',
  types: () => [DeleteSavedViewSuccess, SavedViewNotFoundError] as const,
});
