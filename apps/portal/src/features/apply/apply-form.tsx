import { Button, Textarea, TextInput } from '@mantine/core';
import { ApplyForAccountDocument } from '@platen/graphql-client';
import { Form, FormActions, Note, UiLink } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { PersonFields, type PersonTyped } from '../../shared/person-fields';
import { paths } from '../../shared/paths';
import { errorAt, useCommand } from '../../shared/use-command';

const nobody: PersonTyped = { firstName: '', lastName: '', phone: '' };

/** Asks first whether there is somebody who could invite (R18); then who asks, and for which organisation. */
export function ApplyForm({
  branchCode,
  onSent,
}: {
  readonly branchCode: string;
  readonly onSent: () => void;
}) {
  const { t } = useTranslation();
  const { run, running, failure } = useCommand(ApplyForAccountDocument, (answer) => answer.applyForAccount);
  const [customerNumber, setCustomerNumber] = useState('');
  const [email, setEmail] = useState('');
  const [person, setPerson] = useState(nobody);
  const [message, setMessage] = useState('');
  const apply = async () => {
    const input = { branchCode, customerNumber, email: email.trim(), ...person, message };
    if (await run({ input })) onSent();
  };
  return (
    <Form onSubmit={() => void apply()} label={t('apply.title')}>
      <Note>
        <strong>{t('apply.first.title')}</strong> {t('apply.first.text')}
      </Note>
      <CommandProblem failure={failure} />
      <TextInput
        id="customerNumber"
        name="customerNumber"
        label={t('apply.number')}
        description={t('apply.numberHelp')}
        autoComplete="off"
        maxLength={40}
        value={customerNumber}
        error={errorAt(failure, 'customerNumber')}
        onChange={({ currentTarget }) => setCustomerNumber(currentTarget.value)}
      />
      <TextInput
        id="email"
        name="email"
        type="email"
        inputMode="email"
        label={t('apply.email')}
        description={t('apply.emailHelp')}
        autoComplete="email"
        maxLength={254}
        value={email}
        error={errorAt(failure, 'email')}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <PersonFields value={person} failure={failure} onChange={setPerson} />
      <Textarea
        id="message"
        name="message"
        label={t('apply.message')}
        description={t('apply.messageHelp')}
        rows={3}
        maxLength={1000}
        value={message}
        error={errorAt(failure, 'message')}
        onChange={({ currentTarget }) => setMessage(currentTarget.value)}
      />
      <Note>{t('apply.then')}</Note>
      <FormActions>
        <Button type="submit" loading={running}>
          {t('apply.submit')}
        </Button>
      </FormActions>
      <p>
        <UiLink href={paths.signIn()}>{t('apply.toSignIn')}</UiLink>
      </p>
    </Form>
  );
}
