import type { UnitOfWork } from '@platen/platform';
import { AcceptanceResolver } from '../invitations/acceptance.resolver';
import { AcceptanceService } from '../invitations/acceptance.service';
import { InvitationResolver } from '../invitations/invitation.resolver';
import { InvitationService } from '../invitations/invitation.service';
import type { Letters } from '../letters/send-letter';
import type { Passwords } from '../users/passwords';
import type { UserService } from '../users/user.service';
import { ApplicationResolver } from './application.resolver';
import { ApplicationService } from './application.service';
import { RegistrationPolicyResolver } from './registration-policy.resolver';
import { RegistrationPolicyService } from './registration-policy.service';

/** How people come to have an account, by name. */
export interface Joining {
  readonly invitations: InvitationService;
  readonly acceptances: AcceptanceService;
  readonly applications: ApplicationService;
  readonly registration: RegistrationPolicyService;
}

/** Composes the use cases of joining. */
export function joining(work: UnitOfWork, passwords: Passwords, letters: Letters): Joining {
  return {
    invitations: new InvitationService(work, letters),
    acceptances: new AcceptanceService(work, passwords),
    applications: new ApplicationService(work, letters),
    registration: new RegistrationPolicyService(work),
  };
}

/** Resolver classes of joining, for the schema. */
export const joiningResolvers = [
  InvitationResolver,
  AcceptanceResolver,
  ApplicationResolver,
  RegistrationPolicyResolver,
] as const;

/** Their instances. */
export function joiningResolverInstances(
  { invitations, acceptances, applications, registration }: Joining,
  users: UserService,
): object[] {
  return [
    new InvitationResolver(invitations, users),
    new AcceptanceResolver(acceptances),
    new ApplicationResolver(applications, users),
    new RegistrationPolicyResolver(registration),
  ];
}
