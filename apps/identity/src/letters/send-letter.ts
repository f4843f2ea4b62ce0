import type { BranchSettings, LetterName, Locale } from '@platen/contracts';
import type { SecretBox, Tx } from '@platen/platform';

/** A letter to somebody with an account, or about to have one. */
export interface Letter {
  readonly name: LetterName;
  readonly to: string;
  readonly firstName: string | null;
  readonly locale: Locale;
  readonly branchId: string;
  readonly customerId: string | null;
  readonly values?: Readonly<Record<string, string>>;
  /**
   * path of the page it leads to, and what follows `#`: a token stands there, because what stands there is sent to
   * no server and kept in no log. Or a link that another service made and sealed
   */
  readonly link?: { readonly path: string; readonly token?: string } | { readonly sealedUrl: string };
}

/** Writes letters into the outbox of a transaction. */
export interface Letters {
  /** @param key  one letter per key and address, however often this runs */
  send(tx: Tx, key: string, letter: Letter): Promise<void>;
}

/** @param publicUrl  `PLATEN_URL`: links are built from it, never from a request (threats C24) */
export function letters(publicUrl: string, secrets: SecretBox): Letters {
  const base = publicUrl.replace(/\/+$/, '');
  return {
    send: async (tx, key, { link, ...letter }) => {
      const [branch] = await tx.query<{ settings: BranchSettings }>(BRANCH, [letter.branchId]);
      if (!branch) throw new Error('A letter is sent for a branch that does not exist.');
      tx.mail(key, {
        template: letter.name,
        to: letter.to,
        locale: letter.locale,
        customerId: letter.customerId,
        data: {
          brand: brandOf(branch.settings),
          name: letter.firstName,
          values: { ...letter.values },
          link: link ? linkTo(base, link, secrets) : null,
        },
      });
    },
  };
}

function linkTo(base: string, link: NonNullable<Letter['link']>, secrets: SecretBox) {
  if ('sealedUrl' in link) return link;
  const url = `${base}${link.path}`;
  return link.token === undefined ? { url } : { sealedUrl: secrets.seal(`${url}#${link.token}`) };
}

function brandOf({ brand, contacts }: BranchSettings) {
  const contact = contacts.find(({ topic }) => topic === 'service-and-portal') ?? contacts[0];
  return {
    name: brand.name,
    color: brand.color,
    contactPhone: contact?.phone ?? null,
    contactMail: contact?.mail ?? null,
  };
}

const BRANCH = `select settings from branch where id = $1`;
