import { useQuery } from '@apollo/client/react';
import { GroupDocument, type GroupRowFragment } from '@platen/graphql-client';
import { Empty, PageTabs, Sheet, Stack } from '@platen/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useRight } from '../../shared/viewer';

/** What the pages of one group share: its name, how large it is, the way between groups, machines and people (S2). */
export function GroupFrame({
  groupId,
  tab,
  children,
}: {
  readonly groupId: string;
  readonly tab: 'machines' | 'people';
  readonly children: (group: GroupRowFragment, reload: () => void) => ReactNode;
}) {
  const { t } = useTranslation();
  const withPeople = useRight('user:manage');
  const { data, error, refetch } = useQuery(GroupDocument, {
    variables: { id: groupId },
    fetchPolicy: 'cache-and-network',
  });
  const crumbs = [{ label: t('nav.products') }, { label: t('groups.title'), href: paths.groups() }];
  const group = data?.deviceGroup;
  if (!group) {
    return (
      <Page title={t('groups.one')} crumbs={crumbs}>
        <Sheet>
          {error && <ProblemState error={error} onRetry={() => void refetch()} />}
          {!error && group === null && (
            <Empty title={t('groups.notFound.title')}>{t('groups.notFound.text')}</Empty>
          )}
        </Sheet>
      </Page>
    );
  }
  const { deviceCount, userCount } = group;
  return (
    <Page
      title={group.name}
      crumbs={[...crumbs, { label: group.name }]}
      say={
        <>
          <b>{t('groups.sayMachines', { count: deviceCount })}</b>{' '}
          {typeof userCount === 'number' && t('groups.sayPeople', { count: userCount })}
        </>
      }
    >
      <Stack>
        <PageTabs
          label={t('groups.tabs.label')}
          tabs={[
            { href: paths.groups(), label: t('groups.tabs.groups'), current: false },
            { href: paths.group(groupId), label: t('groups.tabs.machines'), current: tab === 'machines' },
            ...(withPeople
              ? [
                  {
                    href: paths.groupPeople(groupId),
                    label: t('groups.tabs.people'),
                    current: tab === 'people',
                  },
                ]
              : []),
          ]}
        />
        {children(group, () => void refetch())}
      </Stack>
    </Page>
  );
}
