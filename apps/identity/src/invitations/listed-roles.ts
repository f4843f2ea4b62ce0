import type { customerRoles } from '../roles/given-roles';

/** What people call the given roles in lists they keep, in every language of the portal; in small letters. */
const words: Readonly<Record<keyof typeof customerRoles, readonly string[]>> = {
  Administrator: ['administrator', 'admin', 'amministratore', 'amministratrice', 'beheerder'],
  Member: ['member', 'user', 'utente', 'gebruiker'],
};

/** The given role that a word means, whatever its language. @param word  in small letters */
export function givenRoleNamed(word: string): keyof typeof customerRoles | undefined {
  if (words.Administrator.includes(word)) return 'Administrator';
  return words.Member.includes(word) ? 'Member' : undefined;
}
