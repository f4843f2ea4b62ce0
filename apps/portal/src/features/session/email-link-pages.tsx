import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { ConfirmEmailChangeDocument, UndoEmailChangeDocument } from '@platen/graphql-client';
import { Done, FormActions, Note, Stack, UiLink } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorPage } from '../../shared/door-page';
import { keepEmail } from '../../shared/kept-email';
import { paths } from '../../shared/paths';
import { type CommandFailure, useCommand } from '../../shared/use-command';
import { useLinkToken } from '../../shared/use-link-token';
import { LinkProblem, isDead } from './link-problem';
import { PasswordHelp } from './password-help';

/** C25: the new address is confirmed by whoever reads its mail, with a click, so that no link scanner does it. */
export function ConfirmEmailPage() {
  const { t } = useTranslation();
  const token = useLinkToken();
  const command = useCommand(ConfirmEmailChangeDocument, (data) => data.confirmEmailChange);
  return (
    <EmailLinkPage
      title={t('address.confirmTitle')}
      lead={t('address.confirmLead')}
      act={t('address.confirm')}
      token={token}
      failure={command.failure}
      running={command.running}
      run={async () => (await command.run({ input: { token } }))?.email}
      done={(email) => t('address.confirmed', { email })}
    />
  );
}

/** C25: the owner of the old address takes the account back. */
export function UndoEmailPage() {
  const { t } = useTranslation();
  const token = useLinkToken();
  const command = useCommand(UndoEmailChangeDocument, (data) => data.undoEmailChange);
  return (
    <EmailLinkPage
      title={t('address.undoTitle')}
      lead={t('address.undoLead')}
      reach={t('address.undoReach')}
      act={t('address.undo')}
      token={token}
      failure={command.failure}
      running={command.running}
      run={async () => (await command.run({ input: { token } }))?.email}
      done={(email) => t('address.undone', { email })}
    />
  );
}

function EmailLinkPage(props: {
  readonly title: string;
  readonly lead: string;
  /** what will happen, beyond what the lead says */
  readonly reach?: string;
  readonly act: string;
  readonly token: string;
  readonly failure: CommandFailure | undefined;
  readonly running: boolean;
  /** @returns the account's address, undefined when it failed */
  readonly run: () => Promise<string | undefined>;
  readonly done: (email: string) => ReactNode;
}) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const router = useRouter();
  const [email, setEmail] = useState<string>();
  const act = async () => {
    const address = await props.run();
    if (address === undefined) return;
    keepEmail(address);
    setEmail(address);
    // who is signed in here may be somebody else now, or nobody
    await client.clearStore();
    await router.invalidate();
  };
  if (email !== undefined) {
    return (
      <DoorPage title={props.title}>
        {() => (
          <Stack>
            <Done>{props.done(email)}</Done>
            <FormActions>
              <Button component={UiLink} href={paths.signIn()}>
                {t('password.toSignIn')}
              </Button>
            </FormActions>
          </Stack>
        )}
      </DoorPage>
    );
  }
  const dead = isDead(props.token, props.failure);
  return (
    <DoorPage title={props.title} lead={props.lead}>
      {(branch) => (
        <>
          <Stack>
            <LinkProblem token={props.token} failure={props.failure} />
            {props.reach && !dead && <Note>{props.reach}</Note>}
            {!dead && (
              <FormActions>
                <Button loading={props.running} onClick={() => void act()}>
                  {props.act}
                </Button>
              </FormActions>
            )}
          </Stack>
          {branch && (dead || props.failure) && <PasswordHelp branch={branch} />}
        </>
      )}
    </DoorPage>
  );
}
