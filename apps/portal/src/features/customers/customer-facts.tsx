import { Button } from '@mantine/core';
import { UpdateCustomerDocument } from '@platen/graphql-client';
import { Done, Facts, Form, FormActions, Sheet, SheetBody, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageFor, languageNames } from '../../shared/language';
import { CommandProblem } from '../../shared/command-problem';
import { useCommand } from '../../shared/use-command';
import { CustomerFields } from './customer-fields';
import type { Customer } from './customer-page';

/** What the branch knows of a customer, read and changed in one place. */
export function CustomerFactsSheet({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState(false);
  const edit = () => {
    setSaved(false);
    setEditing(true);
  };
  const done = (changed: boolean) => {
    setSaved(changed);
    setEditing(false);
  };
  return (
    <Sheet title={t('customers.facts')}>
      <SheetBody>
        {saved && <Done>{t('customers.saved')}</Done>}
        {editing ? (
          <EditForm customer={customer} onDone={done} />
        ) : (
          <>
            <Facts
              facts={[
                [t('customers.field.name'), customer.name],
                [t('customers.field.number'), customer.number],
                ...(customer.notificationEmail
                  ? ([[t('customers.field.notificationEmail'), customer.notificationEmail]] as const)
                  : []),
                [t('customers.field.locale'), languageNames[languageFor([customer.locale])]],
                [t('customers.field.since'), format.dayOfYear(customer.createdAt.slice(0, 10))],
              ]}
            />
            {customer.viewerCanManage && (
              <FormActions>
                <Button variant="default" onClick={edit}>
                  {t('customers.change')}
                </Button>
              </FormActions>
            )}
          </>
        )}
      </SheetBody>
    </Sheet>
  );
}

function EditForm(props: { readonly customer: Customer; readonly onDone: (changed: boolean) => void }) {
  const { t } = useTranslation();
  const { id, number, name, notificationEmail, locale } = props.customer;
  const command = useCommand(UpdateCustomerDocument, (data) => data.updateCustomer);
  const [typed, setTyped] = useState({ number, name, notificationEmail: notificationEmail ?? '', locale });
  const submit = async () => {
    if (await command.run({ input: { customerId: id, ...typed } })) props.onDone(true);
  };
  return (
    <Form label={t('customers.change')} onSubmit={() => void submit()}>
      <CommandProblem failure={command.failure} />
      <CustomerFields value={typed} failure={command.failure} onChange={setTyped} />
      <FormActions>
        <Button type="submit" loading={command.running}>
          {t('customers.save')}
        </Button>
        <Button variant="default" onClick={() => props.onDone(false)}>
          {t('customers.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
