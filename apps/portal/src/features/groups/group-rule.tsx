import { Button } from '@mantine/core';
import { ChangeGroupRuleDocument, type GroupRowFragment } from '@platen/graphql-client';
import { Done, Facts, Form, FormActions, Note, Sheet, SheetBody, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { useCommand } from '../../shared/use-command';
import { useRight } from '../../shared/viewer';
import { RuleFields, emptyRule } from './rule-fields';

/** By which rule the group fills itself: told to everybody, changed by those who may. */
export function GroupRule({
  group,
  onChange,
}: {
  readonly group: GroupRowFragment;
  readonly onChange: () => void;
}) {
  const { t } = useTranslation();
  const mayChange = useRight('device:all') && group.viewerCanUpdate;
  const { rule } = group;
  const [draft, setDraft] = useState(() => (rule ? plain(rule) : emptyRule));
  const [opened, setOpened] = useState(false);
  const [done, setDone] = useState('');
  const { run, running, failure } = useCommand(ChangeGroupRuleDocument, (data) => data.changeGroupRule);
  const change = async (next: typeof draft | null) => {
    setDone('');
    const changed = await run({ input: { groupId: group.id, rule: next } });
    if (!changed) return;
    setOpened(false);
    setDone(
      next
        ? t('groups.rule.changed', { added: changed.added, removed: changed.removed })
        : t('groups.rule.ended'),
    );
    onChange();
  };
  if (!rule && !mayChange) return null;
  return (
    <Sheet title={rule ? t('groups.rule.title') : t('groups.rule.titleNone')}>
      <SheetBody>
        {done && <Done>{done}</Done>}
        <CommandProblem failure={failure} />
        {rule && <RuleWords rule={rule} />}
        {mayChange && opened && (
          <Form label={t('groups.rule.change')} onSubmit={() => void change(draft)}>
            <RuleFields rule={draft} onChange={setDraft} />
            <Note>{t('groups.rule.consequence')}</Note>
            <FormActions>
              <Button type="submit" loading={running}>
                {t('groups.rule.save')}
              </Button>
              {rule && (
                <Button variant="default" loading={running} onClick={() => void change(null)}>
                  {t('groups.rule.end')}
                </Button>
              )}
            </FormActions>
          </Form>
        )}
        {mayChange && !opened && (
          <FormActions>
            <Button variant="default" onClick={() => setOpened(true)}>
              {rule ? t('groups.rule.change') : t('groups.rule.begin')}
            </Button>
          </FormActions>
        )}
      </SheetBody>
    </Sheet>
  );
}

type Rule = NonNullable<GroupRowFragment['rule']>;

function RuleWords({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sites = rule.sites.map(({ name }) => name);
  const facts = [
    [t('groups.rule.siteIds'), sites],
    [t('groups.rule.models'), rule.models],
    [t('groups.rule.makers'), rule.makers],
    [t('groups.rule.departments'), rule.departments],
    [t('groups.rule.floors'), rule.floors],
  ] as const;
  return (
    <Facts
      facts={facts
        .filter(([, values]) => values.length > 0)
        .map(([label, values]) => [label, format.list([...values])] as const)}
    />
  );
}

const plain = ({ siteIds, makers, models, departments, floors }: Rule) => ({
  siteIds: [...siteIds],
  makers: [...makers],
  models: [...models],
  departments: [...departments],
  floors: [...floors],
});
