import { Button, TextInput } from '@mantine/core';
import { InviteAdministratorDocument } from '@platen/graphql-client';
import { Done, Form, FormActions, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { errorAt, useCommand } from '../../shared/use-command';
import type { Customer } from './customer-page';

/** The provider's only way into an organisation's people: somebody who then looks after them. */
export function InviteAdministrator({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation();
  const command = useCommand(InviteAdministratorDocument, (data) => data.inviteAdministrator);
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const submit = async () => {
    setSentTo(undefined);
    if (!(await command.run({ input: { customerId: customer.id, email } }))) return;
    setSentTo(email.trim());
    setEmail('');
  };
  return (
    <Sheet title={t('customers.administrator.title')}>
      <SheetBody>
        <p>{t('customers.administrator.what')}</p>
        {sentTo && <Done>{t('customers.administrator.sent', { email: sentTo })}</Done>}
        <Form label={t('customers.administrator.title')} onSubmit={() => void submit()}>
          <CommandProblem failure={command.failure} />
          <TextInput
            id="email"
            label={t('customers.administrator.email')}
            type="email"
            inputMode="email"
            autoComplete="off"
            value={email}
            error={errorAt(command.failure, 'email')}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
          <FormActions>
            <Button type="submit" variant="default" loading={command.running}>
              {t('customers.administrator.submit')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
