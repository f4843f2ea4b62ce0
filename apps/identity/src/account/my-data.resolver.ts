import type { Locale } from '@platen/contracts';
import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { invalidInput } from '../users/invalid-input';
import { lastAdministrator } from '../users/last-administrator.type';
import type { EraseFailure, MyDataService } from './my-data.service';
import {
  EraseMyAccountInput,
  EraseMyAccountResult,
  EraseMyAccountSuccess,
  ExportMyDataResult,
  ExportMyDataSuccess,
} from './my-data.type';
import { tooManyAttempts } from './refusals';

@Resolver()
export class MyDataResolver {
  constructor(private readonly data: MyDataService) {}

  @Authorized()
  @Mutation(() => ExportMyDataResult, {
    description: 'A mutation, because the audit log keeps that it was done.',
  })
  async exportMyData(@Ctx() { actor }: GraphqlContext): Promise<typeof ExportMyDataResult> {
    return Object.assign(new ExportMyDataSuccess(), { content: await this.data.export(actor) });
  }

  @Authorized()
  @Mutation(() => EraseMyAccountResult)
  async eraseMyAccount(
    @Arg('input') { currentPassword }: EraseMyAccountInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof EraseMyAccountResult> {
    const { actor, clientAddress } = context;
    const result = await this.data.erase(actor, { currentPassword, clientAddress });
    if (!result.ok) return toError(result.failure, actor.locale);
    context.changeSession({ token: null });
    return Object.assign(new EraseMyAccountSuccess(), { ok: true });
  }
}

function toError(failure: EraseFailure, locale: Locale) {
  if ('retryAt' in failure) return tooManyAttempts(locale, failure);
  if (failure.code === 'LAST_ADMINISTRATOR') return lastAdministrator(locale);
  return invalidInput(locale, [{ path: 'currentPassword', code: failure.code }]);
}
