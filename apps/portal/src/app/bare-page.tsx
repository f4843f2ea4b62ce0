import { UiLink } from '@platen/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../shared/paths';
import classes from './bare-page.module.css';

/** A page on its own, outside the frame: what happened, what to do, and the way to the overview. */
export function BarePage({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className={classes.page}>
      <title>{title}</title>
      <h1>{title}</h1>
      <div className={classes.text}>{children}</div>
      <p>
        <UiLink href={paths.overview()}>{t('notFound.action')}</UiLink>
      </p>
    </main>
  );
}
