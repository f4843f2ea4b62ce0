import { pdfWords } from '@platen/testing';
import { LABELS_OF_A_FILE, drawLabelSheet } from './label-sheet';

const label = (name: string, at = 0) => ({
  name,
  maker: 'Konica Minolta',
  model: 'bizhub C300i with a finisher and a very long name',
  serialNumber: `AA2J0${at}`,
  code: '7KQM-2XW8-01ZD',
});
const facts = {
  title: 'Milano',
  brand: 'Aurora',
  locale: 'it',
  urlOf: (code: string) => `https://print.example/l/${code}`,
} as const;

test('21 labels stand on a page, long names are cut', async () => {
  const labels = Array.from({ length: 22 }, (_, at) =>
    label(`Accoglienza, 2º piano ${'e ancora '.repeat(at)}`, at),
  );
  const pdf = await drawLabelSheet(labels, facts);
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  expect(pdfWords(pdf)).toContain('AA2J021');
  expect(pdfWords(pdf)).toContain('…');
});

test('a place without machines says so', async () => {
  expect(pdfWords(await drawLabelSheet([], facts))).toContain('Qui non c’è nessuna macchina in uso.');
});

test('a whole file is drawn', async () => {
  const pdf = await drawLabelSheet(
    Array.from({ length: LABELS_OF_A_FILE }, (_, at) => label('M', at)),
    facts,
  );
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(5);
});
