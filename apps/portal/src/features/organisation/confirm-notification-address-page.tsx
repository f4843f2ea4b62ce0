import { Button } from '@mantine/core';
import { ConfirmNotificationEmailDocument } from '@platen/graphql-client';
import { Done, Form, FormActions, Note, UiLink } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { DoorPage } from '../../shared/door-page';
import { paths } from '../../shared/paths';
import { useCommand } from '../../shared/use-command';
import { useLinkToken } from '../../shared/use-link-token';

/**
 * Where the link in the letter leads (R43). A press of the button confirms, not the opening of the page: mail
 * programs open links on their own.
 */
export function ConfirmNotificationAddressPage() {
  const { t } = useTranslation();
  const token = useLinkToken();
  const command = useCommand(ConfirmNotificationEmailDocument, (data) => data.confirmNotificationEmail);
  const [done, setDone] = useState<{ readonly email: string; readonly organisation: string }>();
  const confirm = async () => setDone(await command.run({ input: { token } }));
  return (
    <DoorPage title={t('notificationAddress.door.title')} lead={t('notificationAddress.door.lead')}>
      {() => {
        if (done)
          return (
            <>
              <Done>{t('notificationAddress.door.done', done)}</Done>
              <UiLink href={paths.signIn()}>{t('notificationAddress.door.signIn')}</UiLink>
            </>
          );
        if (token === '') return <Note>{t('notificationAddress.door.noToken')}</Note>;
        return (
          <Form onSubmit={() => void confirm()}>
            <CommandProblem failure={command.failure} />
            <FormActions>
              <Button type="submit" loading={command.running}>
                {t('notificationAddress.door.confirm')}
              </Button>
            </FormActions>
          </Form>
        );
      }}
    </DoorPage>
  );
}
