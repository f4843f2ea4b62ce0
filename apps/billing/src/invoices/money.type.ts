import { type Money, decimalOf } from '@platen/kernel';
import { Directive, Field, ObjectType } from 'type-graphql';

/** An amount of money, exact. */
@Directive('@shareable')
@ObjectType('Money', { simpleResolvers: true })
export class MoneyType {
  @Field({ description: "Decimal text with all of the currency's digits, for example 1842.50." })
  amount: string;
  @Field({ description: 'ISO 4217.' })
  currency: string;
}

/** Money as it leaves through the graph. */
export function toMoneyType(money: Money): MoneyType {
  return { amount: decimalOf(money), currency: money.currency };
}
