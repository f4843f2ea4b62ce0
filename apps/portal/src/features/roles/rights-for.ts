import { type AnyRight, organisationRights, staffRights } from '../../shared/rights/right-words';

/** What the viewer's own side can put into a role. */
export function rightsFor(kind: string): readonly AnyRight[] {
  return kind === 'STAFF' ? staffRights : organisationRights;
}
