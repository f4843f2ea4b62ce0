import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { KeyScopesDocument } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../../shared/problem-state';
import { RightsMatrix } from '../../shared/rights/rights-matrix';
import classes from './keys.module.css';

/** What the system may do, as boxes to tick; only rights that the reader may give. */
export function ScopesField({
  customerId,
  held,
  error,
  onChange,
}: {
  /** empty: the reader's own side */
  readonly customerId: string;
  readonly held: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (scopes: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const question = useQuery(KeyScopesDocument, { variables: { customerId: customerId || null } });
  const scopes = question.data?.partnerKeyScopes;
  return (
    <fieldset id="scopes" tabIndex={-1} className={classes.scopesField} aria-describedby="scopes-help">
      <legend>{t('keys.field.scopes')}</legend>
      <p id="scopes-help">{t('keys.field.scopesHelp')}</p>
      {error && <p className={classes.error}>{error}</p>}
      {question.error && !scopes && (
        <ProblemState error={question.error} onRetry={() => void question.refetch()} />
      )}
      {!scopes && !question.error && <Skeleton height={240} />}
      {scopes && (
        <RightsMatrix
          label={t('keys.field.scopes')}
          rights={scopes}
          stateOf={(right) => ({
            held: held.includes(right),
            note: right === 'device:read' ? t('keys.field.allMachines') : undefined,
          })}
          onToggle={(right, on) => onChange(on ? [...held, right] : held.filter((other) => other !== right))}
        />
      )}
    </fieldset>
  );
}
