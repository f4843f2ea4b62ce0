import { useQuery } from '@apollo/client/react';
import { NativeSelect, TextInput } from '@mantine/core';
import { CustomerChoicesDocument } from '@platen/graphql-client';
import { FilterBar, Icon } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { useSearchText } from '../../shared/use-search-text';
import { auditActions } from './audit-actions';
import { type Operator, readOperators, withOperator } from './audit-search';
import classes from './audit.module.css';

/** The line of operators, and choices that write it. */
export function AuditFilters({
  q,
  withCustomers,
  onChange,
}: {
  readonly q: string;
  /** for staff, who see the logs of several */
  readonly withCustomers: boolean;
  readonly onChange: (q: string) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useSearchText(q, onChange);
  const { operands, strange } = readOperators(q);
  const set = (operator: Operator, operand: string) => onChange(withOperator(q, operator, operand));
  const { data } = useQuery(CustomerChoicesDocument, { skip: !withCustomers });
  return (
    <FilterBar label={t('list.filters')}>
      <TextInput
        className={classes.line}
        label={t('audit.filter.line')}
        type="search"
        maxLength={500}
        placeholder={t('audit.filter.lineHelp')}
        leftSection={<Icon name="search" />}
        value={text}
        error={strange.length > 0 && t('audit.filter.strange', { words: strange.join(', ') })}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('audit.filter.action')}
        value={operands.action ?? ''}
        onChange={(event) => set('action', event.currentTarget.value)}
        data={[
          { value: '', label: t('audit.filter.anyAction') },
          ...auditActions.map((action) => ({ value: action, label: t(`audit.action.${action}`) })),
        ]}
      />
      {withCustomers && (
        <NativeSelect
          label={t('audit.filter.customer')}
          value={operands.customer ?? ''}
          onChange={(event) => set('customer', event.currentTarget.value)}
          data={[
            { value: '', label: t('audit.filter.anyCustomer') },
            ...(nodesOf(data?.customers) ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextInput
        type="date"
        label={t('audit.filter.from')}
        value={operands.from ?? ''}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('audit.filter.to')}
        value={operands.to ?? ''}
        onChange={(event) => set('to', event.currentTarget.value)}
      />
    </FilterBar>
  );
}
