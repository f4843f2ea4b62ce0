import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { EndViewAsDocument } from '@platen/graphql-client';
import { Icon, useFormat } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../shared/paths';
import type { Viewer } from '../shared/viewer';
import classes from './view-banner.module.css';

/** Back before the look ends by itself: afterwards there would be no session to go back with. */
const endsBeforeMs = 20_000;
/** The longest that a browser's timer counts. */
const longestTimerMs = 2 ** 31 - 1;

/** Says on every page through whose eyes it is seen, and leads back to the own ones. */
export function ViewBanner({
  viewer,
  watcher,
}: {
  readonly viewer: Viewer;
  readonly watcher: NonNullable<Viewer['viewedBy']>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useApolloClient();
  const router = useRouter();
  const [state, setState] = useState<'looking' | 'leaving' | 'failed'>('looking');
  const userId = viewer.user?.id;
  const leave = useCallback(async () => {
    setState('leaving');
    try {
      const { data } = await client.mutate({ mutation: EndViewAsDocument });
      if (!data) throw new Error('the gateway answered without data');
      // nothing that was read through other eyes is shown to the own ones
      await client.clearStore();
      await router.invalidate();
      const { resumed } = data.endViewAs;
      router.history.push(resumed && userId ? paths.user(userId) : paths.signIn());
    } catch {
      setState('failed');
    }
  }, [client, router, userId]);

  useEffect(() => {
    const left = Date.parse(watcher.endsAt) - Date.now() - endsBeforeMs;
    const timer = setTimeout(() => void leave(), Math.min(longestTimerMs, Math.max(0, left)));
    return () => clearTimeout(timer);
  }, [leave, watcher.endsAt]);

  const name = viewer.user ? `${viewer.user.firstName} ${viewer.user.lastName}` : '';
  return (
    <section className={classes.banner} aria-label={t('sight.view.label')}>
      <Icon name="eye" />
      <p>
        <b>{t('sight.view.as', { name })}</b> {t('sight.view.nothingChanges')}{' '}
        {t('sight.view.until', { time: format.time(watcher.endsAt) })}
      </p>
      <Button variant="default" size="compact-sm" loading={state === 'leaving'} onClick={() => void leave()}>
        {t('sight.view.back')}
      </Button>
      {state === 'failed' && <p role="alert">{t('sight.view.backFailed')}</p>}
    </section>
  );
}
