import type { TFunction } from 'i18next';

/** Given roles say what they are for; the words are `roles.about.*`. */
const about = {
  Administrator: 'administrator',
  Member: 'member',
  'Service desk': 'serviceDesk',
  Logistics: 'logistics',
  Finance: 'finance',
  'Branch administrator': 'branchAdministrator',
} as const;

const isGiven = (name: string): name is keyof typeof about => Object.hasOwn(about, name);

/** What a given role is for; nothing for one that an organisation made itself. */
export function givenAbout(
  { name, given }: { readonly name: string; readonly given: boolean },
  t: TFunction,
) {
  return given && isGiven(name) ? t(`roles.about.${about[name]}`) : undefined;
}
