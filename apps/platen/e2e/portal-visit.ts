import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { demoPassword } from '../src/demo/world';

export type Language = 'it' | 'nl' | 'en';

/** A page in a session of its own, and what its console complained of. */
export interface Visit {
  readonly page: Page;
  /** errors of scripts and of the console, breaches of the content security policy */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Opens an empty page of a reader with this language, 1440 px wide. @param url of the portal */
export async function openVisit(browser: Browser, url: string, language: Language): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    locale: language,
    viewport: { width: 1440, height: 960 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${String(error)}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (breach) => {
      console.error(`blocked by ${breach.violatedDirective}: ${breach.blockedURI} ${breach.sample}`);
    });
  });
  return { page, complaints, close: () => context.close() };
}

/** Waits until the page has its data and its fonts. */
export async function settle(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

/** Signs in through the form. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await settle(page);
}

/** Presses Tab until the element has the focus. @throws Error when it is not reached */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${String(target)} cannot be reached with ${key}.`);
}

/** Violations of the accessibility rules, each in a line. */
export async function axeProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, help, nodes }) => {
    const targets = nodes.map(({ target }) => target.join(' ')).slice(0, 3);
    return `${page.url()}: ${id}: ${help} (${targets.join(' | ')})`;
  });
}

/** Pixels by which the page is wider than a screen of so many. */
export async function overflowAt(page: Page, width: number): Promise<number> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 780 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (before) await page.setViewportSize(before);
  return Math.max(0, overflow);
}

const locales = join(__dirname, '..', '..', 'portal', 'src', 'locales');
const languages: readonly Language[] = ['it', 'nl', 'en'];

/** What does not belong on a page in this language: names of keys, and words that only another language has. */
export async function wrongWords(page: Page, language: Language): Promise<string[]> {
  const wrong: string[] = [];
  const lang = await page.locator('html').getAttribute('lang');
  if (lang !== language) wrong.push(`lang is ${lang}`);
  const own = new Set(wordsOf(language));
  const foreign = new Set(
    languages
      .filter((other) => other !== language)
      .flatMap(wordsOf)
      .filter((words) => !own.has(words)),
  );
  const key = new RegExp(`\\b(${namespaces().join('|')})\\.[a-z]|\\{\\{`, 'i');
  const text = await page.locator('body').innerText();
  const lines = text.split('\n').map((line) => line.trim());
  for (const line of lines) if (foreign.has(line) || key.test(line)) wrong.push(line);
  return wrong.map((what) => `${page.url()} in ${language}: ${what}`);
}

function namespaces(): string[] {
  return readdirSync(join(locales, 'en'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''));
}

/** Every text of a language that is shown as it stands: those with figures or names in them never match. */
function wordsOf(language: Language): string[] {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return value.includes('{{') ? [] : [value];
    return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
  };
  return namespaces().flatMap((name) =>
    texts(JSON.parse(readFileSync(join(locales, language, `${name}.json`), 'utf8'))),
  );
}
