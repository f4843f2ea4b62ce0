import { locales } from '@platen/contracts';
import { type DecisionInputs, decisionCodes } from '@platen/replenishment';
import { reasonText } from './reason-text';

const inputs: DecisionInputs = {
  ledger: 'OK',
  levelState: 'percent',
  levelPercent: 14.6,
  believedPercent: 14.6,
  readAt: '2026-11-21T08:30:00.000Z',
  reorderPercent: 20,
};

test('the reason of an automatic order is a sentence with its figures, in each language', () => {
  expect(locales.map((locale) => reasonText(locale, 'level-at-reorder-point', inputs))).toEqual([
    'Ordinato automaticamente: restava il 15% e ordiniamo al 20%.',
    'Automatisch besteld: er was 15% over en we bestellen bij 20%.',
    'Ordered automatically: 15% was left, and we order at 20%.',
  ]);
});

test('no reason leaves a place open, and no two say the same', () => {
  for (const locale of locales) {
    const texts = [...decisionCodes, 'no-article' as const].map((code) => reasonText(locale, code, inputs));
    expect(texts.filter((text) => text.includes('{'))).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  }
});
