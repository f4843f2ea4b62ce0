import type { SimulatedModel, SimulatedPart } from './models';

/** A level as a device may report it. */
export type SimulatedLevel = number | 'some' | 'unknown';

/** One part in a machine. */
export interface PartState extends SimulatedPart {
  serial: string;
  /** what is left (consumed) or the space left (receptacle), in percent, not rounded */
  level: SimulatedLevel;
}

/** Where a machine starts from. */
export interface InitialState {
  /** per slot: level in percent or as a state, and the cartridge's serial number */
  supplies?: Readonly<Record<string, { level?: SimulatedLevel; serial?: string }>>;
  totalImpressions?: number;
  colorImpressions?: number;
  pagesPerDay: number;
}

const DAY_MS = 86_400_000;

/**
 * Counters and levels of one machine. They follow the clock: whenever they are read, the pages that the time
 * since the last look is worth have been printed.
 */
export class PrinterState {
  #total: number;
  #color: number;
  /** parts of a page that time has not completed yet */
  #pending = 0;
  #lookedAt: number;
  readonly parts: PartState[];

  constructor(
    readonly model: SimulatedModel,
    private readonly initial: InitialState,
    private readonly now: () => Date,
  ) {
    this.#total = initial.totalImpressions ?? 0;
    this.#color = initial.colorImpressions ?? 0;
    this.#lookedAt = now().getTime();
    this.parts = model.parts.map((part) => {
      const given = initial.supplies?.[part.slot];
      const level = given?.level ?? (part.yieldImpressions === 0 ? 'some' : 100);
      return { ...part, level, serial: given?.serial ?? `${part.partNumber}-0001` };
    });
  }

  /** Brings the counters up to the clock. A clock that goes back prints nothing. */
  catchUp(): { total: number; color: number } {
    const now = this.now().getTime();
    this.#pending += (Math.max(0, now - this.#lookedAt) / DAY_MS) * this.initial.pagesPerDay;
    this.#lookedAt = now;
    const whole = Math.floor(this.#pending);
    this.#pending -= whole;
    this.print(whole);
    return { total: this.#total, color: this.#color };
  }

  /** Prints pages now. The colour share is kept over the machine's life, so no page is rounded away. */
  print(pages: number): void {
    const color =
      Math.round((this.#total + pages) * this.model.colorShare) -
      Math.round(this.#total * this.model.colorShare);
    this.#total += pages;
    this.#color += color;
    for (const part of this.parts) {
      const used = part.color === 'none' || part.color === 'black' ? pages : color;
      if (typeof part.level !== 'number' || part.yieldImpressions === 0) continue;
      part.level = Math.max(0, part.level - (100 * used) / part.yieldImpressions);
    }
  }

  partIn(slot: string): PartState {
    const part = this.parts.find((candidate) => candidate.slot === slot);
    if (part === undefined) throw new Error(`${this.model.name} has no slot ${slot}`);
    return part;
  }
}
