import { useApolloClient } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { CreateCustomerDocument } from '@platen/graphql-client';
import { Form, FormActions, Sheet, SheetBody } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { errorAt, useCommand } from '../../shared/use-command';
import { useViewer } from '../../shared/viewer';
import { CustomerFields } from './customer-fields';

/** Registers an organisation and invites whoever looks after its people. */
export function NewCustomerPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useApolloClient();
  const { user } = useViewer();
  const command = useCommand(CreateCustomerDocument, (data) => data.createCustomer);
  // one key for this page: pressing twice registers once
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState({
    number: '',
    name: '',
    notificationEmail: '',
    locale: user?.locale ?? 'en',
  });
  const [firstAdministratorEmail, setAdministrator] = useState('');
  const submit = async () => {
    const done = await command.run({ input: { ...typed, idempotencyKey, firstAdministratorEmail } });
    if (!done) return;
    await client.refetchQueries({ include: 'active' });
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'customers' });
    router.history.push(paths.customer(done.customer.id));
  };
  return (
    <Page
      title={t('customers.new.title')}
      crumbs={[
        { label: t('nav.console') },
        { label: t('customers.title'), href: paths.customers() },
        { label: t('customers.new.title') },
      ]}
      say={t('customers.new.say')}
    >
      <Sheet>
        <SheetBody>
          <Form onSubmit={() => void submit()}>
            <CommandProblem failure={command.failure} />
            <CustomerFields value={typed} failure={command.failure} onChange={setTyped} />
            <TextInput
              id="firstAdministratorEmail"
              label={t('customers.field.firstAdministrator')}
              description={t('customers.field.firstAdministratorReach')}
              type="email"
              inputMode="email"
              autoComplete="off"
              value={firstAdministratorEmail}
              error={errorAt(command.failure, 'firstAdministratorEmail')}
              onChange={({ currentTarget }) => setAdministrator(currentTarget.value)}
            />
            <FormActions>
              <Button type="submit" loading={command.running}>
                {t('customers.new.submit')}
              </Button>
              <Button variant="default" onClick={() => router.history.push(paths.customers())}>
                {t('customers.cancel')}
              </Button>
            </FormActions>
          </Form>
        </SheetBody>
      </Sheet>
    </Page>
  );
}
