import type { Browser, Page } from 'playwright-core';
import { findBrowser, launchBrowser } from '../src/commands/demo-check-browser';
import { demoPassword } from '../src/demo/world';
import { type Installation, elena, forget, marco, sanne, startInstallation } from './installation';
import {
  type Language,
  type Visit,
  axeProblems,
  openVisit,
  overflowAt,
  settle,
  signIn,
  tabTo,
  wrongWords,
} from './portal-visit';

const desk = 'desk.it@platen.example';
const branchAdministrator = 'admin.nl@platen.example';
const chromium = findBrowser();

describe('the portal in a browser', () => {
  let platen: Installation;
  let browser: Browser;
  let visit: Visit;

  beforeAll(async () => {
    if (!chromium && process.env.PLATEN_NO_SKIP)
      throw new Error('There is no Chromium, and nothing may be skipped here.');
    if (!chromium) {
      process.stdout.write('skipped: no Chromium on this machine, the portal was not looked at\n');
      return;
    }
    platen = await startInstallation();
    browser = await launchBrowser(chromium);
  });
  afterEach(async () => {
    await visit?.close();
  });
  afterAll(async () => {
    await browser?.close();
    if (!platen) return;
    expect(await forget(platen)).toBe(0);
  });

  const open = async (language: Language) => {
    visit = await openVisit(browser, platen.url, language);
    return visit.page;
  };

  test('R36 from the door to an order with the keyboard alone', async () => {
    if (!chromium) return;
    const page = await open('it');
    const problems: string[] = [];
    const seen = async (title: RegExp) => {
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await settle(page);
      problems.push(...(await axeProblems(page)));
    };
    const follow = async (selector: string, key?: 'Shift+Tab') => {
      await tabTo(page, page.locator(selector).locator('visible=true').first(), key);
      await page.keyboard.press('Enter');
    };

    await page.goto('/');
    await seen(/^Accedi$/);
    await tabTo(page, page.locator('input[name=email]'));
    await page.keyboard.type(elena);
    await tabTo(page, page.locator('input[name=password]'));
    await page.keyboard.type(demoPassword);
    await page.keyboard.press('Enter');
    await seen(/, Elena$/);
    await follow('nav a[href="/machines"]', 'Shift+Tab');
    await seen(/^Macchine$/);
    await tabTo(page, page.locator('[data-row-link]').first());
    await page.keyboard.press('ArrowDown');
    const name = await page.evaluate(() => document.activeElement?.firstElementChild?.textContent ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/machines/*');
    const machine = page.locator('h1').filter({ hasNotText: /^(Macchine|Macchina)$/ });
    await machine.waitFor();
    expect(name.startsWith(await machine.innerText())).toBe(true);
    problems.push(...(await axeProblems(page)));
    await follow('a[href="/machines"]', 'Shift+Tab');
    await page.getByRole('heading', { level: 1, name: 'Macchine' }).waitFor();
    await follow('nav a[href="/orders"]', 'Shift+Tab');
    await seen(/^Ordini di consumabili$/);
    await follow('[data-row-link]');
    await seen(/^Ordine \d+$/);

    expect(problems).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  test('C23 a wrong password says so, keeps the e-mail address and takes the focus to the message', async () => {
    if (!chromium) return;
    const page = await open('it');
    await page.goto('/sign-in');
    await page.locator('input[name=email]').fill(elena);
    await page.locator('input[name=password]').fill('not-the-password');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('Indirizzo e-mail o password errati');
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator('input[name=email]').inputValue()).toBe(elena);
    expect(await axeProblems(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  /** Every page that this customer's administrator has, by address. */
  const everyPage = async (email: string): Promise<string[]> => {
    const { data } = await platen.ask(
      `{ devices(first: 100) { edges { node { id state } } } orders(first: 1) { edges { node { id } } }
         users(first: 2) { edges { node { id } } } roles { id } deviceGroups(first: 1) { edges { node { id } } } sites(first: 1) { edges { node { id } } } }`,
      {},
      { cookie: await platen.signIn(email) },
    );
    type Edges = { edges: { node: { id: string; state: string } }[] };
    const found = data as unknown as Record<
      'devices' | 'orders' | 'users' | 'deviceGroups' | 'sites',
      Edges
    > & {
      roles: { id: string }[];
    };
    const idsOf = ({ edges }: Edges) => edges.map(({ node }) => node.id);
    // one machine of every state
    const machines = [...new Map(found.devices.edges.map(({ node }) => [node.state, node.id])).values()];
    return [
      '/',
      '/machines',
      ...machines.flatMap((id) => [`/machines/${id}`, `/machines/${id}/silence`]),
      ...machines
        .slice(0, 1)
        .flatMap((id) =>
          ['edit', 'move', 'life', 'label', '?tab=timeline', '?tab=contract', '?tab=orders'].map(
            (page) => `/machines/${id}${page.startsWith('?') ? '' : '/'}${page}`,
          ),
        ),
      '/groups',
      ...idsOf(found.deviceGroups).flatMap((id) => [`/groups/${id}`, `/groups/${id}/people`]),
      '/found-machines',
      '/locations',
      '/locations/new',
      '/l/0000-0000-0000',
      ...idsOf(found.sites).map((id) => `/locations/${id}`),
      '/meter-readings',
      '/orders',
      '/orders/new',
      `/orders/new?machines=${idsOf(found.devices).slice(0, 3).join()}`,
      ...idsOf(found.orders).map((id) => `/orders/${id}`),
      '/requests',
      '/invoices',
      '/reports',
      '/reports?by=MONTH&months=24',
      '/account',
      '/account/security',
      '/account/notifications',
      '/account/privacy',
      '/administration/users',
      ...idsOf(found.users).map((id) => `/administration/users/${id}`),
      '/administration/joining',
      '/administration/roles',
      '/administration/roles/new',
      `/administration/roles/${found.roles[0]?.id}`,
      '/administration/organisation',
      '/collectors',
      '/collectors/new',
      '/administration/keys',
      '/administration/new-key',
      '/administration/audit',
    ];
  };

  /** Pages of a branch's administrator. */
  const consolePages = async (email: string): Promise<string[]> => {
    const { data } = await platen.ask(
      '{ customers(first: 1) { edges { node { id } } } }',
      {},
      { cookie: await platen.signIn(email) },
    );
    const { customers } = data as unknown as { customers: { edges: { node: { id: string } }[] } };
    const id = customers.edges[0]?.node.id;
    return [
      '/console/customers',
      '/console/new-customer',
      `/console/customers/${id}`,
      `/console/customers/${id}/users`,
      '/console/meter-cases',
      '/console/staff',
      '/console/branch',
      '/collectors',
      '/collectors/new',
      '/administration/keys',
      '/administration/audit',
    ];
  };

  /** Pages before the sign-in; those of links want a token behind `#`, and say so without one. */
  const doors = [
    '/forgotten-password',
    '/set-password',
    '/confirm-email',
    '/undo-email',
    '/invitation',
    '/meter-link',
    '/confirm-notification-address',
    '/apply?branch=NL',
  ];

  const examine = async (
    page: Page,
    language: Language,
    addresses: readonly string[],
    axe: RegExp | null,
  ) => {
    const problems: string[] = [];
    for (const address of addresses) {
      await page.goto(address);
      await settle(page);
      problems.push(...(await wrongWords(page, language)));
      const overflow = await overflowAt(page, 360);
      if (overflow > 0) problems.push(`${address} is ${overflow} px wider than 360 px`);
      if (axe?.test(address)) problems.push(...(await axeProblems(page)));
    }
    return problems;
  };

  test.each([
    {
      language: 'it',
      email: elena,
      axe: /machines.|requests|invoices|reports|account|groups|found-machines|locations|administration/,
    },
    { language: 'nl', email: sanne, axe: null },
  ] as const)(
    'R36 every page of $email is in $language and fits 360 px',
    async ({ language, email, axe }) => {
      if (!chromium) return;
      const page = await open(language);
      await signIn(page, email);
      expect(await examine(page, language, await everyPage(email), axe)).toEqual([]);
      expect(visit.complaints).toEqual([]);
    },
  );

  test('R36 somebody who chooses English reads English on every page', async () => {
    if (!chromium) return;
    const page = await open('it');
    await signIn(page, elena);
    await page.goto('/account');
    await page.getByLabel('Lingua', { exact: true }).selectOption('en');
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    expect(await examine(page, 'en', await everyPage(elena), null)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  test.each(['it', 'nl', 'en'] as const)(
    'R4 R16 every page before the sign-in is in %s',
    async (language) => {
      if (!chromium) return;
      const page = await open(language);
      expect(await examine(page, language, doors, language === 'it' ? /./ : null)).toEqual([]);
      expect(visit.complaints).toEqual([]);
    },
  );

  test("every page of a branch's administrator is in nl and fits 360 px", async () => {
    if (!chromium) return;
    const page = await open('nl');
    await signIn(page, branchAdministrator);
    expect(await examine(page, 'nl', await consolePages(branchAdministrator), /./)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  test('R30 a member sees no way to the invoices', async () => {
    if (!chromium) return;
    const page = await open('it');
    await signIn(page, marco);
    expect(await page.locator('a[href="/orders"]').count()).toBeGreaterThan(0);
    expect(await page.locator('a[href="/invoices"]').count()).toBe(0);
  });

  test("the provider's people begin with their customers", async () => {
    if (!chromium) return;
    const page = await open('it');
    await signIn(page, desk);
    await page.getByText('Rossi Assicurazioni').waitFor();
    expect(await examine(page, 'it', ['/console/customers', '/account'], /console/)).toEqual([]);
    expect(await page.locator('a[href="/invoices"]').count()).toBe(0);
    expect(visit.complaints).toEqual([]);
  });
});
