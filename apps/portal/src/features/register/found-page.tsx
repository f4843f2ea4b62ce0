import { useQuery } from '@apollo/client/react';
import { Button, Checkbox } from '@mantine/core';
import {
  DismissFoundMachineDocument,
  FoundMachinesDocument,
  type FoundMachinesQuery,
} from '@platen/graphql-client';
import { Age, type Column, DataTable, Empty, FilterBar, Sheet, Stack, TwoLines, UiLink } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { nextCursor, nodesOf } from '../../shared/connection';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { RegisterTabs } from '../../shared/register-tabs';
import { useCommand } from '../../shared/use-command';
import { pageSize, useMore } from '../../shared/use-pages';
import { useRight, useViewer } from '../../shared/viewer';

type Found = NonNullable<FoundMachinesQuery['unknownDevices']>['edges'][number]['node'];

const route = getRouteApi('/in/found-machines');

/** Machines that a collector found and nobody registered: a person decides what becomes of each. */
export function FoundPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { aside } = route.useSearch();
  const isStaff = useViewer().kind === 'STAFF';
  const dismissed = aside === 'yes';
  const { data, error, refetch, fetchMore } = useQuery(FoundMachinesDocument, {
    variables: { first: pageSize, dismissed },
    fetchPolicy: 'cache-and-network',
  });
  const { run, running, failure } = useCommand(DismissFoundMachineDocument, (d) => d.dismissUnknownDevice);
  const rows = nodesOf(data?.unknownDevices);
  const more = useMore(nextCursor(data?.unknownDevices), fetchMore);
  const decide = async ({ id }: Found) => {
    if (await run({ input: { unknownDeviceId: id, dismissed: !dismissed } })) await refetch();
  };
  const columns = useFoundColumns(dismissed, running, (found) => void decide(found));
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    return (
      <Empty title={t(dismissed ? 'register.found.noneAside' : 'register.found.none')}>
        {t('register.found.noneText')}
      </Empty>
    );
  };
  return (
    <Page
      title={t('register.found.title')}
      crumbs={[{ label: t(isStaff ? 'nav.console' : 'nav.products') }, { label: t('register.found.title') }]}
      say={t('register.found.say')}
    >
      <Stack>
        {isStaff && <RegisterTabs current="found" />}
        <CommandProblem failure={failure} />
        <FilterBar label={t('list.filters')}>
          <Checkbox
            label={t('register.found.aside')}
            checked={dismissed}
            onChange={({ currentTarget }) =>
              router.history.replace(
                paths.foundMachines({ aside: currentTarget.checked ? 'yes' : undefined }),
              )
            }
          />
        </FilterBar>
        <Sheet flush>
          <DataTable
            caption={t('register.found.title')}
            columns={columns}
            rows={error && !rows ? [] : rows}
            rowKey={({ id }) => id}
            instead={instead()}
            more={more}
          />
        </Sheet>
      </Stack>
    </Page>
  );
}

function useFoundColumns(
  dismissed: boolean,
  busy: boolean,
  onDecide: (found: Found) => void,
): readonly Column<Found>[] {
  const { t } = useTranslation();
  const mayRegister = useRight('device:manage');
  const act = t(dismissed ? 'register.found.takeBack' : 'register.found.putAside');
  const nameOf = ({ serialNumber, address }: Found) => serialNumber ?? address;
  return [
    {
      id: 'machine',
      header: t('register.found.machine'),
      cell: (found) => (
        <TwoLines
          first={[found.maker, found.model].filter(Boolean).join(' ') || t('register.found.noModel')}
          second={found.name}
        />
      ),
      phone: 'title',
    },
    {
      id: 'serial',
      header: t('register.field.serialNumber'),
      cell: ({ serialNumber }) => serialNumber ?? t('register.found.noSerial'),
    },
    { id: 'address', header: t('register.found.address'), cell: ({ address }) => address },
    { id: 'seen', header: t('register.found.seen'), cell: ({ lastSeenAt }) => <Age at={lastSeenAt} /> },
    {
      id: 'act',
      header: t('register.found.act'),
      cell: (found) => (
        <>
          {mayRegister && !dismissed && (
            <UiLink href={paths.registerMachine({ found: found.id })}>{t('register.found.register')}</UiLink>
          )}{' '}
          <Button
            variant="default"
            size="compact-sm"
            loading={busy}
            aria-label={t('register.found.actOn', { act, name: nameOf(found) })}
            onClick={() => onDecide(found)}
          >
            {act}
          </Button>
        </>
      ),
      phone: 'plain',
    },
  ];
}
