import type { Branch } from './branch.service';
import type { BranchType } from './branch.type';

/** The part of a branch that everybody may see. */
export function toBranchType({ id, code, settings }: Branch): BranchType {
  return {
    id,
    code,
    name: settings.name,
    locale: settings.locale,
    timeZone: settings.timeZone,
    currency: settings.currency,
    brandName: settings.brand.name,
    brandColor: settings.brand.color,
    passwordHelp: settings.passwordHelp,
    registration: settings.registration,
    contacts: settings.contacts,
  };
}
