import { type Crumb, PageHeader, PageTop } from '@platen/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MachineSearch } from './machine-search';
import { useViewer } from './viewer';

/** A signed-in page: where one is, its title (also the window's), the first sentence, the content. */
export function Page(props: {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly about?: ReactNode;
  readonly say?: ReactNode;
  /** what can be done here, beside the title */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { branch, rights } = useViewer();
  return (
    <>
      <title>{`${props.title} · ${branch?.brandName ?? t('app.product')}`}</title>
      <PageTop
        label={t('app.way')}
        crumbs={props.crumbs}
        end={rights.includes('device:read') && <MachineSearch />}
      />
      <PageHeader title={props.title} about={props.about} say={props.say} actions={props.actions} />
      {props.children}
    </>
  );
}
