import type { Right } from '@platen/contracts';

/** Things that a root field is asked for by id; where one of a tenant lies stands in `targets.ts`. */
export type Kind =
  | 'Application'
  | 'Article'
  | 'AuditEntry'
  | 'Branch'
  | 'Collector'
  | 'Customer'
  | 'Device'
  | 'DeviceGroup'
  | 'DeviceImport'
  | 'DeviceModel'
  | 'Invitation'
  | 'Invoice'
  | 'Key'
  | 'Meter'
  | 'MeterCase'
  | 'MeterHandIn'
  | 'Order'
  | 'OrderLine'
  | 'OrderReturn'
  | 'Passkey'
  | 'ReportFile'
  | 'Role'
  | 'SavedView'
  | 'SavedReport'
  | 'Session'
  | 'Site'
  | 'Ticket'
  | 'UnknownDevice'
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
  'fleet cancelDeviceMove': { asks: ['equipment:manage', 'device:manage'] },
  'fleet changeDeviceLifecycle': { asks: 'device:manage', ids: { 'input.successorId': 'Device' } },
  'fleet changeGroupDevices': {
    asks: 'equipment:manage',
    ids: { 'input.add': 'Device', 'input.remove': 'Device' },
  },
  'fleet changeGroupUsers': {
    asks: ['user:manage', 'equipment:manage'],
    ids: { 'input.add': 'User', 'input.remove': 'User' },
  },
  'fleet changeGroupRule': { asks: 'equipment:manage', ids: { 'input.rule.siteIds': 'Site' } },
  'fleet changeUserDevices': {
    asks: ['user:manage', 'equipment:manage'],
    ids: { 'input.add': 'Device', 'input.remove': 'Device' },
  },
  'fleet changeUserGroups': {
    asks: ['user:manage', 'equipment:manage'],
    ids: { 'input.add': 'DeviceGroup', 'input.remove': 'DeviceGroup' },
  },
  'fleet createDeviceGroup': { asks: 'equipment:manage', ids: { 'input.rule.siteIds': 'Site' } },
  'fleet addDeviceImportPart': { asks: 'device:manage' },
  'fleet checkDeviceImport': { asks: 'device:manage' },
  'fleet closeSite': { asks: ['equipment:manage', 'device:manage'] },
  'fleet createDeviceModel': { asks: 'device:manage' },
  'fleet createSite': { asks: ['equipment:manage', 'device:manage'] },
  'fleet collector': { asks: 'collector:manage', ids: { id: 'Collector' } },
  'fleet collectorRelease': { asks: 'telemetry:write' },
  'fleet collectorSettings': { asks: 'telemetry:write' },
  'fleet collectors': { asks: 'collector:manage' },
  'fleet createCollector': { asks: 'collector:manage' },
  'fleet deleteDeviceGroup': { asks: 'equipment:manage' },
  'fleet deleteDeviceModel': { asks: 'device:manage' },
  'fleet createSavedView': { asks: 'device:read' },
  'fleet deleteSavedView': { asks: 'device:read', ids: { 'input.viewId': 'SavedView' } },
  'fleet device': { asks: 'device:read', ids: { id: 'Device' } },
  'fleet deviceChoices': { asks: 'device:read' },
  'fleet deviceExport': { asks: 'device:read', ids: { 'filter.assignedTo': 'User' } },
  'fleet deviceGroup': { asks: 'device:read', ids: { id: 'DeviceGroup' } },
  'fleet deviceGroupUsers': { asks: ['user:manage', 'equipment:manage'] },
  'fleet deviceGroups': { asks: 'device:read' },
  'fleet deviceImport': { asks: 'device:manage', ids: { id: 'DeviceImport' } },
  'fleet deviceModel': { asks: 'device:manage', ids: { id: 'DeviceModel' } },
  'fleet deviceModels': { asks: 'device:manage' },
  'fleet deviceViewers': { asks: ['user:manage', 'equipment:manage'] },
  'fleet devices': { asks: 'device:read', ids: { 'filter.assignedTo': 'User' } },
  'fleet deviceRegister': { asks: 'device:manage', ids: { after: 'Device' } },
  'fleet dismissUnknownDevice': { asks: ['device:manage', 'equipment:manage'] },
  'fleet labelledDevice': { asks: 'device:read' },
  'fleet makeDeviceLabel': {
    asks: ['equipment:manage', 'device:manage'],
    ids: { 'input.deviceId': 'Device' },
  },
  'fleet printLabels': {
    asks: ['equipment:manage', 'device:manage'],
    ids: { 'input.siteId': 'Site', 'input.after': 'Device' },
  },
  'fleet fleetSummary': { asks: 'device:read' },
  'fleet previewGroupRule': { asks: 'equipment:manage', ids: { 'rule.siteIds': 'Site' } },
  'fleet acknowledgeMeterHandIns': { asks: 'meter:book', ids: { 'input.answers.id': 'MeterHandIn' } },
  'fleet meterHandIns': { asks: 'meter:book' },
  'fleet handInByMeterLink': { asks: 'nothing', ids: { 'input.rows.deviceId': 'Device' } },
  'fleet meterLink': { asks: 'nothing' },
  'fleet handInMeterReads': { asks: 'meter:submit', ids: { 'input.rows.deviceId': 'Device' } },
  'fleet correctMeterRead': { asks: 'meter:submit', ids: { 'input.meterId': 'Meter' } },
  'fleet declareMeterReset': { asks: 'meter:submit', ids: { 'input.meterId': 'Meter' } },
  'fleet meterCases': { asks: 'meter:manage', ids: { 'filter.customerId': 'Customer' } },
  'fleet decideMeterCase': { asks: 'meter:manage', ids: { 'input.id': 'MeterCase' } },
  'fleet closeMeterPeriod': { asks: 'meter:manage', ids: { 'input.customerId': 'Customer' } },
  'fleet meterPeriod': { asks: 'meter:read' },
  'fleet meterRound': { asks: 'meter:read', ids: { 'filter.siteId': 'Site' } },
  'fleet meterKinds': { asks: 'device:read' },
  'fleet moveDevice': {
    asks: ['equipment:manage', 'device:manage'],
    ids: { 'input.tellUserIds': 'User' },
  },
  'fleet movePreview': { asks: ['equipment:manage', 'device:manage'] },
  'fleet reportCollector': { asks: 'telemetry:write' },
  'fleet importDevices': { asks: 'device:manage' },
  'fleet recordPolls': { asks: 'telemetry:write' },
  'fleet registerDevice': { asks: 'device:manage' },
  'fleet renameDeviceGroup': { asks: 'equipment:manage' },
  'fleet site': { asks: 'device:read', ids: { id: 'Site' } },
  'fleet savedViews': { asks: 'device:read' },
  'fleet sightChanges': { asks: ['user:manage', 'equipment:manage'] },
  'fleet sites': { asks: 'device:read' },
  'fleet startDeviceImport': { asks: 'device:manage' },
  'fleet unknownDevice': { asks: ['device:manage', 'equipment:manage'], ids: { id: 'UnknownDevice' } },
  'fleet unknownDevices': { asks: ['device:manage', 'equipment:manage'] },
  'fleet updateDeviceModel': { asks: 'device:manage' },
  'fleet updateSite': { asks: ['equipment:manage', 'device:manage'] },
  'fleet updateCollector': { asks: 'collector:manage' },
  'fleet deleteSavedReport': { asks: 'report:read', ids: { 'input.reportId': 'SavedReport' } },
  'fleet exportVolumeReport': { asks: 'report:read' },
  'fleet reportFile': { asks: 'report:read', ids: { id: 'ReportFile' } },
  'fleet reportFiles': { asks: 'report:read' },
  'fleet savedReport': { asks: 'report:read', ids: { id: 'SavedReport' } },
  'fleet savedReports': { asks: 'report:read' },
  'fleet saveReport': { asks: 'report:read' },
  'fleet scheduleReport': {
    asks: 'report:read',
    ids: { 'input.reportId': 'SavedReport', 'input.readerIds': 'User' },
  },
  'fleet unscheduleReport': { asks: 'report:read', ids: { 'input.reportId': 'SavedReport' } },
  'fleet volumeReport': { asks: 'report:read' },
  'fleet setDeviceMonitored': { asks: 'device:manage' },
  'fleet updateDevice': { asks: ['equipment:manage', 'device:manage'] },
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
  'identity enrolCollector': { asks: 'nothing' },
  'identity issueCollectorCode': { asks: 'collector:manage' },
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
  'identity revokeCollector': { asks: 'collector:manage' },
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
  'ordering cancelOrder': { asks: 'order:place', ids: { 'input.orderId': 'Order' } },
  'ordering answerReturn': { asks: 'order:manage', ids: { 'input.returnId': 'OrderReturn' } },
  'ordering carriers': { asks: ['order:manage', 'shipment:write'] },
  'ordering changeOrderStatus': { asks: 'order:manage', ids: { 'input.orderId': 'Order' } },
  'ordering recordDelivery': { asks: 'shipment:write', ids: { 'input.orderId': 'Order' } },
  'ordering recordShipment': {
    asks: 'shipment:write',
    ids: { 'input.orderId': 'Order', 'input.lines.lineId': 'OrderLine' },
  },
  'ordering requestReturn': {
    asks: 'order:place',
    ids: { 'input.orderId': 'Order', 'input.lineId': 'OrderLine' },
  },
  'ordering saveCarrier': { asks: 'order:manage' },
  'ordering order': { asks: 'order:read', ids: { id: 'Order' } },
  'ordering orderSummary': { asks: 'order:read' },
  'ordering orders': { asks: 'order:read', ids: { 'filter.batchId': 'Order' } },
  'ordering orderableSupplies': { asks: ['order:read', 'order:place'] },
  'ordering approvalRule': { asks: 'user:manage' },
  'ordering approveOrder': { asks: 'order:approve', ids: { 'input.orderId': 'Order' } },
  'ordering changeApprovalRule': { asks: 'user:manage' },
  'ordering declineOrder': { asks: 'order:approve', ids: { 'input.orderId': 'Order' } },
  'ordering placeOrder': {
    asks: 'order:place',
    ids: { 'input.lines.articleId': 'Article', 'input.deliverySiteId': 'Site' },
  },
  'ordering replenishmentSettings': { asks: ['catalogue:manage', 'branch:manage'] },
  'ordering saveReplenishmentSettings': {
    asks: ['catalogue:manage', 'branch:manage'],
    ids: { 'input.settings.sites.siteId': 'Site' },
  },
  'ordering setReplenishmentEnd': { asks: 'order:manage' },
  'ordering simulateReplenishment': {
    asks: ['catalogue:manage', 'branch:manage'],
    ids: { 'input.settings.sites.siteId': 'Site' },
  },
  'service-tickets tickets': { asks: 'ticket:read' },
};

/** Kinds of ids by the last part of their argument's name. */
export const kindsByName: Readonly<Record<string, Kind>> = {
  branchId: 'Branch',
  collectorId: 'Collector',
  customerId: 'Customer',
  deviceId: 'Device',
  deviceIds: 'Device',
  groupId: 'DeviceGroup',
  importId: 'DeviceImport',
  modelId: 'DeviceModel',
  invitationId: 'Invitation',
  keyId: 'Key',
  roleId: 'Role',
  siteId: 'Site',
  unknownDeviceId: 'UnknownDevice',
  userId: 'User',
  userIds: 'User',
};
