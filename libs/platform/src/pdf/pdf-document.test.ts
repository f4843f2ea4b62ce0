import { pdfWords } from '@platen/testing';
import { pdfFont, pdfText, startPdf } from './pdf-document';

const names = [
  'Łódź Škoda Ωmega',
  'Ćevapčići, Đorđe & Sõprus',
  'Perché l’età è più alta: 12 €',
  'ΑΒΓ αβγ άέή',
  'Щука, Ґанок, Ђорђе',
  'İstanbul Şişli',
];

test.each(Object.values(pdfFont))('letters of all Europe are drawn as they are written: %s', async (font) => {
  const { document, finish } = await startPdf({ title: 'Žlutý', author: 'Łódź', locale: 'en', margin: 40 });
  document.font(font).fontSize(10);
  for (const name of names) document.text(pdfText(name));
  const pdf = await finish();
  for (const name of names) expect(pdfWords(pdf).replaceAll('\n', '')).toContain(name.normalize('NFC'));
});

test('letters put together from parts are composed, marks that turn text are gone', () => {
  expect(pdfText('S\u030ckoda\u202e\u0000\u200b 1\u202f000')).toBe('Škoda 1 000');
});

test('what the font has no letter for takes nothing else down', async () => {
  const { document, finish } = await startPdf({ title: 'x', author: 'x', locale: 'nl', margin: 40 });
  document.font(pdfFont.text).text(pdfText('before 東京 🖨 after'));
  const pdf = await finish();
  expect(pdfWords(pdf)).toMatch(/before [\s\S]* after/);
});

test('a document holds the letters that it uses, not its fonts', async () => {
  const { document, finish } = await startPdf({ title: 'x', author: 'x', locale: 'it', margin: 40 });
  document.font(pdfFont.text).text('Aa').font(pdfFont.bold).text('Bb');
  expect((await finish()).length).toBeLessThan(20_000);
});
