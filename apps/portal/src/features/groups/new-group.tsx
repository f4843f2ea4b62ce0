import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { CreateGroupDocument } from '@platen/graphql-client';
import { Form, FormActions, Sheet, SheetBody } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { paths } from '../../shared/paths';
import { errorAt, useCommand } from '../../shared/use-command';
import { useRight } from '../../shared/viewer';
import { RuleFields, emptyRule } from './rule-fields';

/** Longest name of a group that the service takes. */
export const longestGroupName = 80;

type Way = 'hand' | 'rule';

/** A new group by hand needs a name alone, and is filled on its own page; by rule it is full at once. */
export function NewGroup() {
  const { t } = useTranslation();
  const router = useRouter();
  const seesAll = useRight('device:all');
  const [name, setName] = useState('');
  const [way, setWay] = useState<Way>('hand');
  const [rule, setRule] = useState(emptyRule);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const { run, running, failure } = useCommand(CreateGroupDocument, (data) => data.createDeviceGroup);
  // another group is another command
  const change = (set: () => void) => {
    set();
    setKey(crypto.randomUUID());
  };
  const create = async () => {
    const made = await run({ input: { idempotencyKey, name, rule: way === 'rule' ? rule : null } });
    if (made) router.history.push(paths.group(made.group.id));
  };
  return (
    <Sheet title={t('groups.new.title')}>
      <SheetBody>
        <Form label={t('groups.new.title')} onSubmit={() => void create()}>
          <CommandProblem failure={failure} />
          <TextInput
            id="name"
            label={t('groups.new.name')}
            description={t('groups.new.hint')}
            maxLength={longestGroupName}
            value={name}
            error={errorAt(failure, 'name')}
            onChange={({ currentTarget }) => change(() => setName(currentTarget.value))}
          />
          {seesAll && (
            <Radio.Group
              label={t('groups.new.way')}
              value={way}
              onChange={(value) => change(() => setWay(value))}
            >
              <Stack gap="xs" mt="xs">
                <Radio value="hand" label={t('groups.new.hand')} />
                <Radio value="rule" label={t('groups.new.rule')} />
              </Stack>
            </Radio.Group>
          )}
          {way === 'rule' && <RuleFields rule={rule} onChange={(next) => change(() => setRule(next))} />}
          <FormActions>
            <Button type="submit" loading={running}>
              {t('groups.new.create')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
