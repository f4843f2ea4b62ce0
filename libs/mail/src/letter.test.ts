import { type LetterName, type Locale, type MailMessage, letterNames, locales } from '@platen/contracts';
import { letterTexts } from './letter-texts';
import { renderMail } from './index';

const cases = locales.flatMap((locale) => letterNames.map((name) => [locale, name] as const));

const placeholders = (locale: Locale, name: LetterName) => {
  const { subject, paragraphs, button = '', small = [] } = letterTexts[locale].letters[name];
  const text = [subject, ...paragraphs, button, ...small].join(' ');
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, value]) => value))].sort();
};

const message = (template: LetterName, locale: Locale, link: 'sealed' | 'open'): MailMessage => ({
  template,
  locale,
  to: 'anna@rossi.example',
  customerId: null,
  data: {
    brand: { name: 'Platen <b>', color: '#1b2733', contactPhone: '800 000 000', contactMail: null },
    name: 'Anna <script>',
    values: Object.fromEntries(placeholders('en', template).map((name) => [name ?? '', `${name} & co`])),
    link: link === 'open' ? { url: 'https://platen.example/act#token' } : { sealedUrl: 'abc' },
  },
});

test.each(cases)('the %s letter %s has the words and values of the English one', async (locale, name) => {
  expect(placeholders(locale, name)).toEqual(placeholders('en', name));
  const { subject, html, text } = await renderMail(message(name, locale, 'open'));
  expect(subject).not.toMatch(/[{}]/);
  expect(text).not.toMatch(/[{}]/);
  expect(text).toContain('Anna <script>');
  expect(html).not.toContain('<script>');
  expect(html.includes('https://platen.example/act#token')).toBe(
    letterTexts[locale].letters[name].button !== undefined,
  );
});

test('C24 a sealed link is never written into a mail', async () => {
  await expect(renderMail(message('password-reset', 'en', 'sealed'))).rejects.toThrow('sealed');
});
