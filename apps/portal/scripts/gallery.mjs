import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { findChromium, launch, openPage, settle, signIn, startMock } from './browse.mjs';
import { pages } from './gallery-pages.mjs';
import { smallPng } from './small-png.mjs';

/**
 * Takes a picture of every page at 1440 and 390 px in both themes and checks each with axe and the content
 * security policy on the way. Usage: `node scripts/gallery.mjs [--out DIR] [--only NAME] [--locale en-GB]`.
 * Exit 1 when axe finds a violation or the console complains. Needs a built portal (`vite build`).
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: resolve(import.meta.dirname, '../../../docs/gallery') },
    only: { type: 'string' },
    locale: { type: 'string', default: 'en-GB' },
  },
});

const widths = [1440, 390];
const schemes = ['light', 'dark'];
const language = values.locale.slice(0, 2);

if (!findChromium()) {
  process.stderr.write('gallery: no Chromium on this machine, nothing done\n');
  process.exit(2);
}

async function shoot(browser, address, entry, width, scheme) {
  const { page, complaints, close } = await openPage(browser, address, { width, scheme, locale: values.locale });
  const problems = [];
  try {
    if (entry.as) await signIn(page, entry.as[language] ?? entry.as.en);
    await page.goto(entry.path);
    await settle(page);
    await entry.act?.(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, help, nodes } of violations) {
      problems.push(`axe ${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')})`);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) problems.push(`the page is ${overflow} px wider than the screen`);
    const png = await page.screenshot({ fullPage: true });
    writeFileSync(join(values.out, `${entry.name}-${width}-${scheme}.png`), smallPng(png));
  } catch (error) {
    problems.push(String(error));
  } finally {
    await close();
  }
  const expected = entry.complains ?? (() => false);
  problems.push(...complaints.filter((text) => !expected(text)));
  return problems;
}

mkdirSync(values.out, { recursive: true });
const mock = await startMock();
const browser = await launch();
let failed = false;
for (const entry of pages.filter(({ name }) => !values.only || name === values.only)) {
  for (const width of widths) {
    for (const scheme of schemes) {
      const problems = await shoot(browser, mock.address, entry, width, scheme);
      process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${entry.name} ${width} ${scheme}\n`);
      for (const problem of problems) process.stdout.write(`     ${problem}\n`);
      failed ||= problems.length > 0;
    }
  }
}
await browser.close();
mock.stop();
process.exitCode = failed ? 1 : 0;
