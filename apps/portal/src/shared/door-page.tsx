import { useQuery } from '@apollo/client/react';
import { SignInBranchDocument, type SignInBranchQuery } from '@platen/graphql-client';
import { Brand } from '@platen/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './door-page.module.css';
import { LanguageSwitch } from './language-switch';
import { paths } from './paths';

/** The branch whose door this is; null while it is not known. */
export type BranchOfDoor = SignInBranchQuery['branch'] | null;

/**
 * A page before the sign-in: the branch's name, the languages, one sheet with one task.
 * @param branch  code of the branch; null: the one that speaks the reader's language
 */
export function DoorPage(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly branch?: string | null | undefined;
  readonly children: (branch: BranchOfDoor) => ReactNode;
}) {
  const { t } = useTranslation();
  const { data } = useQuery(SignInBranchDocument, { variables: { code: props.branch ?? null } });
  const branch = data?.branch ?? null;
  const brand = branch?.brandName ?? t('app.product');
  return (
    <div className={classes.page}>
      <title>{`${props.title} · ${brand}`}</title>
      <header className={classes.head}>
        <Brand brand={brand} href={paths.signIn()} />
        <LanguageSwitch />
      </header>
      <main className={classes.main}>
        <div className={classes.card}>
          <h1 className={classes.title}>{props.title}</h1>
          {props.lead && <p className={classes.lead}>{props.lead}</p>}
          {props.children(branch)}
        </div>
      </main>
    </div>
  );
}
