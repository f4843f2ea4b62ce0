import type { SupplyColor, SupplyKind } from '@platen/contracts';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { SupplyColorEnum, SupplyKindEnum } from './supply-enums';

@Directive('@key(fields: "id")')
@ObjectType('Article', { simpleResolvers: true, description: 'Something the branch delivers.' })
export class ArticleType {
  @Field(() => ID)
  id: string;
  @Field()
  partNumber: string;
  @Field()
  name: string;
  @Field(() => SupplyKindEnum)
  kind: SupplyKind;
  @Field(() => SupplyColorEnum, { nullable: true, description: 'Null for what has no colour.' })
  color: SupplyColor | null;
}
