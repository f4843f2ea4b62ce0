import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The instant at which the mock's clock and the browser's stand still: pictures must not age. */
export const stoppedAt = '2026-11-21T08:20:00Z';

/** Password of everybody in the mock. */
export const password = 'carta e inchiostro';

/** Where Debian and others put Chromium; `CHROMIUM` names another place. Undefined when there is none. */
export function findChromium() {
  const places = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return places.find((place) => place && existsSync(place));
}

/** Starts the mock server on a free port. Resolves with its address and the way to stop it. */
export function startMock() {
  const child = spawn(
    process.execPath,
    ['-r', '@swc-node/register', 'apps/portal/test/mock-server/main.ts'],
    {
      cwd: root,
      env: { ...process.env, MOCK_NOW: stoppedAt },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the mock server ended with code ${code}`)));
    child.stdout.on('data', (text) => {
      const address = /http:\S+/.exec(String(text))?.[0];
      if (address) resolve({ address, stop: () => child.kill() });
    });
  });
}

/** A headless browser with nothing running in the background. */
export function launch() {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/**
 * A page of its own session.
 * @param options width in CSS pixels, scheme light or dark, locale of the browser
 * @returns the page, and the complaints its console made (errors, breaches of the security policy)
 */
export async function openPage(browser, address, { width, scheme, locale = 'en-GB' }) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: width < 720 ? 844 : 960 },
    colorScheme: scheme,
    locale,
    reducedMotion: 'reduce',
    hasTouch: width < 720,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.clock.setFixedTime(stoppedAt);
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints, close: () => context.close() };
}

/** Signs somebody of the mock in through the form. */
export async function signIn(page, email) {
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await settle(page);
}

/** Waits until the page has its data: nothing is loading, the network is quiet, the fonts are there. */
export async function settle(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  await page.evaluate(() => document.fonts.ready);
}
