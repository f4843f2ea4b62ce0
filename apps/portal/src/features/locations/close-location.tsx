import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { CloseLocationDocument, type LocationFactsFragment } from '@platen/graphql-client';
import { Confirm, Sheet, SheetBody } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { paths } from '../../shared/paths';
import { useCommand } from '../../shared/use-command';

/** Closes a location where nothing stands any more; while something does, it says so instead. */
export function CloseLocation({ location }: { readonly location: LocationFactsFragment }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { run, running, failure } = useCommand(CloseLocationDocument, (data) => data.closeSite);
  const close = async () => {
    const closed = await run({ siteId: location.id });
    setAsking(false);
    if (!closed) return;
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'sites' });
    router.history.push(paths.locations());
  };
  return (
    <Sheet title={t('locations.close.title')}>
      <SheetBody>
        <CommandProblem failure={failure} />
        <p>{location.deviceCount > 0 ? t('locations.close.notYet') : t('locations.close.text')}</p>
        {location.deviceCount === 0 && (
          <div>
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('locations.close.button')}
            </Button>
          </div>
        )}
      </SheetBody>
      <Confirm
        open={asking}
        title={t('locations.close.ask', { name: location.name })}
        confirm={t('locations.close.button')}
        cancel={t('locations.close.keep')}
        danger
        busy={running}
        onConfirm={() => void close()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('locations.close.text')}</p>
      </Confirm>
    </Sheet>
  );
}
