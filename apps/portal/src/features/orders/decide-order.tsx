import { useApolloClient } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import {
  ApproveOrderDocument,
  DeclineOrderDocument,
  type OrderDetailQuery,
  OrderDetailDocument,
} from '@platen/graphql-client';
import { Form, FormActions, Note, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { errorAt, useCommand } from '../../shared/use-command';

type OrderDetail = NonNullable<OrderDetailQuery['order']>;

/** An order that waits: approve it, or decline it with a reason that its orderer reads. */
export function DecideOrder({ order }: { readonly order: OrderDetail }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [reason, setReason] = useState('');
  const approval = useCommand(ApproveOrderDocument, (data) => data.approveOrder);
  const refusal = useCommand(DeclineOrderDocument, (data) => data.declineOrder);
  const failure = approval.failure ?? refusal.failure;
  // another one may have decided meanwhile: the page shows what holds now
  const look = () => client.refetchQueries({ include: [OrderDetailDocument] });
  const approve = async () => {
    refusal.clear();
    await approval.run({ input: { orderId: order.id } });
    await look();
  };
  const decline = async () => {
    approval.clear();
    await refusal.run({ input: { orderId: order.id, reason } });
    await look();
  };
  return (
    <Sheet title={t('orders.decide.title')}>
      <SheetBody>
        <Form label={t('orders.decide.title')} onSubmit={() => void approve()}>
          <CommandProblem failure={failure} />
          <Note>{t('orders.decide.consequence')}</Note>
          <FormActions>
            <Button type="submit" loading={approval.running}>
              {t('orders.decide.approve')}
            </Button>
          </FormActions>
          <Textarea
            id="reason"
            label={t('orders.decide.reason')}
            description={t('orders.decide.reasonReach')}
            rows={2}
            maxLength={500}
            value={reason}
            error={errorAt(failure, 'reason')}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <FormActions>
            <Button variant="default" loading={refusal.running} onClick={() => void decline()}>
              {t('orders.decide.decline')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
