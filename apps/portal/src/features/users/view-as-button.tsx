import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { ViewAsDocument } from '@platen/graphql-client';
import { Confirm, Stack } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { paths } from '../../shared/paths';
import { useCommand } from '../../shared/use-command';

/** "What would this person see?": the portal through his eyes, after saying what that means. */
export function ViewAsButton({ userId, name }: { readonly userId: string; readonly name: string }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { run, running, failure } = useCommand(ViewAsDocument, (data) => data.viewAs);
  const look = async () => {
    const viewing = await run({ input: { userId } });
    setAsking(false);
    if (!viewing) return;
    // nothing that was read with the own eyes may be taken for what the other person sees
    await client.clearStore();
    await router.invalidate();
    router.history.push(paths.overview());
  };
  return (
    <Stack>
      <CommandProblem failure={failure} />
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('sight.view.button', { name })}
        </Button>
      </div>
      <Confirm
        open={asking}
        title={t('sight.view.ask', { name })}
        confirm={t('sight.view.begin')}
        cancel={t('sight.view.stay')}
        busy={running}
        onConfirm={() => void look()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('sight.view.consequence', { name })}</p>
        <p>{t('sight.view.limits')}</p>
      </Confirm>
    </Stack>
  );
}
