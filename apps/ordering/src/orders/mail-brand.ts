import type { BranchSettings, MailData } from '@platen/contracts';
import { suppliesDesk } from './supplies-desk';

/** What mails about orders show of the branch that sends them. */
export function mailBrand(settings: BranchSettings): MailData<'order-confirmed'>['brand'] {
  const desk = suppliesDesk(settings);
  return {
    name: settings.brand.name,
    color: settings.brand.color,
    contactPhone: desk?.phone ?? null,
    contactMail: desk?.mail ?? null,
  };
}
