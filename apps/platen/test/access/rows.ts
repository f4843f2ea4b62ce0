import type { Right } from '@platen/contracts';

/** Things that a root field is asked for by id; where one of a tenant lies stands in `targets.ts`. */
export type Kind =
  | 'Application'
  | 'AuditEntry'
  | 'Branch'
  | 'Customer'
  | 'Device'
  | 'DeviceGroup'
  | 'Invitation'
  | 'Invoice'
  | 'Key'
  | 'Order'
  | 'Passkey'
  | 'Role'
  | 'Session'
  | 'Site'
  | 'Ticket'
  | 'User';

/** What the access matrix knows of one root field, written down a second time: the code says it with decorators. */
export interface Row {
  /** who passes the door: everybody, everybody known, or holders of one right, or of one of several */
  readonly asks: 'nothing' | 'to be signed in' | Right | readonly Right[];
  /** kinds of the ids in its arguments that their names do not tell */
  readonly ids?: Readonly<Record<string, Kind>>;
}

/** One row for each root field of the graph, by `<service> <field>`; a new field without a row fails the build. */
export const rows: Readonly<Record<string, Row>> = {
  'billing invoices': { asks: 'invoice:read' },
  'fleet changeGroupDevices': {
    asks: 'equipment:manage',
    ids: { 'input.add': 'Device', 'input.remove': 'Device' },
  },
  'fleet changeGroupUsers': {
    asks: ['user:manage', 'equipment:manage'],
    ids: { 'input.add': 'User', 'input.remove': 'User' },
  },
  'fleet changeUserDevices': {
    asks: ['user:manage', 'equipment:manage'],
    ids: { 'input.add': 'Device', 'input.remove': 'Device' },
  },
  'fleet changeUserGroups': {
    asks: ['user:manage', 'equipment:manage'],
    ids: { 'input.add': 'DeviceGroup', 'input.remove': 'DeviceGroup' },
  },
  'fleet createDeviceGroup': { asks: 'equipment:manage' },
  'fleet deleteDeviceGroup': { asks: 'equipment:manage' },
  'fleet device': { asks: 'device:read', ids: { id: 'Device' } },
  'fleet deviceGroup': { asks: 'device:read', ids: { id: 'DeviceGroup' } },
  'fleet deviceGroupUsers': { asks: ['user:manage', 'equipment:manage'] },
  'fleet deviceGroups': { asks: 'device:read' },
  'fleet devices': { asks: 'device:read', ids: { 'filter.assignedTo': 'User' } },
  'fleet fleetSummary': { asks: 'device:read' },
  'fleet recordPolls': { asks: 'telemetry:write' },
  'fleet renameDeviceGroup': { asks: 'equipment:manage' },
  'fleet sites': { asks: 'device:read' },
  'fleet updateDevicePlace': { asks: 'equipment:manage', ids: { 'input.id': 'Device' } },
  'fleet whyVisible': { asks: ['user:manage', 'equipment:manage'] },
  'identity acceptInvitation': { asks: 'nothing' },
  'identity addPasskey': { asks: 'to be signed in' },
  'identity applications': { asks: 'user:manage' },
  'identity applyForAccount': { asks: 'nothing' },
  'identity approveApplication': { asks: 'user:manage', ids: { 'input.id': 'Application' } },
  'identity auditEntries': { asks: 'audit:read' },
  'identity auditEntry': { asks: 'audit:read', ids: { id: 'AuditEntry' } },
  'identity branch': { asks: 'nothing' },
  'identity branchHistory': { asks: 'branch:manage' },
  'identity branchSettings': { asks: 'branch:manage' },
  'identity cancelNotificationEmailChange': { asks: 'user:manage' },
  'identity changeMyPassword': { asks: 'to be signed in' },
  'identity completeSignIn': { asks: 'nothing' },
  'identity confirmAuthenticatorApp': { asks: 'to be signed in' },
  'identity confirmEmailChange': { asks: 'nothing' },
  'identity confirmNotificationEmail': { asks: 'nothing' },
  'identity createCustomer': { asks: 'customer:manage' },
  'identity createPartnerKey': { asks: 'key:manage' },
  'identity createRole': { asks: ['user:manage', 'staff:manage'] },
  'identity customer': { asks: 'customer:read', ids: { id: 'Customer' } },
  'identity customers': { asks: 'customer:read' },
  'identity deactivateStaff': { asks: 'staff:manage' },
  'identity deactivateUser': { asks: ['user:manage', 'customer:manage'] },
  'identity declineApplication': { asks: 'user:manage', ids: { 'input.id': 'Application' } },
  'identity deleteRole': { asks: ['user:manage', 'staff:manage'] },
  'identity deleteUser': { asks: 'user:manage' },
  'identity endOtherSessions': { asks: 'to be signed in' },
  'identity endSession': { asks: 'to be signed in', ids: { 'input.id': 'Session' } },
  'identity endSessionsOfUser': { asks: 'to be signed in' },
  'identity endViewAs': { asks: 'nothing' },
  'identity eraseMyAccount': { asks: 'to be signed in' },
  'identity exportAudit': { asks: 'audit:read' },
  'identity exportMyData': { asks: 'to be signed in' },
  'identity invitationFor': { asks: 'nothing' },
  'identity invitations': { asks: ['user:manage', 'staff:manage'] },
  'identity inviteAdministrator': { asks: 'customer:manage' },
  'identity inviteUsers': { asks: ['user:manage', 'staff:manage'] },
  'identity myAccount': { asks: 'to be signed in' },
  'identity mySecondFactors': { asks: 'to be signed in' },
  'identity mySessions': { asks: 'to be signed in' },
  'identity partnerKeyScopes': { asks: 'key:manage' },
  'identity partnerKeys': { asks: 'key:manage' },
  'identity previewBranchSettings': { asks: 'branch:manage' },
  'identity previewInvitations': { asks: ['user:manage', 'staff:manage'] },
  'identity reactivateStaff': { asks: 'staff:manage' },
  'identity reactivateUser': { asks: ['user:manage', 'customer:manage'] },
  'identity registrationRules': { asks: 'user:manage' },
  'identity removeAuthenticatorApp': { asks: 'to be signed in' },
  'identity removePasskey': { asks: 'to be signed in', ids: { 'input.id': 'Passkey' } },
  'identity renamePasskey': { asks: 'to be signed in', ids: { 'input.id': 'Passkey' } },
  'identity renewRecoveryCodes': { asks: 'to be signed in' },
  'identity requestEmailChange': { asks: 'to be signed in' },
  'identity requestNotificationEmailChange': { asks: 'user:manage' },
  'identity requestPasswordReset': { asks: 'nothing' },
  'identity requireSecondFactor': { asks: 'user:manage' },
  'identity requireStaffSecondFactor': { asks: 'branch:manage' },
  'identity resendInvitation': {
    asks: ['user:manage', 'staff:manage'],
    ids: { 'input.id': 'Invitation', id: 'Invitation' },
  },
  'identity resetSecondFactorsOfUser': { asks: 'to be signed in' },
  'identity restoreBranchVersion': { asks: 'branch:manage' },
  'identity resumeCustomer': { asks: 'customer:manage' },
  'identity revokeInvitation': {
    asks: ['user:manage', 'staff:manage'],
    ids: { 'input.id': 'Invitation', id: 'Invitation' },
  },
  'identity revokePartnerKey': { asks: 'key:manage' },
  'identity roles': { asks: ['user:manage', 'staff:manage', 'customer:read'] },
  'identity rotatePartnerKey': { asks: 'key:manage' },
  'identity secondFactorDemand': { asks: 'to be signed in' },
  'identity sendPasswordReset': { asks: ['user:manage', 'customer:manage'] },
  'identity setPassword': { asks: 'nothing' },
  'identity signIn': { asks: 'nothing' },
  'identity signInWithPasskey': { asks: 'nothing' },
  'identity signOut': { asks: 'nothing' },
  'identity staff': { asks: 'staff:manage' },
  'identity startAuthenticatorApp': { asks: 'to be signed in' },
  'identity startPasskey': { asks: 'to be signed in' },
  'identity startPasskeySignIn': { asks: 'nothing' },
  'identity suspendCustomer': { asks: 'customer:manage' },
  'identity undoEmailChange': { asks: 'nothing' },
  'identity updateBranchSettings': { asks: 'branch:manage' },
  'identity updateCustomer': { asks: 'customer:manage' },
  'identity updateMyConsent': { asks: 'to be signed in' },
  'identity updateMyLocale': { asks: 'to be signed in' },
  'identity updateMyNotices': { asks: 'to be signed in' },
  'identity updateMyProfile': { asks: 'to be signed in' },
  'identity updateRegistrationPolicy': { asks: 'user:manage' },
  'identity updateRole': { asks: ['user:manage', 'staff:manage'] },
  'identity updateStaffRole': { asks: 'staff:manage' },
  'identity updateUser': { asks: 'user:manage' },
  'identity updateUserRights': { asks: ['user:manage', 'customer:manage'] },
  'identity user': { asks: ['user:manage', 'customer:read'], ids: { id: 'User' } },
  'identity users': { asks: ['user:manage', 'customer:read'] },
  'identity verifyAuditChain': { asks: 'audit:read' },
  'identity viewAs': { asks: ['user:manage', 'customer:read'] },
  'identity viewer': { asks: 'nothing' },
  'ordering order': { asks: 'order:read', ids: { id: 'Order' } },
  'ordering orderSummary': { asks: 'order:read' },
  'ordering orders': { asks: 'order:read' },
  'service-tickets tickets': { asks: 'ticket:read' },
};

/** Kinds of ids by the last part of their argument's name. */
export const kindsByName: Readonly<Record<string, Kind>> = {
  branchId: 'Branch',
  customerId: 'Customer',
  deviceId: 'Device',
  deviceIds: 'Device',
  groupId: 'DeviceGroup',
  invitationId: 'Invitation',
  keyId: 'Key',
  roleId: 'Role',
  siteId: 'Site',
  userId: 'User',
  userIds: 'User',
};
