import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { DeleteModelDocument, ModelDocument, type ModelRowFragment } from '@platen/graphql-client';
import { Confirm, Empty, Sheet, SheetBody, Stack } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useCommand } from '../../shared/use-command';
import { ModelForm } from './model-form';

const route = getRouteApi('/in/console/models/$modelId');

/** One model of the catalogue, changed in place. */
export function ModelPage() {
  const { t } = useTranslation();
  const { modelId } = route.useParams();
  const { data, error, refetch } = useQuery(ModelDocument, {
    variables: { id: modelId },
    fetchPolicy: 'cache-and-network',
  });
  const crumbs = [{ label: t('nav.console') }, { label: t('models.title'), href: paths.models() }];
  const model = data?.deviceModel;
  if (!model)
    return (
      <Page title={t('models.one')} crumbs={crumbs}>
        <Sheet>
          {error && <ProblemState error={error} onRetry={() => void refetch()} />}
          {!error && model === null && <Empty title={t('models.notFound')}>{t('models.notFoundText')}</Empty>}
        </Sheet>
      </Page>
    );
  return (
    <Page
      title={t('models.name', { maker: model.maker, model: model.model })}
      crumbs={[...crumbs, { label: model.model }]}
      say={t('models.machines', { count: model.deviceCount })}
    >
      <Stack>
        <Sheet title={t('models.facts')}>
          <SheetBody>
            <ModelForm model={model} />
          </SheetBody>
        </Sheet>
        <EndModel model={model} />
      </Stack>
    </Page>
  );
}

/** A model for the catalogue; its own page comes next. */
export function NewModelPage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('models.new')}
      crumbs={[
        { label: t('nav.console') },
        { label: t('models.title'), href: paths.models() },
        { label: t('models.new') },
      ]}
      say={t('models.newSay')}
    >
      <Sheet>
        <SheetBody>
          <ModelForm />
        </SheetBody>
      </Sheet>
    </Page>
  );
}

function EndModel({ model }: { readonly model: ModelRowFragment }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { run, running, failure } = useCommand(DeleteModelDocument, (data) => data.deleteDeviceModel);
  const end = async () => {
    const ended = await run({ modelId: model.id });
    setAsking(false);
    if (!ended) return;
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'deviceModels' });
    router.history.push(paths.models());
  };
  return (
    <Sheet title={t('models.end.title')}>
      <SheetBody>
        <CommandProblem failure={failure} />
        <p>{t('models.end.text')}</p>
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('models.end.button')}
          </Button>
        </div>
      </SheetBody>
      <Confirm
        open={asking}
        title={t('models.end.ask', { name: model.model })}
        confirm={t('models.end.button')}
        cancel={t('models.end.keep')}
        danger
        busy={running}
        onConfirm={() => void end()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('models.machines', { count: model.deviceCount })}</p>
      </Confirm>
    </Sheet>
  );
}
