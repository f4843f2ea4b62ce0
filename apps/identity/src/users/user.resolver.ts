import { locales } from '@platen/contracts';
import { Authorized, type GraphqlContext, InvalidInputError } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { message } from '../messages/message';
import type { User } from './user.row';
import type { UserService } from './user.service';
import { UpdateMyLocaleInput, UpdateMyLocaleResult, UpdateMyLocaleSuccess } from './user.type';

@Resolver()
export class UserResolver {
  constructor(private readonly users: UserService) {}

  @Authorized()
  @Mutation(() => UpdateMyLocaleResult)
  async updateMyLocale(
    @Arg('input') input: UpdateMyLocaleInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof UpdateMyLocaleResult> {
    const result = await this.users.updateMyLocale(actor, input.locale);
    if (result.ok) return success(result.value);
    const { code } = result.failure;
    const text = message(actor.locale, code, { locales: locales.join(', ') });
    return Object.assign(new InvalidInputError(), {
      code,
      message: text,
      fields: [{ path: 'locale', message: text }],
    });
  }
}

function success(user: User): UpdateMyLocaleSuccess {
  return Object.assign(new UpdateMyLocaleSuccess(), { user });
}
