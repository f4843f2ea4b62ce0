import { fleet } from '@platen/fleet';
import { isId } from '@platen/platform';
import { InstallationError, withService } from './with-service';

/** What was typed after `platen fleet rebuild-rollups`. */
export interface RebuildOptions {
  readonly customer?: string;
  /** yyyy-mm */
  readonly from?: string;
  readonly data: string;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * Prints every month that was not what readings sum up to, and puts it right.
 * @throws InstallationError for a customer or month that is none
 */
export async function rebuildRollups({ customer, from, data }: RebuildOptions): Promise<void> {
  if (customer !== undefined && !isId(customer))
    throw new InstallationError('--customer wants the id of a customer.');
  if (from !== undefined && !MONTH.test(from))
    throw new InstallationError('--from wants a month, for example 2026-01.');
  const scope = { customerId: customer ?? null, from: from === undefined ? null : `${from}-01` };
  let wrong = 0;
  const meters = await withService(fleet, data, (app) =>
    app.rebuildRollups(scope, ({ of, id, month, kind, before, after }) => {
      wrong++;
      process.stdout.write(
        `${of} ${id}  ${month.slice(0, 7)}  ${kind}: ${before ?? 'none'} -> ${after ?? 'none'}\n`,
      );
    }),
  );
  process.stdout.write(`${meters} meters looked at, ${wrong} months put right\n`);
}
