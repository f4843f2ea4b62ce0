import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { PasskeyService } from './passkey.service';
import { added, changed } from './second-factor.resolver';
import {
  AddPasskeyInput,
  AddSecondFactorResult,
  CurrentPasswordInput,
  RemovePasskeyInput,
  RemoveSecondFactorResult,
  RenamePasskeyInput,
  RenamePasskeyResult,
  StartPasskeyResult,
  StartPasskeySuccess,
} from './second-factor.type';
import { toInvalidInput, toNeeded, toNotFound, toUnproved } from './to-refusal';

/** One's own passkeys. */
@Resolver()
export class PasskeyResolver {
  constructor(private readonly passkeys: PasskeyService) {}

  @Authorized()
  @Mutation(() => StartPasskeyResult)
  async startPasskey(
    @Arg('input') { currentPassword }: CurrentPasswordInput,
    @Ctx() { actor, clientAddress }: GraphqlContext,
  ): Promise<typeof StartPasskeyResult> {
    const result = await this.passkeys.start(actor, { currentPassword, clientAddress });
    if (!result.ok) return toUnproved(result.failure, actor.locale);
    return Object.assign(new StartPasskeySuccess(), { options: result.value });
  }

  @Authorized()
  @Mutation(() => AddSecondFactorResult)
  async addPasskey(
    @Arg('input') input: AddPasskeyInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof AddSecondFactorResult> {
    const result = await this.passkeys.add(actor, input);
    return result.ok ? added(result.value) : toInvalidInput(result.failure, actor.locale);
  }

  @Authorized()
  @Mutation(() => RenamePasskeyResult)
  async renamePasskey(
    @Arg('input') { id, name }: RenamePasskeyInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof RenamePasskeyResult> {
    const result = await this.passkeys.rename(actor, id, name);
    if (result.ok) return changed(result.value);
    const { failure } = result;
    if (failure.code === 'PASSKEY_NOT_FOUND') return toNotFound(failure, actor.locale);
    return toInvalidInput(failure, actor.locale);
  }

  @Authorized()
  @Mutation(() => RemoveSecondFactorResult)
  async removePasskey(
    @Arg('input') { id, currentPassword }: RemovePasskeyInput,
    @Ctx() { actor, clientAddress }: GraphqlContext,
  ): Promise<typeof RemoveSecondFactorResult> {
    const result = await this.passkeys.remove(actor, id, { currentPassword, clientAddress });
    if (result.ok) return changed(result.value);
    const { failure } = result;
    if (failure.code === 'PASSKEY_NOT_FOUND') return toNotFound(failure, actor.locale);
    if (failure.code === 'LAST_SECOND_FACTOR') return toNeeded(failure, actor.locale);
    return toUnproved(failure, actor.locale);
  }
}
