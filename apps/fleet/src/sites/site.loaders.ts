import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import type { SiteRow } from './site.row';
import type { SiteService } from './site.service';
import type { Site } from './site.type';

/** Locations as rows, batched per request under the viewer's policy: null when unknown or not visible. */
export function siteRowLoader(
  sites: SiteService,
  context: GraphqlContext,
): DataLoader<string, SiteRow | null> {
  return context.loader('fleet.site', () => new DataLoader((ids) => sites.findMany(context.actor, ids)));
}

/** The same as GraphQL shows them. */
export function siteLoader(sites: SiteService, context: GraphqlContext): DataLoader<string, Site | null> {
  return context.loader('fleet.site-shown', () => {
    const rows = siteRowLoader(sites, context);
    return new DataLoader(async (ids) =>
      Promise.all(ids.map(async (id) => toSiteOrNull(await rows.load(id)))),
    );
  });
}

const toSiteOrNull = (row: SiteRow | null) => row && toSite(row);

/** A row as GraphQL shows it; what not everybody sees is the resolver's. */
export function toSite({ id, name, street, postal_code: postalCode, city, country }: SiteRow): Site {
  return { id, name, street, postalCode, city, country };
}
