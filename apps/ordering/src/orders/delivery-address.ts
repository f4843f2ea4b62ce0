import type { KnownDeviceEntity } from '../projections/known-device.entity';

/** A site's address in one line, as parcels and mails show it. */
export function deliveryAddress(site: Omit<KnownDeviceEntity['site'], 'siteId'>): string {
  return [site.name, site.street, `${site.postalCode} ${site.city}`.trim(), site.country]
    .filter((part) => part !== '')
    .join(', ');
}
