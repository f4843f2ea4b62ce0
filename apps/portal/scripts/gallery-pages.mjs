/** Somebody of the mock with every right, per language of the pictures. */
const everything = {
  en: 'emma.rinaldi@rossi.example',
  it: 'elena.bianchi@rossi.example',
  nl: 'jan@devries.example',
};

const serverError = (text) => /status of (4|5)\d\d/.test(text);

/** Somebody who looks after the users of the organisation. */
const administrator = { en: 'anna.neri@rossi.example' };

/** Somebody who reads reports. */
const reader = {
  en: 'rosa.villa@rossi.example',
  it: 'rino.villa@rossi.example',
  nl: 'ruud@devries.example',
};

/** Somebody who reads counters. */
const counterReader = { en: 'rita.serra@rossi.example' };

/** Every page and state that has a picture: `as` signs in first, `act` does something before the picture. */
export const pages = [
  { name: 'sign-in', path: '/sign-in' },
  {
    name: 'sign-in-wrong',
    path: '/sign-in?branch=NL',
    act: async (page) => {
      await page.locator('input[name=email]').fill('somebody@example.org');
      await page.locator('input[name=password]').fill('wrong');
      await page.locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'overview', as: everything, path: '/' },
  { name: 'overview-empty', as: { en: 'new@nuovo.example' }, path: '/' },
  { name: 'overview-orders-away', as: { en: 'orders.away@rossi.example' }, path: '/' },
  { name: 'machines', as: everything, path: '/machines' },
  { name: 'machines-no-results', as: everything, path: '/machines?search=nothing+like+this' },
  { name: 'machine', as: everything, path: '/machines/device-001' },
  { name: 'machine-every-level', as: everything, path: '/machines/device-007?tab=meters' },
  { name: 'machine-silent', as: everything, path: '/machines/device-003?tab=orders' },
  { name: 'machine-label', as: everything, path: '/machines/device-001/label' },
  { name: 'machine-why-silent', as: everything, path: '/machines/device-003/silence' },
  {
    name: 'machine-supplies',
    as: everything,
    path: '/machines/device-001?tab=orders',
    act: async (page) => {
      await page.locator('summary').first().click();
    },
  },
  { name: 'machine-not-monitored', as: everything, path: '/machines/device-005' },
  { name: 'machine-timeline', as: everything, path: '/machines/device-001?tab=timeline' },
  { name: 'machine-contract', as: everything, path: '/machines/device-001?tab=contract' },
  { name: 'machine-edit', as: everything, path: '/machines/device-001/edit' },
  { name: 'machine-move', as: everything, path: '/machines/device-001/move' },
  { name: 'machine-life', as: everything, path: '/machines/device-001/life' },
  { name: 'reports', as: reader, path: '/reports' },
  { name: 'reports-months', as: reader, path: '/reports?by=MONTH&months=24' },
  { name: 'reports-not-allowed', as: { en: 'emma.rinaldi@rossi.example' }, path: '/reports' },
  { name: 'machine-volumes', as: reader, path: '/machines/device-001?tab=volumes' },
  { name: 'groups', as: { en: 'giorgia.sala@rossi.example' }, path: '/groups' },
  {
    name: 'group',
    as: { en: 'giorgia.sala@rossi.example' },
    path: '/groups/group-claims',
    act: async (page) => {
      await page.locator('main input[type=search]').last().fill('a');
      await page.locator('main table').nth(1).waitFor();
    },
  },
  {
    name: 'group-people',
    as: { en: 'giorgia.sala@rossi.example' },
    path: '/groups/group-claims/people',
    act: async (page) => {
      await page.locator('main input[type=search]').last().fill('o');
      await page.locator('main table').nth(1).waitFor();
    },
  },
  { name: 'register', as: { en: 'rita.longo@aurora.example' }, path: '/console/register?found=found-1' },
  { name: 'import', as: { en: 'rita.longo@aurora.example' }, path: '/console/import' },
  { name: 'import-checked', as: { en: 'rita.longo@aurora.example' }, path: '/console/import?list=list-1' },
  { name: 'found-machines', as: { en: 'giorgia.sala@rossi.example' }, path: '/found-machines' },
  { name: 'models', as: { en: 'rita.longo@aurora.example' }, path: '/console/models' },
  { name: 'model', as: { en: 'rita.longo@aurora.example' }, path: '/console/models/model-1' },
  { name: 'locations', as: { en: 'giorgia.sala@rossi.example' }, path: '/locations' },
  { name: 'location', as: { en: 'giorgia.sala@rossi.example' }, path: '/locations/site-milano' },
  {
    name: 'new-location',
    as: { en: 'rita.longo@aurora.example' },
    path: '/locations/new?customer=customer-rossi',
    act: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'user-devices',
    as: { en: 'anna.neri@rossi.example' },
    path: '/administration/users/user-elena.bianchi@rossi.example',
    act: async (page) => {
      await page.locator('main input[type=search]').last().fill('Reception');
      await page
        .getByRole('button', { name: /^Give: Reception/ })
        .first()
        .waitFor();
    },
  },
  { name: 'machines-viewed-as', as: { en: 'watched@rossi.example' }, path: '/machines' },
  {
    name: 'machine-readings',
    as: counterReader,
    path: '/machines/device-005?tab=meters',
    act: async (page) => {
      const scans = page.locator('input[data-reading]').last();
      await scans.fill('99999999');
    },
  },
  { name: 'machine-counter', as: counterReader, path: '/machines/device-001?tab=meters&meter=scan' },
  {
    name: 'machine-counter-correct',
    as: counterReader,
    path: '/machines/device-001?tab=meters&meter=scan&act=correct',
  },
  {
    name: 'machine-counter-reset',
    as: counterReader,
    path: '/machines/device-001?tab=meters&meter=mono&act=reset',
  },
  { name: 'meter-readings', as: counterReader, path: '/meter-readings' },
  {
    name: 'meter-readings-typed',
    as: counterReader,
    path: '/meter-readings',
    act: async (page) => {
      const fields = page.locator('input[data-reading]');
      for (const [at, text] of ['186100', '62,000', '9999999', '12a', '100'].entries())
        await fields.nth(at).fill(text);
    },
  },
  { name: 'orders', as: everything, path: '/orders' },
  { name: 'order', as: everything, path: '/orders/order-1' },
  { name: 'order-delayed', as: everything, path: '/orders/order-5' },
  {
    name: 'order-cancel',
    as: everything,
    path: '/orders/order-3',
    act: async (page) => {
      await page.getByRole('button', { name: /Cancel this order|Annulla questo|annuleren/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'order-approval', as: everything, path: '/orders/order-10' },
  { name: 'order-staff', as: { en: 'livia.moro@aurora.example' }, path: '/orders/order-5' },
  { name: 'orders-staff', as: { en: 'livia.moro@aurora.example' }, path: '/orders' },
  { name: 'new-order-choose', as: everything, path: '/orders/new' },
  {
    name: 'new-order',
    as: everything,
    path: '/orders/new?machines=device-005,device-001',
    act: async (page) => {
      const fields = page.getByPlaceholder('0');
      await fields.first().fill('2');
      await fields.nth(1).fill('many');
      await page.locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'new-order-placed',
    as: everything,
    path: '/orders/new?machines=device-005',
    act: async (page) => {
      await page.getByPlaceholder('0').first().fill('2');
      await page.locator('button[type=submit]').click();
      await page.getByRole('status').filter({ hasText: '@' }).waitFor();
    },
  },
  { name: 'requests', as: everything, path: '/requests' },
  { name: 'invoices', as: everything, path: '/invoices' },
  { name: 'forgotten-password', path: '/forgotten-password?branch=NL' },
  {
    name: 'set-password-refused',
    path: '/set-password#link-to-set-a-password',
    act: async (page) => {
      await page.locator('#password').fill('short');
      await page.locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'confirm-email', path: '/confirm-email#link-to-confirm' },
  { name: 'undo-email', path: '/undo-email#link-to-undo' },
  { name: 'account', as: everything, path: '/account' },
  { name: 'account-notifications', as: everything, path: '/account/notifications' },
  { name: 'account-privacy', as: everything, path: '/account/privacy' },
  {
    name: 'account-erase',
    as: everything,
    path: '/account/privacy',
    act: async (page) => {
      await page.locator('#currentPassword').fill('something');
      await page.locator('#currentPassword').press('Enter');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'users', as: administrator, path: '/administration/users' },
  { name: 'user', as: administrator, path: '/administration/users/user-elena.bianchi@rossi.example' },
  {
    name: 'user-rights',
    as: administrator,
    path: '/administration/users/user-elena.bianchi@rossi.example',
    act: async (page) => {
      await page.getByRole('button', { name: /Change role|Modifica ruolo|Rol en rechten/ }).click();
      await page.getByRole('checkbox', { name: /^(Invoices|Le fatture|Facturen)/ }).uncheck();
    },
  },
  {
    name: 'user-delete',
    as: administrator,
    path: '/administration/users/user-elena.bianchi@rossi.example',
    act: async (page) => {
      await page.getByRole('button', { name: /Delete for good|Elimina per sempre|Voorgoed/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'roles', as: administrator, path: '/administration/roles' },
  { name: 'role', as: administrator, path: '/administration/roles/role-accounts' },
  { name: 'role-given', as: administrator, path: '/administration/roles/role-member' },
  {
    name: 'sign-in-second-step',
    path: '/sign-in',
    act: async (page) => {
      await page.locator('input[name=email]').fill('secure@rossi.example');
      await page.locator('input[name=password]').fill('carta e inchiostro');
      await page.locator('button[type=submit]').click();
      await page.locator('input[name=code]').waitFor();
    },
  },
  {
    name: 'security',
    path: '/sign-in?next=/account/security',
    act: async (page) => {
      await page.locator('input[name=email]').fill('secure@rossi.example');
      await page.locator('input[name=password]').fill('carta e inchiostro');
      await page.locator('button[type=submit]').click();
      await page.locator('input[name=code]').fill('123456');
      await page.locator('button[type=submit]').click();
      await page.locator('table').waitFor();
    },
  },
  { name: 'security-must-add', as: { en: 'must.add@rossi.example' }, path: '/machines' },
  {
    name: 'security-app',
    as: everything,
    path: '/account/security',
    act: async (page) => {
      await page.locator('h3').first().locator('xpath=../..').getByRole('button').first().click();
      await page.locator('#factor-currentPassword').fill('carta e inchiostro');
      await page.locator('form:has(#factor-currentPassword) button[type=submit]').click();
      await page.locator('#factor-code').waitFor();
    },
  },
  {
    name: 'security-recovery-codes',
    as: everything,
    path: '/account/security',
    act: async (page) => {
      await page.locator('h3').first().locator('xpath=../..').getByRole('button').first().click();
      await page.locator('#factor-currentPassword').fill('carta e inchiostro');
      await page.locator('form:has(#factor-currentPassword) button[type=submit]').click();
      await page.locator('#factor-code').fill('123456');
      await page.locator('form:has(#factor-code) button[type=submit]').click();
      await page.locator('ul li').first().waitFor();
    },
  },
  { name: 'customers', as: { en: 'sara@aurora.example' }, path: '/console/customers' },
  { name: 'invitation', path: `/invitation#${'g'.repeat(43)}` },
  {
    name: 'invitation-refused',
    path: `/invitation#${'g'.repeat(43)}`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Accept the invitation' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'meter-link',
    path: `/meter-link#${'m'.repeat(43)}`,
    act: async (page) => {
      await page.locator('main input').first().fill('184900');
      await page.locator('main input').nth(1).fill('999000');
      await page.getByRole('checkbox').first().waitFor();
    },
  },
  { name: 'meter-link-gone', path: '/meter-link#used' },
  { name: 'invitation-gone', path: '/invitation#used' },
  { name: 'apply', path: '/apply?branch=NL' },
  { name: 'apply-closed', path: '/apply?branch=IT' },
  { name: 'joining', as: { en: 'giorgia.sala@rossi.example' }, path: '/administration/joining' },
  {
    name: 'joining-list',
    as: { en: 'giorgia.sala@rossi.example' },
    path: '/administration/joining?invite=list',
    act: async (page) => {
      const lines = 'anna.riva@rossi.example\nluca@rossi.example\nnobody\nluca.ferrari@rossi.example';
      await page.locator('#list').fill(lines);
      await page.locator('form button[type=submit]').click();
      await page.getByRole('table').first().waitFor();
    },
  },
  {
    name: 'joining-application',
    as: { en: 'giorgia.sala@rossi.example' },
    path: '/administration/joining?tab=applications&application=application-1',
  },
  { name: 'organisation', as: { en: 'anja@devries.example' }, path: '/administration/organisation' },
  { name: 'collectors', as: everything, path: '/collectors' },
  { name: 'collector', as: everything, path: '/collectors/collector-cellar' },
  { name: 'collector-new', as: everything, path: '/collectors/new' },
  {
    name: 'collector-code',
    as: everything,
    path: '/collectors/collector-new',
    act: async (page) => {
      await page.locator('main form, main button').first().waitFor();
      await page.getByRole('button', { name: 'Make a code' }).click();
      await page.getByText('npm ci').waitFor();
    },
  },
  { name: 'keys', as: everything, path: '/administration/keys' },
  {
    name: 'key-made',
    as: everything,
    path: '/administration/new-key',
    act: async (page) => {
      await page.locator('#name').fill('SAP orders');
      await page.locator('#scopes input').first().check();
      await page.locator('button[type=submit]').click();
      await page.locator('input[readonly]').waitFor();
    },
  },
  { name: 'key-new', as: everything, path: '/administration/new-key' },
  { name: 'audit', as: everything, path: '/administration/audit' },
  {
    name: 'audit-entry',
    as: everything,
    path: '/administration/audit/01900000-0000-7000-8000-000000002001',
  },
  { name: 'customer', as: { en: 'bianca@aurora.example' }, path: '/console/customers/customer-rossi' },
  { name: 'customer-new', as: { en: 'bianca@aurora.example' }, path: '/console/new-customer' },
  { name: 'meter-cases', as: { en: 'maria.conti@aurora.example' }, path: '/console/meter-cases' },
  {
    name: 'meter-case',
    as: { en: 'maria.conti@aurora.example' },
    path: '/console/meter-cases?case=case-1',
  },
  { name: 'staff', as: { en: 'bianca@aurora.example' }, path: '/console/staff?member=staff-2' },
  { name: 'branch-settings', as: { en: 'bianca@aurora.example' }, path: '/console/branch' },
  {
    name: 'branch-settings-effect',
    as: { en: 'bianca@aurora.example' },
    path: '/console/branch',
    act: async (page) => {
      await page.getByLabel('Afternoon begins at').fill('11:00');
      await page.getByRole('textbox', { name: 'Color' }).fill('#ffd500');
      await page.getByRole('button', { name: 'Show the effect' }).click();
      await page.getByRole('button', { name: 'Store these settings' }).waitFor();
    },
  },
  { name: 'branch-history', as: { en: 'bianca@aurora.example' }, path: '/console/branch?tab=history' },
  { name: 'confirm-notification-address', path: '/confirm-notification-address#good' },
  { name: 'not-found', as: everything, path: '/no/such/page' },
  { name: 'failure', as: { en: 'fleet.away@rossi.example' }, path: '/machines', complains: serverError },
];
