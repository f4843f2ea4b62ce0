import { Button } from '@mantine/core';
import type { KeyInListFragment } from '@platen/graphql-client';
import { Age, type Column, StatePill, type Tone, TwoLines, useFormat } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { rightWords } from '../../shared/rights/right-words';
import classes from './keys.module.css';

export type Key = KeyInListFragment;

const tones: Readonly<Record<Key['state'], Tone>> = {
  ACTIVE: 'ok',
  REPLACED: 'warn',
  EXPIRED: 'plain',
  REVOKED: 'plain',
};

/** The columns of the list of keys. @param options.withOwner  whose key it is; for staff */
export function useKeyColumns(options: {
  readonly withOwner: boolean;
  readonly onRotate: (key: Key) => void;
  readonly onRevoke: (key: Key) => void;
}): readonly Column<Key>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { withOwner, onRotate, onRevoke } = options;
  return useMemo(() => {
    const owner = (key: Key) => (withOwner ? [key.customer?.name ?? t('keys.ofBranch')] : []);
    const made = ({ createdAt, createdBy }: Key) => {
      const day = format.dayOfYear(createdAt.slice(0, 10));
      return createdBy ? t('keys.madeBy', { day, name: createdBy }) : t('keys.made', { day });
    };
    const columns: Column<Key>[] = [
      {
        id: 'name',
        header: t('keys.column.name'),
        cell: (key) => (
          <TwoLines
            first={key.name}
            second={
              <>
                {[...owner(key), t(`keys.kind.${key.kind}`), t('keys.begins', { prefix: key.prefix })].join(
                  ' · ',
                )}
                {(key.state === 'ACTIVE' || key.state === 'REPLACED') && (
                  <span className={classes.clientId}>
                    {t('keys.shown.clientId')}: <code>{key.id}</code>
                  </span>
                )}
              </>
            }
          />
        ),
        phone: 'title',
      },
      {
        id: 'scopes',
        header: t('keys.column.scopes'),
        cell: (key) => <Scopes scopes={key.scopes} />,
        phone: 'plain',
      },
      {
        id: 'state',
        header: t('keys.column.state'),
        cell: (key) => <StatePill tone={tones[key.state]}>{t(`keys.state.${key.state}`)}</StatePill>,
        phone: 'corner',
      },
      {
        id: 'used',
        header: t('keys.column.used'),
        cell: (key) => (
          <TwoLines
            plain
            first={key.lastUsedAt ? <Age at={key.lastUsedAt} sentence /> : t('keys.never')}
            second={made(key)}
          />
        ),
      },
      {
        id: 'ends',
        header: t('keys.column.ends'),
        cell: (key) =>
          key.expiresAt ? (
            <time dateTime={key.expiresAt} title={format.exact(key.expiresAt)}>
              {format.dayOfYear(key.expiresAt.slice(0, 10))}
            </time>
          ) : (
            t('keys.noEnd')
          ),
        whole: true,
      },
      {
        id: 'acts',
        header: t('keys.column.acts'),
        cell: (key) => (
          <span className={classes.acts}>
            {key.viewerCanRotate && (
              <Button
                variant="default"
                size="xs"
                aria-label={t('keys.rotateOf', { name: key.name })}
                onClick={() => onRotate(key)}
              >
                {t('keys.rotate')}
              </Button>
            )}
            {key.viewerCanRevoke && (
              <Button
                variant="default"
                size="xs"
                aria-label={t('keys.revokeOf', { name: key.name })}
                onClick={() => onRevoke(key)}
              >
                {t('keys.revoke')}
              </Button>
            )}
            {key.state === 'ACTIVE' && !key.viewerCanRotate && (
              <span className={classes.small}>{t('keys.notRotatable')}</span>
            )}
          </span>
        ),
        phone: 'plain',
      },
    ];
    return columns;
  }, [t, format, withOwner, onRotate, onRevoke]);
}

/** Few rights stand as they are; many are counted, and listed when asked for. */
function Scopes({ scopes }: { readonly scopes: readonly string[] }) {
  const { t } = useTranslation();
  const words = scopes.map((scope) => rightWords(scope, t));
  if (words.length <= 2) return <span className={classes.scopes}>{words.join(', ')}</span>;
  return (
    <details className={classes.scopes}>
      <summary>{t('keys.scopes', { count: words.length })}</summary>
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </details>
  );
}
