import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { CreateCollectorDocument } from '@platen/graphql-client';
import { Form, FormActions, Sheet } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { CommandProblem } from '../../shared/command-problem';
import { newKey } from '../../shared/new-key';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { useCommand } from '../../shared/use-command';
import { CollectorFields, draftOf, wishOf } from './collector-fields';

/** Sets a collector up; its page then gives the code for its installation. */
export function NewCollectorPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useApolloClient();
  const [draft, setDraft] = useState(draftOf);
  const [idempotencyKey, setKey] = useState(newKey);
  const { run, running, failure } = useCommand(CreateCollectorDocument, (data) => data.createCollector);
  const create = async () => {
    const done = await run({ input: { ...wishOf(draft), idempotencyKey } });
    if (!done) return;
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'collectors' });
    router.history.push(paths.collector(done.collector.id));
  };
  return (
    <Page
      title={t('collectors.new.title')}
      crumbs={[
        { label: t('nav.administration') },
        { label: t('collectors.title'), href: paths.collectors() },
        { label: t('collectors.new.title') },
      ]}
      say={t('collectors.new.say')}
    >
      <Sheet>
        <Form onSubmit={() => void create()}>
          <CommandProblem failure={failure} />
          <CollectorFields
            draft={draft}
            failure={failure}
            onChange={(part) => {
              setDraft((before) => ({ ...before, ...part }));
              // what is asked for now is another wish than the one before
              setKey(newKey());
            }}
          />
          <FormActions>
            <Button type="submit" loading={running}>
              {t('collectors.new.create')}
            </Button>
            <ButtonLink variant="default" href={paths.collectors()}>
              {t('collectors.cancel')}
            </ButtonLink>
          </FormActions>
        </Form>
      </Sheet>
    </Page>
  );
}
