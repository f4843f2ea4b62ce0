import { Button } from '@mantine/core';
import type { FactorsOfPageFragment } from '@platen/graphql-client';
import { useFormat } from '@platen/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { knowsPasskeys } from '../../../shared/passkeys';
import type { FactorTask } from './factor-task';
import classes from './security.module.css';

interface RowsProps {
  readonly factors: FactorsOfPageFragment;
  readonly onTask: (task: FactorTask) => void;
}

/** A kind of proof: what it is, how it stands, what can be done. */
export function FactorRow(props: {
  readonly name: string;
  readonly about: ReactNode;
  readonly buttons?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className={classes.row}>
      <div className={classes.head}>
        <div className={classes.words}>
          <h3>{props.name}</h3>
          <p>{props.about}</p>
        </div>
        <div className={classes.buttons}>{props.buttons}</div>
      </div>
      {props.children}
    </div>
  );
}

/** The app: set up, moved, removed. */
export function AppRow({ factors, onTask, children }: RowsProps & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const since = factors.authenticatorAppAddedAt;
  return (
    <FactorRow
      name={t('security.app.name')}
      about={since ? t('security.app.since', { day: format.date(since) }) : t('security.app.none')}
      buttons={
        <>
          <Button variant={since ? 'default' : 'filled'} onClick={() => onTask({ kind: 'setApp' })}>
            {t(since ? 'security.app.replace' : 'security.app.set')}
          </Button>
          {since && (
            <Button variant="default" onClick={() => onTask({ kind: 'removeApp' })}>
              {t('security.app.remove')}
            </Button>
          )}
        </>
      }
    >
      {children}
    </FactorRow>
  );
}

/** The passkeys, each with its name and last use. */
export function PasskeyRows({ factors, onTask, children }: RowsProps & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { passkeys } = factors;
  return (
    <FactorRow
      name={t('security.passkeys.name')}
      about={t(passkeys.length > 0 ? 'security.passkeys.about' : 'security.passkeys.none')}
      buttons={
        knowsPasskeys() ? (
          <Button variant="default" onClick={() => onTask({ kind: 'addPasskey' })}>
            {t('security.passkeys.add')}
          </Button>
        ) : (
          <span>{t('security.passkeys.unsupported')}</span>
        )
      }
    >
      {passkeys.length > 0 && (
        <ul className={classes.keys}>
          {passkeys.map(({ id, name, addedAt, lastUsedAt }) => (
            <li key={id} className={classes.head}>
              <div className={classes.words}>
                <strong>{name}</strong>
                <p>
                  {t('security.passkeys.row', { day: format.date(addedAt) })}
                  {lastUsedAt && `, ${t('security.passkeys.used', { ago: format.ago(lastUsedAt) })}`}
                </p>
              </div>
              <div className={classes.buttons}>
                <Button
                  variant="subtle"
                  aria-label={`${t('security.passkeys.rename')}: ${name}`}
                  onClick={() => onTask({ kind: 'renamePasskey', id, name })}
                >
                  {t('security.passkeys.rename')}
                </Button>
                <Button
                  variant="subtle"
                  aria-label={`${t('security.passkeys.remove')}: ${name}`}
                  onClick={() => onTask({ kind: 'removePasskey', id, name })}
                >
                  {t('security.passkeys.remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {children}
    </FactorRow>
  );
}

/** How many recovery codes are left. */
export function CodesRow({ factors, onTask, children }: RowsProps & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <FactorRow
      name={t('security.codes.name')}
      about={
        factors.since === null
          ? t('security.codes.none')
          : t('security.codes.left', { count: factors.recoveryCodesLeft })
      }
      buttons={
        factors.since !== null && (
          <Button variant="default" onClick={() => onTask({ kind: 'renewCodes' })}>
            {t('security.codes.renew')}
          </Button>
        )
      }
    >
      {children}
    </FactorRow>
  );
}
