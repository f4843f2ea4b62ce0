import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { DeleteGroupDocument, GroupsDocument, type GroupRowFragment } from '@platen/graphql-client';
import { Confirm, Sheet, SheetBody } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { paths } from '../../shared/paths';
import { useCommand } from '../../shared/use-command';

/** Deletes the group after saying who loses what by it. */
export function EndGroup({ group }: { readonly group: GroupRowFragment }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { run, running, failure } = useCommand(DeleteGroupDocument, (data) => data.deleteDeviceGroup);
  const end = async () => {
    const ended = await run({ input: { groupId: group.id } });
    setAsking(false);
    if (!ended) return;
    router.history.push(paths.groups());
    await client.refetchQueries({ include: [GroupsDocument] });
  };
  return (
    <Sheet title={t('groups.end.title')}>
      <SheetBody>
        <CommandProblem failure={failure} />
        <p>{t('groups.end.text')}</p>
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('groups.end.button')}
          </Button>
        </div>
      </SheetBody>
      <Confirm
        open={asking}
        title={t('groups.end.ask', { name: group.name })}
        confirm={t('groups.end.button')}
        cancel={t('groups.end.keep')}
        danger
        busy={running}
        onConfirm={() => void end()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('groups.end.machines', { count: group.deviceCount })}</p>
        {Boolean(group.userCount) && <p>{t('groups.end.people', { count: group.userCount ?? 0 })}</p>}
      </Confirm>
    </Sheet>
  );
}
