import { type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type BranchAccess,
  type Tx,
  type UnitOfWork,
  isId,
  newSpokenCode,
  readSpokenCode,
  rowsById,
} from '@platen/platform';
import type { DeviceNotFound, SiteNotFound } from '../devices/device.errors';
import { lockVisibleDevice } from '../devices/lock-devices';
import { lockManagedSite } from '../sites/lock-sites';
import { canManageSites } from '../sites/site.policy';
import { visibleDevices } from '../visibility/visible-devices.sql';
import { visibilityOf } from '../visibility/visibility.policy';
import { type LabelOnSheet, LABELS_OF_A_FILE, drawLabelSheet } from './label-sheet';

/** Labels of one place, as many as one file takes. */
export interface LabelSheet {
  readonly pdf: Buffer;
  readonly labels: number;
  /** asks for the next file; null at the end */
  readonly next: string | null;
}

interface Unlabelled {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
}

/** Codes that hang on machines. A code is no secret and opens nothing: who scans it sees what he may see anyway. */
export class LabelService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly branches: BranchAccess,
    private readonly publicUrl: string,
  ) {}

  /** Where scanning leads. */
  urlOf(code: string): string {
    return new URL(`/l/${code}`, this.publicUrl).toString();
  }

  /** The machine's label; `replace` makes a new one, and what hangs there leads nowhere any more. */
  make(
    actor: Actor,
    input: { readonly deviceId: string; readonly replace: boolean },
  ): Promise<Result<{ code: string }, DeviceNotFound>> {
    return this.work.write(actor, async (tx): Promise<Result<{ code: string }, DeviceNotFound>> => {
      const device = canManageSites(actor)
        ? await lockVisibleDevice(tx, visibilityOf(actor), input.deviceId)
        : null;
      if (!device) return err({ code: 'DEVICE_NOT_FOUND' });
      const [old] = await tx.query<{ code: string }>('select code from device_label where device_id = $1', [
        device.id,
      ]);
      if (old && !input.replace) return ok(old);
      if (old) await tx.query('delete from device_label where device_id = $1', [device.id]);
      await insertCodes(tx, [device]);
      const [made] = await tx.query<{ code: string }>('select code from device_label where device_id = $1', [
        device.id,
      ]);
      if (!made) throw new Error('A label was not stored.');
      tx.audit({
        action: 'device.changed',
        target: { kind: 'device', id: device.id },
        facts: { changed: ['label'] },
        of: device,
      });
      return ok(made);
    });
  }

  /** A file with the labels of the machines in use at a place, by name; those without one get one. */
  print(
    actor: Actor,
    input: { readonly siteId: string; readonly after: string | null },
  ): Promise<Result<LabelSheet, SiteNotFound>> {
    return this.work.write(actor, async (tx): Promise<Result<LabelSheet, SiteNotFound>> => {
      const site = await lockManagedSite(tx, actor, input.siteId);
      if (!site) return err({ code: 'SITE_NOT_FOUND' });
      await insertCodes(tx, await tx.query<Unlabelled>(UNLABELLED, [site.id]));
      const after = isId(input.after ?? '') ? input.after : null;
      const rows = await tx.query<LabelOnSheet & { id: string }>(OF_SITE, [
        site.id,
        after,
        LABELS_OF_A_FILE + 1,
      ]);
      const labels = rows.slice(0, LABELS_OF_A_FILE);
      const settings = await this.branches.settingsOf(actor.branchId ?? '');
      const pdf = await drawLabelSheet(labels, {
        title: site.name,
        brand: settings?.brand.name ?? 'Platen',
        locale: actor.locale,
        urlOf: (code) => this.urlOf(code),
      });
      return ok({
        pdf,
        labels: labels.length,
        next: rows.length > labels.length ? (labels.at(-1)?.id ?? null) : null,
      });
    });
  }

  /** The id of the visible machine that a label hangs on, however the code was typed; null for any other code. */
  async find(actor: Actor, typed: string): Promise<string | null> {
    const code = readSpokenCode(typed);
    if (!code) return null;
    const visible = visibleDevices(visibilityOf(actor), 2);
    const [device] = await this.work.read(actor, (tx) =>
      tx.query<{ id: string }>(
        `select d.id from device_label l join device d on d.id = l.device_id
         where l.code = $1 and ${visible.sql}`,
        [code, ...visible.parameters],
      ),
    );
    return device?.id ?? null;
  }

  /** Codes of these machines in the order asked for; null without a label, and for who does not look after labels. */
  async codesOf(actor: Actor, deviceIds: readonly string[]): Promise<(string | null)[]> {
    if (!canManageSites(actor)) return deviceIds.map(() => null);
    const visible = visibleDevices(visibilityOf(actor), 2);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<{ id: string; code: string }>(
        `select d.id, l.code from device_label l join device d on d.id = l.device_id
         where d.id = any($1::uuid[]) and ${visible.sql}`,
        [deviceIds, ...visible.parameters],
      ),
    );
    return rowsById(deviceIds, rows).map((row) => row?.code ?? null);
  }
}

/** 60 random bits each: that two machines meet on one is not to be expected, and would be refused. */
async function insertCodes(tx: Tx, devices: readonly Unlabelled[]): Promise<void> {
  if (devices.length === 0) return;
  await tx.query(
    `insert into device_label (device_id, customer_id, branch_id, code)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) on conflict (device_id) do nothing`,
    [
      devices.map(({ id }) => id),
      devices.map(({ customerId }) => customerId),
      devices.map(({ branchId }) => branchId),
      devices.map(() => newSpokenCode()),
    ],
  );
}

const UNLABELLED = `
  select d.id, d.customer_id as "customerId", d.branch_id as "branchId" from device d
  where d.site_id = $1 and d.retired_at is null
    and not exists (select 1 from device_label l where l.device_id = d.id)`;

const OF_SITE = `
  select d.id, d.name, d.maker, d.model, d.serial_number as "serialNumber", l.code
  from device d join device_label l on l.device_id = d.id
  where d.site_id = $1 and d.retired_at is null
    and ($2::uuid is null or (d.name, d.id) > (select last.name, last.id from device last where last.id = $2))
  order by d.name, d.id limit $3`;
