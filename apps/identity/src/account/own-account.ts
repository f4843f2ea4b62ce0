import type { ServicePlatform } from '@platen/platform';
import { ConsentResolver } from '../consents/consent.resolver';
import { ConsentService } from '../consents/consent.service';
import type { Letters } from '../letters/send-letter';
import { CurrentPassword } from '../users/current-password';
import type { Passwords } from '../users/passwords';
import { EmailChangeResolver } from './email-change.resolver';
import { EmailChangeService } from './email-change.service';
import { MyDataResolver } from './my-data.resolver';
import { MyDataService } from './my-data.service';
import { OwnPasswordResolver } from './own-password.resolver';
import { OwnPasswordService } from './own-password.service';
import { ProfileResolver } from './profile.resolver';
import { ProfileService } from './profile.service';

/** What people do with their own accounts, by name. */
export interface OwnAccount {
  readonly passwords: OwnPasswordService;
  readonly emails: EmailChangeService;
  readonly profiles: ProfileService;
  readonly consents: ConsentService;
  readonly data: MyDataService;
}

/** What the use cases of an own account work with. */
export interface OwnAccountParts extends Pick<ServicePlatform, 'work' | 'clock'> {
  readonly passwords: Passwords;
  readonly letters: Letters;
}

/** Composes the use cases of people's own accounts. */
export function ownAccount({ work, clock, passwords, letters }: OwnAccountParts): OwnAccount {
  const current = new CurrentPassword(work, passwords, clock);
  return {
    passwords: new OwnPasswordService(work, passwords, current, letters),
    emails: new EmailChangeService(work, current, letters),
    profiles: new ProfileService(work),
    consents: new ConsentService(work),
    data: new MyDataService(work, current, letters),
  };
}

/** Resolver classes of own accounts, for the schema. */
export const ownAccountResolvers = [
  OwnPasswordResolver,
  EmailChangeResolver,
  ProfileResolver,
  ConsentResolver,
  MyDataResolver,
] as const;

/** Their instances. */
export function ownAccountResolverInstances(account: OwnAccount): object[] {
  return [
    new OwnPasswordResolver(account.passwords),
    new EmailChangeResolver(account.emails),
    new ProfileResolver(account.profiles),
    new ConsentResolver(account.consents),
    new MyDataResolver(account.data),
  ];
}
