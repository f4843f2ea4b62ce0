/** What was typed into one field, and whether an odd value was confirmed. */
export interface Draft {
  readonly text: string;
  readonly confirmed: boolean;
}

const nothing: Draft = { text: '', confirmed: false };

/**
 * What was typed so far, by the key of its line: kept in the browser, so that a reload, the end of a session or a
 * walk to the next floor loses nothing. Fields listen to their own line alone.
 */
export class DraftStore {
  private drafts: ReadonlyMap<string, Draft>;
  private readonly listeners = new Set<() => void>();

  /** @param place  where the browser keeps them: one per person */
  constructor(private readonly place: string) {
    this.drafts = stored(place);
  }

  readonly of = (key: string): Draft => this.drafts.get(key) ?? nothing;
  readonly all = (): ReadonlyMap<string, Draft> => this.drafts;

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A new text is a new value: whatever was confirmed before is not. */
  type(key: string, text: string): void {
    this.change(new Map([[key, { text, confirmed: false }]]));
  }

  typeAll(texts: ReadonlyMap<string, string>): void {
    this.change(new Map([...texts].map(([key, text]) => [key, { text, confirmed: false }])));
  }

  confirm(key: string, confirmed: boolean): void {
    this.change(new Map([[key, { ...this.of(key), confirmed }]]));
  }

  /** Takes away what was handed in. */
  clear(keys: readonly string[]): void {
    this.change(new Map(keys.map((key) => [key, nothing])));
  }

  private change(changes: ReadonlyMap<string, Draft>): void {
    const drafts = new Map([...this.drafts, ...changes]);
    for (const [key, { text }] of changes) if (text === '') drafts.delete(key);
    this.drafts = drafts;
    store(this.place, this.drafts);
    for (const listener of this.listeners) listener();
  }
}

/** What somebody typed on whichever page: started there, it can be finished here. */
export const draftsOf = (userId: string | undefined): DraftStore =>
  new DraftStore(`platen.readings.${userId ?? ''}`);

// A browser that keeps nothing still lets people type.
function stored(place: string): ReadonlyMap<string, Draft> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    return new Map(
      Object.entries(kept as Record<string, string>).map(([key, text]) => [
        key,
        { text: String(text), confirmed: false },
      ]),
    );
  } catch {
    return new Map();
  }
}

function store(place: string, drafts: ReadonlyMap<string, Draft>): void {
  try {
    const texts = Object.fromEntries([...drafts].map(([key, { text }]) => [key, text]));
    if (drafts.size === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(texts));
  } catch {
    // private windows and full disks: nothing to be done
  }
}
