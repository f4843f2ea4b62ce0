import { locales } from '@platen/contracts';
import { planCodes } from '@platen/replenishment';
import type { ReasonInputs } from './reason-inputs';
import { reasonText } from './reason-text';

const inputs: ReasonInputs = {
  ledger: 'OK',
  levelState: 'percent',
  levelPercent: 14.6,
  believedPercent: 14.6,
  readAt: '2026-11-21T08:30:00.000Z',
  reorderPercent: 20,
  forecast: {
    leftPercent: 13.2,
    percentPerDay: 1.1,
    riskPercent: 0.62,
    riskLimitPercent: 0.49,
    emptyFrom: '2026-12-03',
    emptyLikely: '2026-12-09',
    emptyTo: '2026-12-18',
  },
};

test('R51 the reason of an automatic order is a sentence with its figures, in each language', () => {
  expect(locales.map((locale) => reasonText(locale, 'level-at-reorder-point', inputs))).toEqual([
    'Ordinato automaticamente: restava il 15% e ordiniamo al 20%.',
    'Automatisch besteld: er was 15% over en we bestellen bij 20%.',
    'Ordered automatically: 15% was left, and we order at 20%.',
  ]);
  expect(locales.map((locale) => reasonText(locale, 'risk-above-limit', inputs))).toEqual([
    'Ordinato automaticamente: restava circa il 15%, con esaurimento previsto tra il 3 dicembre 2026 e il 18 dicembre 2026. Attendere oltre avrebbe comportato un rischio del 0,62% di restare senza prima della consegna.',
    'Automatisch besteld: er was ongeveer 15% over, naar verwachting op tussen 3 december 2026 en 18 december 2026. Langer wachten gaf 0,62% kans dat het op was vóór de levering.',
    'Ordered automatically: about 15% was left, expected to run out between 3 December 2026 and 18 December 2026. Waiting longer would have meant a 0.62% risk of running out before the delivery.',
  ]);
});

test('what lasts longer than anybody can see is not said to end on a day', () => {
  const lasting = { ...inputs, forecast: inputs.forecast && { ...inputs.forecast, emptyTo: null } };
  expect(reasonText('en', 'risk-acceptable', lasting)).toBe(
    'Nothing is ordered yet: it is not expected to run out before 3 December 2026.',
  );
});

test('a decision stored before there were forecasts still has its sentence', () => {
  const { forecast, ...old } = inputs;
  expect(forecast).toBeDefined();
  expect(reasonText('en', 'level-sufficient', old)).toBe(
    'Nothing is ordered yet: 15% was left, and we order at 20%.',
  );
});

test('no reason leaves a place open, and no two say the same', () => {
  const own = [
    'class-not-covered',
    'cancelled-lately',
    'fall-unconfirmed',
    'rise-unconfirmed',
    'no-article',
  ] as const;
  for (const locale of locales) {
    const texts = [...planCodes, ...own].map((code) => reasonText(locale, code, inputs));
    expect(texts.filter((text) => text.includes('{'))).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  }
});
