import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A Chromium on this machine: `CHROMIUM_PATH`, else a usual place, else null. */
export function findBrowser(): string | null {
  return (
    [process.env.CHROMIUM_PATH ?? '', ...browsers].find((path) => path !== '' && existsSync(path)) ?? null
  );
}

/** Starts a headless browser with nothing running in the background. @param executablePath of {@link findBrowser} */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: flags });
}

/**
 * Signs in with a real browser and reads the order's number from the list of consumable orders.
 * @returns what was done, in words; without a Chromium on the machine says so
 * @throws TimeoutError of the browser driver when the number does not appear
 */
export async function seenInBrowser(
  portal: string,
  person: { email: string; password: string },
  orderNumber: string,
): Promise<string> {
  const executablePath = findBrowser();
  if (!executablePath) return 'no Chromium on this machine: the line in the portal was not looked at';
  const browser = await launchBrowser(executablePath);
  try {
    const page = await browser.newPage({ locale: 'en-GB' });
    await page.goto(`${portal}/orders`);
    await page.locator('input[type="email"]').fill(person.email);
    await page.locator('input[type="password"]').fill(person.password);
    await page.keyboard.press('Enter');
    await page.getByText(orderNumber).first().waitFor({ timeout: 30_000 });
    return `the portal shows order ${orderNumber}`;
  } finally {
    await browser.close();
  }
}
