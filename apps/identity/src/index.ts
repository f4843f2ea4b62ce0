import {
  type AccessTokens,
  type ActorAccess,
  type ServicePlatform,
  defineService,
  handles,
  on,
} from '@platen/platform';
import {
  type World,
  auditEntryRecorded,
  deviceMoved,
  collectorChanged,
  devicesFellSilent,
  reportDue,
  meterLinkMade,
  meterReadingsDue,
  visibilityChanged,
} from '@platen/contracts';
import { IdentityTables1795255200000 } from '../migrations/1795255200000-identity-tables';
import { Accounts1795302000000 } from '../migrations/1795302000000-accounts';
import { Consents1795302010000 } from '../migrations/1795302010000-consents';
import { Joining1795302030000 } from '../migrations/1795302030000-joining';
import { AuditAndKeys1795302070000 } from '../migrations/1795302070000-audit-and-keys';
import { RightsOfTheFleet1795320000000 } from '../migrations/1795320000000-rights-of-the-fleet';
import { RightsOfOrdering1795500000000 } from '../migrations/1795500000000-rights-of-ordering';
import { PeopleAreTold1795327000000 } from '../migrations/1795327000000-people-are-told';
import { Collectors1795328500000 } from '../migrations/1795328500000-collectors';
import { appendEntry } from './audit/append-entry';
import { AuditResolver } from './audit/audit.resolver';
import { AuditService } from './audit/audit.service';
import { ViewsAndNotices1795302051000 } from '../migrations/1795302051000-views-and-notices';
import { BranchesAndCustomers1795302060000 } from '../migrations/1795302060000-branches-and-customers';
import { PeopleByName1795302040000 } from '../migrations/1795302040000-people-by-name';
import {
  type OwnAccount,
  ownAccount,
  ownAccountResolverInstances,
  ownAccountResolvers,
} from './account/own-account';
import { answerResetRequest, sendPasswordReset } from './account/own-password.jobs';
import { SecondFactors1795302020000 } from '../migrations/1795302020000-second-factors';
import {
  announceApplication,
  forgetJoining,
  forgetOldJoining,
  tellAdministrators,
} from './applications/application.jobs';
import { type Joining, joining, joiningResolverInstances, joiningResolvers } from './applications/joining';
import { BranchEntity } from './branches/branch.entity';
import { branchLoader } from './branches/branch.loader';
import { BranchSettingsResolver } from './branches/branch-settings.resolver';
import { BranchSettingsService } from './branches/branch-settings.service';
import { BranchResolver } from './branches/branch.resolver';
import { BranchService } from './branches/branch.service';
import { CustomerEntity } from './customers/customer.entity';
import { CustomerAdminResolver } from './customers/customer-admin.resolver';
import { CustomerAdminService } from './customers/customer-admin.service';
import { customerLoader } from './customers/customer.loader';
import { CustomerResolver } from './customers/customer.resolver';
import { CustomerService } from './customers/customer.service';
import { FirstAdministrator } from './customers/first-administrator';
import { NotificationAddressResolver } from './customers/notification-address.resolver';
import { NotificationAddressService } from './customers/notification-address.service';
import { rememberCollector } from './enrolment/enrolment.events';
import { EnrolmentResolver } from './enrolment/enrolment.resolver';
import { EnrolmentService } from './enrolment/enrolment.service';
import { AccessKeyEntity } from './keys/access-key.entity';
import { accessTokens } from './keys/access-tokens';
import { InstallationService } from './installation/installation.service';
import { KeyResolver } from './keys/key.resolver';
import { KeyService } from './keys/key.service';
import { type Letters, letters } from './letters/send-letter';
import { tellDeviceMoved } from './notices/device-moved';
import { noteDeviceChanges, sendDeviceNotice, tellDeviceChanges } from './notices/device-notice';
import { tellOfReport } from './notices/report-notice';
import { nameMeterReaders, sendMeterReminder } from './notices/meter-reminder';
import { tellOfSilence } from './notices/silence-notice';
import { RoleEntity } from './roles/role.entity';
import { RoleEditingResolver } from './roles/role-editing.resolver';
import { RoleEditing } from './roles/role-editing.service';
import { RoleResolver } from './roles/role.resolver';
import { RoleService } from './roles/role.service';
import { actorAccess } from './sessions/actor-access';
import { SessionEntity } from './sessions/session.entity';
import { forgetOldSignIns, forgetSignIns } from './sessions/session.jobs';
import {
  type SignInParts,
  signInParts,
  signInResolverInstances,
  signInResolvers,
} from './sessions/sign-in-parts';
import { StaffResolver } from './staff/staff.resolver';
import { StaffService } from './staff/staff.service';
import { ViewerResolver } from './sessions/viewer.resolver';
import { Passwords } from './users/passwords';
import { UserEntity } from './users/user.entity';
import { userLoader } from './users/user.loader';
import { UserAdministrationResolver } from './users/user-administration.resolver';
import { UserAdministration } from './users/user-administration.service';
import { UserListResolver } from './users/user-list.resolver';
import { UserResolver } from './users/user.resolver';
import { UserService } from './users/user.service';
import { ViewAsResolver } from './views/view-as.resolver';
import { ViewAsService } from './views/view-as.service';
import { loadWorld } from './world/load-world';

/** Identity's use cases. */
export interface IdentityApp extends SignInParts {
  readonly access: ActorAccess;
  readonly branches: BranchService;
  readonly branchSettings: BranchSettingsService;
  readonly customers: CustomerService;
  readonly customerAdmin: CustomerAdminService;
  readonly staff: StaffService;
  readonly notificationAddresses: NotificationAddressService;
  readonly joining: Joining;
  readonly roles: RoleService;
  readonly roleEditing: RoleEditing;
  readonly users: UserService;
  readonly userAdministration: UserAdministration;
  readonly views: ViewAsService;
  readonly audit: AuditService;
  readonly keys: KeyService;
  readonly enrolment: EnrolmentService;
  readonly tokens: AccessTokens;
  readonly account: OwnAccount;
  readonly letters: Letters;
  readonly installation: InstallationService;
  load(world: World): Promise<void>;
}

function compose(platform: ServicePlatform): IdentityApp {
  const { work, clock, publicUrl, secretBox } = platform;
  const passwords = new Passwords();
  const access = actorAccess(work);
  const post = letters(publicUrl, secretBox('mail'));
  return {
    access,
    branches: new BranchService(work),
    branchSettings: new BranchSettingsService(work, clock),
    customers: new CustomerService(work),
    customerAdmin: new CustomerAdminService(work, new FirstAdministrator(post)),
    notificationAddresses: new NotificationAddressService(work, post),
    staff: new StaffService(work, post),
    joining: joining(work, passwords, post),
    roles: new RoleService(work),
    roleEditing: new RoleEditing(work),
    users: new UserService(work),
    userAdministration: new UserAdministration(work, post),
    ...signInParts(platform, passwords, access),
    views: new ViewAsService(work, access),
    audit: new AuditService(work),
    keys: new KeyService(work),
    enrolment: new EnrolmentService(work),
    tokens: accessTokens(work),
    account: ownAccount({ work, clock, passwords, letters: post }),
    letters: post,
    installation: new InstallationService(work, publicUrl),
    load: (world) => loadWorld(work, passwords, world),
  };
}

/** Who: branches, customers, people, sessions, rights, keys. */
export const identity = defineService<IdentityApp>({
  name: 'identity',
  entities: [BranchEntity, CustomerEntity, RoleEntity, UserEntity, SessionEntity, AccessKeyEntity],
  migrations: [
    IdentityTables1795255200000,
    Accounts1795302000000,
    Consents1795302010000,
    Joining1795302030000,
    SecondFactors1795302020000,
    PeopleByName1795302040000,
    ViewsAndNotices1795302051000,
    BranchesAndCustomers1795302060000,
    AuditAndKeys1795302070000,
    RightsOfTheFleet1795320000000,
    PeopleAreTold1795327000000,
    Collectors1795328500000,
    RightsOfOrdering1795500000000,
  ],
  resolvers: [
    BranchResolver,
    BranchSettingsResolver,
    CustomerResolver,
    CustomerAdminResolver,
    NotificationAddressResolver,
    StaffResolver,
    ...joiningResolvers,
    RoleResolver,
    RoleEditingResolver,
    UserListResolver,
    UserAdministrationResolver,
    UserResolver,
    ...signInResolvers,
    ViewerResolver,
    ViewAsResolver,
    AuditResolver,
    KeyResolver,
    EnrolmentResolver,
    ...ownAccountResolvers,
  ],
  compose,
  resolverInstances: ({
    branches,
    branchSettings,
    customers,
    notificationAddresses,
    customerAdmin,
    staff,
    joining: ways,
    roles,
    roleEditing,
    users,
    views,
    audit,
    keys,
    enrolment,
    userAdministration,
    account,
    ...parts
  }) => [
    new BranchResolver(branches),
    new BranchSettingsResolver(branchSettings),
    new CustomerResolver(customers, branches),
    new CustomerAdminResolver(customerAdmin, customers),
    new NotificationAddressResolver(notificationAddresses),
    new StaffResolver(staff),
    ...joiningResolverInstances(ways, users),
    new RoleResolver(roles),
    new RoleEditingResolver(roleEditing, roles),
    new UserListResolver(users, customers),
    new UserAdministrationResolver(userAdministration, users),
    new UserResolver(users),
    ...signInResolverInstances(parts),
    new ViewerResolver(users, customers, branches),
    new ViewAsResolver(views),
    new AuditResolver(audit, customers),
    new KeyResolver(keys, customers),
    new EnrolmentResolver(enrolment),
    ...ownAccountResolverInstances(account),
  ],
  references: ({ branches, customers, users }) => ({
    Branch: ({ id }, context) => branchLoader(context, branches).load(id),
    Customer: ({ id }, context) => customerLoader(context, customers).load(id),
    User: ({ id }, context) => userLoader(context, users).load(id),
    Collector: ({ id }) => ({ __typename: 'Collector', id }),
  }),
  load: (app, world) => app.load(world),
  ports: ({ access, tokens }) => ({ actorAccess: access, accessTokens: tokens }),
  consumers: [
    on(auditEntryRecorded, 'identity.append-audit-entry', (_app, happened, { tx, messageId }) =>
      appendEntry(tx, messageId, happened),
    ),
    on(collectorChanged, 'identity.remember-collector', (_app, collector, { tx }) =>
      rememberCollector(tx, collector),
    ),
    on(deviceMoved, 'identity.tell-device-moved', ({ letters }, event, context) =>
      tellDeviceMoved(event, letters, context),
    ),
    on(visibilityChanged, 'identity.note-device-changes', (_app, change, context) =>
      noteDeviceChanges(change, context),
    ),
    on(meterReadingsDue, 'identity.name-meter-readers', (_app, due, context) =>
      nameMeterReaders(due, context),
    ),
    on(meterLinkMade, 'identity.send-meter-reminder', (app: IdentityApp, made, context) =>
      sendMeterReminder(made, app.letters, context),
    ),
    on(devicesFellSilent, 'identity.tell-of-silence', (app: IdentityApp, silent, context) =>
      tellOfSilence(silent, app.letters, context),
    ),
    on(reportDue, 'identity.tell-of-report', (app: IdentityApp, due, context) =>
      tellOfReport(due, app.letters, context),
    ),
  ],
  jobs: [
    handles(forgetOldSignIns, (_app, _payload, { tx }) => forgetSignIns(tx)),
    handles(tellDeviceChanges, (app: IdentityApp, { userId }, context) =>
      sendDeviceNotice(userId, app.letters, context),
    ),
    handles(sendPasswordReset, ({ letters }, payload, { tx }) => answerResetRequest(tx, letters, payload)),
    handles(announceApplication, ({ letters: post }, { applicationId }, { tx }) =>
      tellAdministrators(tx, post, applicationId),
    ),
    handles(forgetOldJoining, (_app, _payload, { tx }) => forgetJoining(tx)),
  ],
  schedules: [
    { name: 'forget-old-sign-ins', job: forgetOldSignIns, payload: {}, everyMs: 60 * 60 * 1000 },
    { name: 'forget-old-joining', job: forgetOldJoining, payload: {}, everyMs: 60 * 60 * 1000 },
  ],
});

export { type NamedVerdict, verifyAllChains } from './audit/verify-all-chains';
export { defaultSettings } from './installation/default-settings';
