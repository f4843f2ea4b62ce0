import { useQuery } from '@apollo/client/react';
import { Button, Group, NativeSelect } from '@mantine/core';
import { GroupChoicesDocument, PutInGroupDocument } from '@platen/graphql-client';
import { Done, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { nodesOf } from '../../shared/connection';
import { useCommand } from '../../shared/use-command';

/** Most groups that are offered. */
const offered = 100;

/** The bar of acts on the machines that are chosen. */
export function ChosenMachines({
  chosen,
  onClear,
}: {
  readonly chosen: ReadonlySet<string>;
  readonly onClear: () => void;
}) {
  const { t } = useTranslation();
  const [groupId, setGroupId] = useState('');
  const [done, setDone] = useState('');
  const { data } = useQuery(GroupChoicesDocument, { variables: { first: offered } });
  // a group by rule takes nobody's machines
  const groups = (nodesOf(data?.deviceGroups) ?? []).filter(({ rule }) => !rule);
  const { run, running, failure } = useCommand(PutInGroupDocument, (answer) => answer.changeGroupDevices);
  const put = async () => {
    const changed = await run({ input: { groupId, add: [...chosen] } });
    if (changed) setDone(t('devices.chosen.done', { count: changed.added, group: changed.group.name }));
  };
  return (
    <>
      <CommandProblem failure={failure} />
      {done && <Done>{done}</Done>}
      <Sheet title={t('devices.chosen.title', { count: chosen.size })}>
        <SheetBody>
          <Group align="end">
            {groups.length > 0 ? (
              <>
                <NativeSelect
                  label={t('devices.chosen.group')}
                  value={groupId}
                  onChange={({ currentTarget }) => setGroupId(currentTarget.value)}
                  data={[
                    { value: '', label: t('devices.chosen.which') },
                    ...groups.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                />
                {groupId !== '' && (
                  <Button loading={running} onClick={() => void put()}>
                    {t('devices.chosen.put')}
                  </Button>
                )}
              </>
            ) : (
              <span>{t('devices.chosen.noGroups')}</span>
            )}
            <Button variant="default" onClick={onClear}>
              {t('devices.chosen.clear')}
            </Button>
          </Group>
        </SheetBody>
      </Sheet>
    </>
  );
}
