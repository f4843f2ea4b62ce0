import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { CancelOrderDocument, type OrderDetailQuery, OrderDetailDocument } from '@platen/graphql-client';
import { Confirm, Stack } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { SuppliesContact } from '../../shared/supplies-contact';
import { useCommand } from '../../shared/use-command';
import { useViewer } from '../../shared/viewer';

type OrderDetail = NonNullable<OrderDetailQuery['order']>;

/** Takes an order back while that is possible; afterwards says whom to ask (R59). */
export function CancelOrder({ order }: { readonly order: OrderDetail }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const isStaff = useViewer().kind === 'STAFF';
  const [asking, setAsking] = useState(false);
  const { run, running, failure } = useCommand(CancelOrderDocument, (data) => data.cancelOrder);
  const cancel = async () => {
    await run({ input: { orderId: order.id } });
    setAsking(false);
    // refused or not: somebody else may have changed it meanwhile
    await client.refetchQueries({ include: [OrderDetailDocument] });
  };
  return (
    <Stack>
      <CommandProblem failure={failure} />
      {order.canCancel && (
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('orders.cancel.open')}
          </Button>
        </div>
      )}
      {!isStaff && order.cancelAdvice && <p>{order.cancelAdvice}</p>}
      {!isStaff && !order.cancelAdvice && <SuppliesContact words={t('orders.change')} />}
      <Confirm
        open={asking}
        title={t('orders.cancel.title', { number: order.number })}
        confirm={t('orders.cancel.confirm')}
        cancel={t('orders.cancel.keep')}
        danger
        busy={running}
        onConfirm={() => void cancel()}
        onCancel={() => setAsking(false)}
      >
        {t(order.automatic ? 'orders.cancel.automatic' : 'orders.cancel.consequence')}
      </Confirm>
    </Stack>
  );
}
