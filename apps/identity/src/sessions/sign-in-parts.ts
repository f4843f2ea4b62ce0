import type { ActorAccess, ServicePlatform } from '@platen/platform';
import { letters } from '../letters/send-letter';
import { DemandResolver } from '../second-factors/demand.resolver';
import { SecondFactorDemandService } from '../second-factors/demand.service';
import { FactorResetResolver } from '../second-factors/factor-reset.resolver';
import { FactorResetService } from '../second-factors/factor-reset.service';
import { PasskeyResolver } from '../second-factors/passkey.resolver';
import { PasskeyService } from '../second-factors/passkey.service';
import { RelyingParty } from '../second-factors/relying-party';
import { SecondFactorResolver } from '../second-factors/second-factor.resolver';
import { SecondFactorService } from '../second-factors/second-factor.service';
import { CurrentPassword } from '../users/current-password';
import type { Passwords } from '../users/passwords';
import { PasskeySignInService } from './passkey-sign-in.service';
import { SecondStepResolver } from './second-step.resolver';
import { SecondStepService } from './second-step.service';
import { SessionListResolver } from './session-list.resolver';
import { SessionListService } from './session-list.service';
import { SessionResolver } from './session.resolver';
import { SessionService } from './session.service';

/** The use cases of signing in, staying signed in and proving it twice. */
export interface SignInParts {
  readonly sessions: SessionService;
  readonly sessionList: SessionListService;
  readonly secondStep: SecondStepService;
  readonly passkeySignIn: PasskeySignInService;
  readonly secondFactors: SecondFactorService;
  readonly passkeys: PasskeyService;
  readonly demands: SecondFactorDemandService;
  readonly factorResets: FactorResetService;
}

/** Puts them together. */
export function signInParts(
  platform: ServicePlatform,
  passwords: Passwords,
  access: ActorAccess,
): SignInParts {
  const { work, clock, publicUrl } = platform;
  const post = letters(publicUrl, platform.secretBox('mail'));
  const secrets = platform.secretBox('second-factor');
  const party = new RelyingParty(publicUrl);
  const current = new CurrentPassword(work, passwords, clock);
  const secondStep = new SecondStepService(work, access, { secrets, party, letters: post });
  return {
    sessions: new SessionService(work, passwords, access, clock, secondStep),
    sessionList: new SessionListService(work),
    secondStep,
    passkeySignIn: new PasskeySignInService(work, access, party),
    secondFactors: new SecondFactorService(work, secrets, current, post),
    passkeys: new PasskeyService(work, party, current, post),
    demands: new SecondFactorDemandService(work),
    factorResets: new FactorResetService(work, post),
  };
}

/** Their resolvers, for the schema. */
export const signInResolvers = [
  SessionResolver,
  SecondStepResolver,
  SessionListResolver,
  SecondFactorResolver,
  PasskeyResolver,
  DemandResolver,
  FactorResetResolver,
] as const;

/** And their instances. */
export function signInResolverInstances(parts: SignInParts): object[] {
  return [
    new SessionResolver(parts.sessions),
    new SecondStepResolver(parts.secondStep, parts.passkeySignIn),
    new SessionListResolver(parts.sessionList),
    new SecondFactorResolver(parts.secondFactors),
    new PasskeyResolver(parts.passkeys),
    new DemandResolver(parts.demands),
    new FactorResetResolver(parts.factorResets),
  ];
}
