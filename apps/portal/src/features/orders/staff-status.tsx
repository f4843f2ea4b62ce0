import { useApolloClient } from '@apollo/client/react';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  ChangeOrderStatusDocument,
  type OrderDetailQuery,
  OrderDetailDocument,
  type OrderStatus,
} from '@platen/graphql-client';
import { Done, Form, FormActions, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { errorAt, useCommand } from '../../shared/use-command';
import { allStatuses } from './order-list-search';

type OrderDetail = NonNullable<OrderDetailQuery['order']>;

/** For staff: where the order stands, when it comes, and what the customer is told. */
export function StaffStatus({ order }: { readonly order: OrderDetail }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [status, setStatus] = useState<OrderStatus>(order.status);
  const [expectedOn, setExpectedOn] = useState(order.expectedOn);
  const [note, setNote] = useState(order.note ?? '');
  const [done, setDone] = useState(false);
  const { run, running, failure } = useCommand(ChangeOrderStatusDocument, (data) => data.changeOrderStatus);
  const submit = async () => {
    setDone(false);
    const input = {
      orderId: order.id,
      status,
      // a day that stays is not sent: it may have passed
      expectedOn: expectedOn === order.expectedOn ? null : expectedOn,
      note: note === (order.note ?? '') ? null : note,
    };
    setDone(Boolean(await run({ input })));
    await client.refetchQueries({ include: [OrderDetailDocument] });
  };
  return (
    <Sheet title={t('orders.staff.title')}>
      <SheetBody>
        <Form label={t('orders.staff.title')} onSubmit={() => void submit()}>
          <CommandProblem failure={failure} />
          {done && <Done>{t('orders.staff.done')}</Done>}
          <NativeSelect
            id="status"
            label={t('orders.filter.status')}
            value={status}
            error={errorAt(failure, 'status')}
            onChange={({ currentTarget }) =>
              setStatus(allStatuses.find((known) => known === currentTarget.value) ?? order.status)
            }
            data={allStatuses.map((value) => ({ value, label: t(`orders.status.${value}`) }))}
          />
          <TextInput
            id="expectedOn"
            type="date"
            label={t('orders.column.expected')}
            value={expectedOn}
            error={errorAt(failure, 'expectedOn')}
            onChange={({ currentTarget }) => setExpectedOn(currentTarget.value)}
          />
          <Textarea
            id="note"
            label={t('orders.staff.note')}
            description={t('orders.staff.noteReach')}
            rows={2}
            maxLength={500}
            value={note}
            error={errorAt(failure, 'note')}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <FormActions>
            <Button type="submit" loading={running}>
              {t('orders.staff.submit')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
