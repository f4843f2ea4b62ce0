import { useQuery } from '@apollo/client/react';
import { AuditChainDocument } from '@platen/graphql-client';
import { FormProblem, StatePill, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import classes from './audit.module.css';

/** Whether the log is what was recorded, computed anew each time the page is opened (threats C40). */
export function ChainLine({ customerId }: { readonly customerId: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(AuditChainDocument, {
    variables: { customerId: customerId ?? null },
    fetchPolicy: 'network-only',
  });
  const chain = data?.verifyAuditChain;
  if (!chain) return null;
  if (chain.problem) {
    const position = format.number(chain.problemPosition ?? 0);
    return (
      <FormProblem title={t('audit.chain.brokenTitle')}>
        <p>{t(`audit.chain.${chain.problem}`, { position })}</p>
      </FormProblem>
    );
  }
  const values = { first: format.number(chain.firstPosition), last: format.number(chain.length) };
  return (
    <div className={classes.chain}>
      <StatePill tone="ok" icon="check">
        {chain.firstPosition > 1
          ? t('audit.chain.part', values)
          : t('audit.chain.whole', { count: chain.length, entries: values.last })}
      </StatePill>
    </div>
  );
}
