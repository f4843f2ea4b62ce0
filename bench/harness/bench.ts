/** Something that does the same work as the others: a server in a process of its own, started anew in each round. */
export interface Contender {
  readonly name: string;
  /** module that serves; it gets `env`, and says `{ url }` to its parent when ready */
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
}

/** One kind of request. `body` is sent as it is, but `$unique` becomes a fresh id each time. */
export interface Operation {
  readonly name: string;
  readonly body: string;
}

/** What a bench measures; made anew for each run. */
export interface Bench {
  readonly contenders: readonly Contender[];
  readonly operations: readonly Operation[];
  /** one for each connection, so that no contender can answer two of them at once */
  readonly headers: readonly Readonly<Record<string, string>>[];
  readonly path: string;
  /** what the rows say in one figure each; judged by `goals` */
  ratios(rows: readonly Row[]): Readonly<Record<string, number>>;
  /** upper or lower bounds of ratios, by the same key */
  readonly goals: Readonly<Record<string, Goal>>;
  stop(): Promise<void>;
}

/** What a bench without servers found: it computes in this process, and times itself. */
export interface Measurement {
  readonly rows: readonly Row[];
  readonly ratios: Readonly<Record<string, number>>;
  readonly goals: Readonly<Record<string, Goal>>;
}

export interface Goal {
  readonly bound: number;
  readonly better: 'lower' | 'higher';
}

/** Medians over the rounds of one contender and operation. */
export interface Row {
  readonly contender: string;
  readonly op: string;
  /** CPU of the contender's own processes; neither database nor driver */
  readonly cpuMsPerOp: number;
  readonly ratePerS: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface Settings {
  readonly rounds: number;
  /** measured, for each contender, operation and round */
  readonly seconds: number;
  /** before each measurement, so that hot code is compiled; ended early after `warmUpSeconds` */
  readonly warmUpRequests: number;
  readonly warmUpSeconds: number;
}
