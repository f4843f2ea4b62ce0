import { type Clock, type ExpectedRange, expectedRange } from '@platen/kernel';
import type { Actor, UnitOfWork } from '@platen/platform';
import { type AskedMeter, pastsOf } from '../hand-ins/counter-pasts';

/** What a value of a counter would be judged by if it were read now. */
export interface MeterExpectationRow {
  readonly past: AskedMeter['past'];
  readonly now: ExpectedRange;
}

/** What people need to know of a counter before they read it. */
export class MeterExpectationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** In the order asked for, of machines that the actor sees; null for a counter that is gone. */
  async ofMeters(
    actor: Actor,
    meters: readonly { readonly deviceId: string; readonly kind: string }[],
  ): Promise<(MeterExpectationRow | null)[]> {
    const now = this.clock.now();
    const asked = {
      deviceId: meters.map(({ deviceId }) => deviceId),
      kind: meters.map(({ kind }) => kind),
      readAt: meters.map(() => now),
    };
    const pasts = await this.work.read(actor, (tx) => pastsOf(tx, asked, now));
    return pasts.map((meter) => meter && { past: meter.past, now: expectedRange(meter.past, now) });
  }
}
