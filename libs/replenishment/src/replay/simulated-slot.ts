import type { Day } from '../calendar/activity-calendar';
import type { OrderedUnit } from '../stock/supply-stock';

type Parcel = { -readonly [Key in keyof OrderedUnit]: OrderedUnit[Key] } & { readonly arrivesOn: Day };

/** One place of a device in a history that is lived through again. Mutable: a replay is a walk through its days. */
export class SimulatedSlot {
  private left: number;
  private cartridge = 1;
  private readonly spares: Day[] = [];
  private readonly parcels: Parcel[] = [];
  /** days that each spare lay there */
  readonly waits: number[] = [];

  constructor(
    readonly supplyId: string,
    level: number,
    private readonly showsSerial: boolean,
  ) {
    this.left = level;
  }

  /** A day on which so many points are printed, as far as there are any. */
  live(day: Day, spent: number): void {
    for (const parcel of this.parcels) {
      if (parcel.deliveredOn !== null || parcel.arrivesOn > day) continue;
      parcel.deliveredOn = day;
      this.spares.push(day);
    }
    this.left -= spent;
    if (this.left > 0) return;
    const spare = this.spares.shift();
    if (spare === undefined) {
      this.left = 0;
      return;
    }
    this.waits.push(day - spare);
    this.left = Math.max(1, 100 + this.left);
    this.cartridge++;
  }

  /** An order that is placed on a day. */
  send(placedOn: Day, arrivesOn: Day): void {
    const orderId = `${this.supplyId}#${this.parcels.length}`;
    const nothingElse = {
      shippedOn: null,
      deliveredOn: null,
      lostOn: null,
      returnedOn: null,
      cancelledOn: null,
    };
    this.parcels.push({ orderId, placedOn, arrivesOn, emergency: false, ...nothingElse });
  }

  get isEmpty(): boolean {
    return this.left <= 0;
  }

  get levelPercent(): number {
    return Math.ceil(this.left);
  }

  get cartridgeSerial(): string | null {
    return this.showsSerial ? String(this.cartridge) : null;
  }

  get units(): readonly OrderedUnit[] {
    return this.parcels;
  }
}
