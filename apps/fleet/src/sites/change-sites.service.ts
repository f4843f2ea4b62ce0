import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, once } from '@platen/platform';
import { type CustomerNotFound, organisationFor } from '../customers/known-customer';
import type { SiteNotFound } from '../devices/device.errors';
import { emitDeviceChanged } from '../devices/device.events';
import { keyFaults } from '../groups/group-input';
import { lockManagedSite, oneSiteNameAtATime } from './lock-sites';
import { type SiteFacts, siteFaults, tidySite } from './site-facts';
import type { InvalidSite, SiteInUse } from './site.errors';
import { canManageSites } from './site.policy';
import type { SiteRow } from './site.row';

interface Changed {
  readonly siteId: string;
}

/** Adding, changing and closing places (R20). */
export class ChangeSitesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @param input.customerId  whose place it is; null: the actor's own organisation */
  create(
    actor: Actor,
    input: { readonly idempotencyKey: string; readonly customerId: string | null; readonly site: SiteFacts },
  ): Promise<Result<Changed, CustomerNotFound | InvalidSite | IdempotencyConflict>> {
    const site = tidySite(input.site);
    const fields = [...keyFaults(input.idempotencyKey), ...siteFaults(site)] as InvalidSite['fields'];
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    const command = { operation: 'createSite', key: input.idempotencyKey, input };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<Result<Changed, CustomerNotFound | InvalidSite>> => {
        const owner = canManageSites(actor) ? await organisationFor(tx, actor, input.customerId) : null;
        if (!owner) return err({ code: 'CUSTOMER_NOT_FOUND' });
        await oneSiteNameAtATime(tx, owner.customerId);
        if (await isTaken(tx, owner.customerId, site.name, null)) return taken();
        const [made] = await tx.query<{ id: string }>(INSERT, [
          owner.customerId,
          owner.branchId,
          ...valuesOf(site),
        ]);
        if (!made) throw new Error('A place was not stored.');
        tx.audit({
          action: 'site.created',
          target: target(made.id),
          facts: { country: site.country },
          of: owner,
        });
        return ok({ siteId: made.id });
      }),
    );
  }

  /** What is left out stays. Machines that stand there are told anew, for their orders go there. */
  update(
    actor: Actor,
    input: { readonly siteId: string; readonly changes: Partial<SiteFacts> },
  ): Promise<Result<Changed, SiteNotFound | InvalidSite>> {
    return this.work.write(actor, async (tx): Promise<Result<Changed, SiteNotFound | InvalidSite>> => {
      const before = await lockManagedSite(tx, actor, input.siteId);
      if (!before) return err({ code: 'SITE_NOT_FOUND' });
      const was = factsOf(before);
      const site = tidySite({ ...was, ...input.changes });
      const fields = siteFaults(site);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const changed = (Object.keys(site) as (keyof SiteFacts)[]).filter(
        (field) => site[field] !== was[field],
      );
      if (changed.length === 0) return ok({ siteId: before.id });
      if (changed.includes('name')) {
        await oneSiteNameAtATime(tx, before.customer_id);
        if (await isTaken(tx, before.customer_id, site.name, before.id)) return taken();
      }
      await tx.query(UPDATE, [before.id, ...valuesOf(site)]);
      const devices = await tx.query<{ id: string }>(NEW_VERSIONS, [before.id]);
      await emitDeviceChanged(
        tx,
        devices.map(({ id }) => id),
      );
      tx.audit({
        action: 'site.changed',
        target: target(before.id),
        facts: { changed },
        of: ownerOf(actor, before),
      });
      return ok({ siteId: before.id });
    });
  }

  /** A closed place takes no machines and no deliveries; what happened there stays. */
  close(actor: Actor, siteId: string): Promise<Result<Changed, SiteNotFound | SiteInUse>> {
    return this.work.write(actor, async (tx): Promise<Result<Changed, SiteNotFound | SiteInUse>> => {
      const site = await lockManagedSite(tx, actor, siteId);
      if (!site) return err({ code: 'SITE_NOT_FOUND' });
      const [standing] = await tx.query<{ devices: number }>(STANDING, [site.id]);
      if (standing && standing.devices > 0)
        return err({ code: 'SITE_IN_USE', deviceCount: standing.devices });
      await tx.query('update site set closed_at = $2 where id = $1', [site.id, this.clock.now()]);
      tx.audit({
        action: 'site.changed',
        target: target(site.id),
        facts: { changed: ['closed'] },
        of: ownerOf(actor, site),
      });
      return ok({ siteId: site.id });
    });
  }
}

function factsOf(row: SiteRow): SiteFacts {
  return {
    name: row.name,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    deliveryContactName: row.delivery_contact_name,
    deliveryContactEmail: row.delivery_contact_email,
    deliveryContactPhone: row.delivery_contact_phone,
    deliveryInstructions: row.delivery_instructions,
  };
}

/** In the order of the columns in `INSERT` and `UPDATE`. */
function valuesOf(site: SiteFacts): (string | null)[] {
  return [
    site.name,
    site.street,
    site.postalCode,
    site.city,
    site.country,
    site.deliveryContactName,
    site.deliveryContactEmail,
    site.deliveryContactPhone,
    site.deliveryInstructions,
  ];
}

async function isTaken(tx: Tx, customerId: string, name: string, except: string | null): Promise<boolean> {
  const found = await tx.query(
    `select 1 from site where customer_id = $1 and lower(name) = lower($2) and closed_at is null
       and id is distinct from $3::uuid limit 1`,
    [customerId, name, except],
  );
  return found.length > 0;
}

const target = (id: string) => ({ kind: 'site', id });

/** Whose log an act on a place belongs to, whoever did it. */
const ownerOf = ({ branchId }: Actor, { customer_id: customerId }: SiteRow) => ({ customerId, branchId });

const taken = () =>
  err({ code: 'INVALID_INPUT', fields: [{ path: 'name', problem: 'siteNameTaken' }] } as const);

const INSERT = `insert into site (customer_id, branch_id, name, street, postal_code, city, country,
    delivery_contact_name, delivery_contact_email, delivery_contact_phone, delivery_instructions)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`;

const UPDATE = `update site set name = $2, street = $3, postal_code = $4, city = $5, country = $6,
    delivery_contact_name = $7, delivery_contact_email = $8, delivery_contact_phone = $9, delivery_instructions = $10
  where id = $1`;

/** In the order of ids, as everybody locks machines. */
const NEW_VERSIONS = `update device set version = version + 1
  where id = any(array(select d.id from device d where d.site_id = $1 and d.retired_at is null
                       order by d.id for no key update of d)) returning id`;

const STANDING = 'select count(*)::int as devices from device where site_id = $1 and retired_at is null';
