import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { findChromium, launch, openPage, settle, signIn, startMock } from './browse.mjs';
import { pages } from './gallery-pages.mjs';
import { smallPng } from './small-png.mjs';

/**
 * Takes a picture of every page at 1440 and 390 px in both themes and checks each with axe, for a page wider
 * than the screen, and for complaints of the console (the content security policy among them).
 * Usage: `node scripts/gallery.mjs [--out DIR] [--only NAME] [--locale en-GB]`; needs a built portal.
 * Exit 1 when anything is wrong, 2 without Chromium.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: resolve(import.meta.dirname, '../../../docs/gallery') },
    only: { type: 'string' },
    locale: { type: 'string', default: 'en-GB' },
  },
});

const looks = [
  { width: 1440, scheme: 'light' },
  { width: 1440, scheme: 'dark' },
  { width: 390, scheme: 'dark' },
  { width: 390, scheme: 'light' },
];
const language = values.locale.slice(0, 2);

/** Resizes the window to the whole page, so that what is fixed to the screen's edge stands at the page's. */
async function fitWindow(page, width) {
  await page.setViewportSize({ width, height: width < 720 ? 844 : 960 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
}

async function examine(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const problems = violations.map(({ id, help, nodes }) => {
    const targets = nodes.map(({ target }) => target.join(' ')).slice(0, 3);
    return `axe ${id}: ${help} (${targets.join(' | ')})`;
  });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return overflow > 0 ? [...problems, `the page is ${overflow} px wider than the screen`] : problems;
}

/** All pictures of one page; returns what is wrong with it. */
async function shoot(browser, address, entry) {
  const { page, complaints, close } = await openPage(browser, address, {
    ...looks[0],
    locale: values.locale,
  });
  const problems = [];
  try {
    if (entry.as) await signIn(page, entry.as[language] ?? entry.as.en);
    await page.goto(entry.path);
    await settle(page);
    await entry.act?.(page);
    for (const { width, scheme } of looks) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.waitForFunction(
        (wanted) => document.documentElement.dataset.mantineColorScheme === wanted,
        scheme,
      );
      await fitWindow(page, width);
      problems.push(...(await examine(page)).map((problem) => `${width} ${scheme}: ${problem}`));
      writeFileSync(
        join(values.out, `${entry.name}-${width}-${scheme}.png`),
        smallPng(await page.screenshot()),
      );
    }
  } catch (error) {
    problems.push(String(error));
  } finally {
    await close();
  }
  const expected = entry.complains ?? (() => false);
  return [...problems, ...complaints.filter((text) => !expected(text))];
}

if (!findChromium()) {
  process.stderr.write('gallery: no Chromium on this machine, nothing done\n');
  process.exit(2);
}
mkdirSync(values.out, { recursive: true });
const mock = await startMock();
const browser = await launch();
let failed = false;
for (const entry of pages.filter(({ name }) => !values.only || name === values.only)) {
  const problems = await shoot(browser, mock.address, entry);
  process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${entry.name}\n`);
  for (const problem of problems) process.stdout.write(`     ${problem}\n`);
  failed ||= problems.length > 0;
}
await browser.close();
mock.stop();
process.exitCode = failed ? 1 : 0;
