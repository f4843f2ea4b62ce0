import { Button } from '@mantine/core';
import { ResumeCustomerDocument, SuspendCustomerDocument } from '@platen/graphql-client';
import { Confirm, FormActions, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { useCommand } from '../../shared/use-command';
import type { Customer } from './customer-page';

/** S6: access taken from a whole organisation, and given back. */
export function CustomerAccess({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const suspend = useCommand(SuspendCustomerDocument, (data) => data.suspendCustomer);
  const resume = useCommand(ResumeCustomerDocument, (data) => data.resumeCustomer);
  const act = async () => {
    const variables = { customerId: customer.id };
    await (customer.suspendedAt ? resume.run(variables) : suspend.run(variables));
    setAsking(false);
  };
  const words = customer.suspendedAt ? 'resume' : 'suspend';
  return (
    <Sheet title={t('customers.access')}>
      <SheetBody>
        <p>{t(`customers.${words}.what`)}</p>
        <CommandProblem failure={suspend.failure ?? resume.failure} />
        <FormActions>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t(`customers.${words}.ask`)}
          </Button>
        </FormActions>
        <Confirm
          open={asking}
          title={t(`customers.${words}.title`, { name: customer.name })}
          confirm={t(`customers.${words}.confirm`)}
          cancel={t('customers.cancel')}
          danger={!customer.suspendedAt}
          busy={suspend.running || resume.running}
          onConfirm={() => void act()}
          onCancel={() => setAsking(false)}
        >
          <p>{t(`customers.${words}.consequence`)}</p>
        </Confirm>
      </SheetBody>
    </Sheet>
  );
}
