import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import {
  CancelNotificationEmailChangeDocument,
  NotificationAddressDocument,
  RequestNotificationEmailChangeDocument,
} from '@platen/graphql-client';
import { Facts, Form, FormActions, Note, Sheet, SheetBody, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { ProblemState } from '../../shared/problem-state';
import { errorAt, useCommand } from '../../shared/use-command';

/** R43: where the organisation's messages go, and the way to another address, which has to confirm first. */
export function NotificationAddressSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(NotificationAddressDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const [changing, setChanging] = useState(false);
  const customer = data?.viewer.customer;
  const pending = customer?.pendingNotificationEmail;
  const sent = () => {
    setChanging(false);
    void refetch();
  };
  if (error && !data) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return (
    <Sheet title={t('notificationAddress.title')}>
      <SheetBody>
        <p>{t('notificationAddress.what')}</p>
        {customer?.notificationEmail && (
          <Facts facts={[[t('notificationAddress.present'), customer.notificationEmail]]} />
        )}
        {pending && (
          <Note>
            {t('notificationAddress.waiting', {
              email: pending.email,
              until: format.moment(pending.expiresAt),
            })}
          </Note>
        )}
        {pending && !changing && <TakeBack onDone={sent} />}
        {changing ? (
          <ChangeForm onSent={sent} onCancel={() => setChanging(false)} />
        ) : (
          customer?.viewerCanChangeNotificationEmail && (
            <FormActions>
              <Button variant="default" onClick={() => setChanging(true)}>
                {t('notificationAddress.change')}
              </Button>
            </FormActions>
          )
        )}
      </SheetBody>
    </Sheet>
  );
}

function ChangeForm(props: { readonly onSent: () => void; readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const command = useCommand(
    RequestNotificationEmailChangeDocument,
    (data) => data.requestNotificationEmailChange,
  );
  const [email, setEmail] = useState('');
  const submit = async () => {
    if (await command.run({ input: { email } })) props.onSent();
  };
  return (
    <Form label={t('notificationAddress.change')} onSubmit={() => void submit()}>
      <CommandProblem failure={command.failure} />
      <TextInput
        id="email"
        autoFocus
        label={t('notificationAddress.new')}
        description={t('notificationAddress.consequence')}
        type="email"
        inputMode="email"
        autoComplete="off"
        value={email}
        error={errorAt(command.failure, 'email')}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <FormActions>
        <Button type="submit" loading={command.running}>
          {t('notificationAddress.send')}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          {t('notificationAddress.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}

function TakeBack({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const command = useCommand(
    CancelNotificationEmailChangeDocument,
    (data) => data.cancelNotificationEmailChange,
  );
  const takeBack = async () => {
    if (await command.run({})) onDone();
  };
  return (
    <>
      <CommandProblem failure={command.failure} />
      <FormActions>
        <Button variant="default" loading={command.running} onClick={() => void takeBack()}>
          {t('notificationAddress.takeBack')}
        </Button>
      </FormActions>
    </>
  );
}
