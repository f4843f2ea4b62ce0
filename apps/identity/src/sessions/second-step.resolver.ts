import { type GraphqlContext, Public } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { message } from '../messages/message';
import type { PasskeySignInService } from './passkey-sign-in.service';
import type { SecondProof, SecondStepService } from './second-step.service';
import { signedIn, tooManyAttempts, wrongCredentials } from './session.resolver';
import {
  CompleteSignInInput,
  CompleteSignInResult,
  SignInExpiredError,
  SignInWithPasskeyInput,
  SignInWithPasskeyResult,
  StartPasskeySignInResult,
  WrongCodeError,
} from './session.type';

/** The second step of signing in, and signing in with a passkey alone. */
@Resolver()
export class SecondStepResolver {
  constructor(
    private readonly secondStep: SecondStepService,
    private readonly passkeys: PasskeySignInService,
  ) {}

  @Public()
  @Mutation(() => CompleteSignInResult)
  async completeSignIn(
    @Arg('input') input: CompleteSignInInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof CompleteSignInResult> {
    const { actor, clientAddress } = context;
    const { challenge, userAgent = null } = input;
    const proof = proofOf(input);
    if (!proof) return refused(context, 'WRONG_CODE');
    const result = await this.secondStep.complete(actor, { challenge, proof, clientAddress, userAgent });
    if (result.ok) return signedIn(context, result.value);
    const { failure } = result;
    return 'retryAt' in failure ? tooManyAttempts(context, failure) : refused(context, failure.code);
  }

  @Public()
  @Mutation(() => StartPasskeySignInResult)
  async startPasskeySignIn(@Ctx() { actor }: GraphqlContext): Promise<StartPasskeySignInResult> {
    return { options: await this.passkeys.start(actor) };
  }

  @Public()
  @Mutation(() => SignInWithPasskeyResult)
  async signInWithPasskey(
    @Arg('input') { response, userAgent = null }: SignInWithPasskeyInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof SignInWithPasskeyResult> {
    const { actor, clientAddress } = context;
    const result = await this.passkeys.finish(actor, { response, clientAddress, userAgent });
    if (result.ok) return signedIn(context, result.value);
    const { failure } = result;
    return 'retryAt' in failure ? tooManyAttempts(context, failure) : wrongCredentials(context, failure.code);
  }
}

function refused({ actor }: GraphqlContext, code: 'WRONG_CODE' | 'SIGN_IN_EXPIRED') {
  const error = code === 'WRONG_CODE' ? new WrongCodeError() : new SignInExpiredError();
  return Object.assign(error, { code, message: message(actor.locale, code) });
}

/** @returns null unless exactly one is offered: two would be two tries for one */
function proofOf({ code, recoveryCode, passkey }: CompleteSignInInput): SecondProof | null {
  const offered: SecondProof[] = [];
  if (code) offered.push({ kind: 'code', typed: code });
  if (recoveryCode) offered.push({ kind: 'recovery-code', typed: recoveryCode });
  if (passkey) offered.push({ kind: 'passkey', response: passkey });
  const [proof] = offered;
  return offered.length === 1 && proof ? proof : null;
}
