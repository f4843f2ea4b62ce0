import { Button } from '@mantine/core';
import { UpdateCollectorDocument } from '@platen/graphql-client';
import { Done, Form, FormActions, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { useCommand } from '../../shared/use-command';
import { CollectorFields, draftOf, wishOf } from './collector-fields';
import type { CollectorDetail } from './collector-page';

/** What the collector reads; it hears of a change before its next round. */
export function ChangeCollector({ collector }: { readonly collector: CollectorDetail }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(collector));
  const [done, setDone] = useState(false);
  const { run, running, failure } = useCommand(UpdateCollectorDocument, (data) => data.updateCollector);
  const save = async () => {
    setDone(false);
    if (await run({ input: { collectorId: collector.id, ...wishOf(draft) } })) setDone(true);
  };
  return (
    <Sheet title={t('collectors.settings')}>
      <SheetBody>
        <Form label={t('collectors.settings')} onSubmit={() => void save()}>
          <CommandProblem failure={failure} />
          {done && <Done>{t('collectors.saved')}</Done>}
          <CollectorFields
            draft={draft}
            site={collector.site}
            failure={failure}
            onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          />
          <FormActions>
            <Button type="submit" variant="default" loading={running}>
              {t('collectors.save')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>{' '}
    </Sheet>
  );
}
