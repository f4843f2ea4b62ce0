import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import {
  type ApplicationRowFragment,
  type ApplicationState,
  ApproveApplicationDocument,
  DeclineApplicationDocument,
} from '@platen/graphql-client';
import {
  Confirm,
  Done,
  Facts,
  Form,
  FormActions,
  Note,
  Sheet,
  SheetBody,
  UiLink,
  useFormat,
} from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { paths } from '../../shared/paths';
import { useCommand } from '../../shared/use-command';
import classes from './joining.module.css';
import { type Giving, RoleFields } from './role-fields';
import { useRoles } from './use-roles';

/** One application: who asks, why, and the decision with the rights it gives (S1). */
export function DecideApplication({
  application,
  state,
}: {
  readonly application: ApplicationRowFragment;
  /** the list's filter, to go back to */
  readonly state: ApplicationState | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { firstName, lastName, email, phone, message, createdAt } = application;
  const back = <UiLink href={paths.joining({ tab: 'applications', state })}>{t('joining.close')}</UiLink>;
  return (
    <Sheet title={t('joining.applicationOf', { name: `${firstName} ${lastName}` })} aside={back}>
      <SheetBody ruled>
        <Facts
          facts={[
            [t('joining.email'), email],
            [t('person.phone'), phone],
            [t('joining.received'), format.moment(createdAt)],
            ...(message
              ? ([
                  [
                    t('joining.message'),
                    <span key="message" className={classes.message}>
                      {message}
                    </span>,
                  ],
                ] as const)
              : []),
          ]}
        />
        {application.state === 'OPEN' ? (
          <Decision application={application} />
        ) : (
          <Done>{t(`joining.decision.${application.state}`, { name: firstName })}</Done>
        )}
      </SheetBody>
    </Sheet>
  );
}

function Decision({ application }: { readonly application: ApplicationRowFragment }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { first } = useRoles();
  const { id, firstName } = application;
  const [giving, setGiving] = useState<Giving>({ roleId: '', grantedRights: [] });
  const [declining, setDeclining] = useState(false);
  const approve = useCommand(ApproveApplicationDocument, (answer) => answer.approveApplication);
  const decline = useCommand(DeclineApplicationDocument, (answer) => answer.declineApplication);
  const refresh = () => client.refetchQueries({ include: ['OpenApplications'] });
  const grant = async () => {
    const roleId = giving.roleId || (first?.id ?? '');
    if (await approve.run({ input: { id, roleId, grantedRights: [...giving.grantedRights] } }))
      await refresh();
  };
  const refuse = async () => {
    const done = await decline.run({ input: { id } });
    setDeclining(false);
    if (done) await refresh();
  };
  return (
    <Form onSubmit={() => void grant()} label={t('joining.decide')}>
      <CommandProblem failure={approve.failure ?? decline.failure} />
      <RoleFields value={giving} failure={approve.failure} onChange={setGiving} />
      <Note>{t('joining.approveText', { name: firstName })}</Note>
      <FormActions>
        <Button type="submit" loading={approve.running}>
          {t('joining.approve')}
        </Button>
        <Button variant="default" onClick={() => setDeclining(true)}>
          {t('joining.decline')}
        </Button>
      </FormActions>
      <Confirm
        open={declining}
        title={t('joining.declineTitle')}
        confirm={t('joining.decline')}
        cancel={t('joining.back')}
        danger
        busy={decline.running}
        onConfirm={() => void refuse()}
        onCancel={() => setDeclining(false)}
      >
        <p>{t('joining.declineText', { name: firstName })}</p>
      </Confirm>
    </Form>
  );
}
