import type {
  SupplyColor,
  SupplyKind,
  WorldArticle,
  WorldBranch,
  WorldModel,
  WorldSupply,
} from '@platen/contracts';
import { idOf } from './ids';

export interface Model {
  readonly maker: string;
  readonly model: string;
  readonly color: boolean;
  readonly a3: boolean;
  /** impressions per month of an average device */
  readonly monthly: number;
  /** toner part number without the colour letter */
  readonly toner: string;
  readonly tonerYield: number;
}

/** The machines of the demo: office models that a managed print contract of today would hold. */
export const models = {
  c300i: {
    maker: 'Konica Minolta',
    model: 'bizhub C300i',
    color: true,
    a3: true,
    monthly: 5200,
    toner: 'TN-330',
    tonerYield: 28000,
  },
  c4500: {
    maker: 'Ricoh',
    model: 'IM C4500',
    color: true,
    a3: true,
    monthly: 6100,
    toner: 'IMC-6000',
    tonerYield: 22500,
  },
  m480f: {
    maker: 'HP',
    model: 'Color LaserJet M480f',
    color: true,
    a3: false,
    monthly: 1900,
    toner: 'W207',
    tonerYield: 6000,
  },
  c4053: {
    maker: 'Kyocera',
    model: 'TASKalfa 4053ci',
    color: true,
    a3: true,
    monthly: 4800,
    toner: 'TK-8527',
    tonerYield: 30000,
  },
  m3145: {
    maker: 'Kyocera',
    model: 'ECOSYS M3145dn',
    color: false,
    a3: false,
    monthly: 2600,
    toner: 'TK-3160',
    tonerYield: 12500,
  },
  b4752: {
    maker: 'Konica Minolta',
    model: 'bizhub 4752',
    color: false,
    a3: false,
    monthly: 3000,
    toner: 'TNP-77',
    tonerYield: 15000,
  },
  l6410: {
    maker: 'Brother',
    model: 'MFC-L6910DN',
    color: false,
    a3: false,
    monthly: 1500,
    toner: 'TN-3600',
    tonerYield: 6000,
  },
  l8900: {
    maker: 'Brother',
    model: 'MFC-L8900CDW',
    color: true,
    a3: false,
    monthly: 1100,
    toner: 'TN-423',
    tonerYield: 4000,
  },
} as const satisfies Record<string, Model>;

export type ModelKey = keyof typeof models;

const letters: Partial<Record<SupplyColor, string>> = { black: 'K', cyan: 'C', magenta: 'M', yellow: 'Y' };

const words: Record<'it' | 'nl' | 'en', Partial<Record<SupplyColor | 'toner' | 'waste', string>>> = {
  it: {
    toner: 'Toner',
    black: 'nero',
    cyan: 'ciano',
    magenta: 'magenta',
    yellow: 'giallo',
    waste: 'Vaschetta di recupero',
  },
  nl: {
    toner: 'Toner',
    black: 'zwart',
    cyan: 'cyaan',
    magenta: 'magenta',
    yellow: 'geel',
    waste: 'Restafvalbak',
  },
  en: {
    toner: 'Toner',
    black: 'black',
    cyan: 'cyan',
    magenta: 'magenta',
    yellow: 'yellow',
    waste: 'Waste toner box',
  },
};

/** Colours a model prints with. */
export function tonersOf(model: Model): readonly SupplyColor[] {
  return model.color ? ['cyan', 'magenta', 'yellow', 'black'] : ['black'];
}

/** What every machine of a model holds: its toners, and the box for what is left of them. */
export function slotsOf(
  model: Model,
): Pick<WorldSupply, 'slot' | 'kind' | 'color' | 'class' | 'description'>[] {
  const toners = tonersOf(model).map((color, index) => ({
    slot: `1.${index + 1}`,
    kind: 'toner' as const,
    color,
    class: 'consumed' as const,
    description: `${color[0]?.toUpperCase()}${color.slice(1)} toner ${model.toner}`,
  }));
  return [
    ...toners,
    {
      slot: `1.${toners.length + 1}`,
      kind: 'waste',
      color: 'none',
      class: 'receptacle',
      description: 'Waste toner box',
    },
  ];
}

/** A branch's catalogue of models. Makers recommend about a third up to four thirds of what these print. */
export function modelsOf(branch: WorldBranch): WorldModel[] {
  return Object.values(models).map((model: Model) => ({
    branchId: branch.id,
    maker: model.maker,
    model: model.model,
    color: model.color,
    a3: model.a3,
    monthlyFrom: Math.round(model.monthly / 3 / 100) * 100,
    monthlyTo: Math.round((model.monthly * 4) / 3 / 100) * 100,
    slots: slotsOf(model),
    meterKinds: model.color ? ['total', 'mono', 'color'] : ['total', 'mono'],
  }));
}

/** A branch's catalogue: toner and waste box of every model. */
export function articlesOf(branch: WorldBranch): WorldArticle[] {
  const word = words[branch.settings.locale];
  return Object.values(models).flatMap((model: Model) => {
    const article = (
      kind: SupplyKind,
      color: SupplyColor,
      partNumber: string,
      name: string,
      yieldImpressions: number | null,
    ) => ({
      id: idOf(`article ${branch.code} ${partNumber}`),
      branchId: branch.id,
      partNumber,
      name,
      kind,
      color,
      models: [model.model],
      yieldImpressions,
    });
    const toners = tonersOf(model).map((color) =>
      article(
        'toner',
        color,
        `${model.toner}${letters[color] ?? ''}`,
        `${word.toner} ${word[color] ?? ''}`,
        model.tonerYield,
      ),
    );
    return [...toners, article('waste', 'none', `WB-${model.toner}`, word.waste ?? '', null)];
  });
}
