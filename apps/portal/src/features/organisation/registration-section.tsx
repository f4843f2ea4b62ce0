import { useQuery } from '@apollo/client/react';
import { Button, Radio, Textarea } from '@mantine/core';
import {
  RegistrationRulesDocument,
  type RegistrationRulesPartsFragment,
  UpdateRegistrationPolicyDocument,
} from '@platen/graphql-client';
import { Done, Form, FormActions, Note, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { ProblemState } from '../../shared/problem-state';
import { errorAt, useCommand } from '../../shared/use-command';

/** Who may apply for an account with the customer number (S1). */
export function RegistrationSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(RegistrationRulesDocument);
  const rules = data?.registrationRules;
  return (
    <Sheet title={t('organisation.registration.title')}>
      <SheetBody>
        {error && !rules && <ProblemState error={error} onRetry={() => void refetch()} />}
        {rules && !rules.branchAllows && <Note>{t('organisation.registration.branchOff')}</Note>}
        {rules?.branchAllows && <RegistrationForm rules={rules} />}
      </SheetBody>
    </Sheet>
  );
}

/** One domain on a line, or several beside one another. */
const domainsIn = (text: string) => text.split(/[\s,;]+/).filter((domain) => domain !== '');

function RegistrationForm({ rules }: { readonly rules: RegistrationRulesPartsFragment }) {
  const { t } = useTranslation();
  const [allowed, setAllowed] = useState(rules.selfRegistration === 'ALLOWED');
  const [domains, setDomains] = useState(rules.domains.join('\n'));
  const [done, setDone] = useState(false);
  const { run, running, failure } = useCommand(
    UpdateRegistrationPolicyDocument,
    (answer) => answer.updateRegistrationPolicy,
  );
  const save = async () => {
    setDone(false);
    const selfRegistration = allowed ? 'ALLOWED' : 'OFF';
    const success = await run({ input: { selfRegistration, domains: domainsIn(domains) } });
    if (!success) return;
    setDomains(success.rules.domains.join('\n'));
    setDone(true);
  };
  const edited = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      setDone(false);
      set(value);
    };
  };
  return (
    <Form onSubmit={() => void save()} label={t('organisation.registration.title')}>
      <CommandProblem failure={failure} />
      <Radio.Group
        label={t('organisation.registration.question')}
        description={t('organisation.registration.reach')}
        value={allowed ? 'allowed' : 'off'}
        onChange={edited((value: string) => setAllowed(value === 'allowed'))}
      >
        <Radio value="allowed" label={t('organisation.registration.allowed')} mt="xs" />
        <Radio value="off" label={t('organisation.registration.off')} mt="xs" />
      </Radio.Group>
      {allowed && (
        <Textarea
          id="domains"
          label={t('organisation.registration.domains')}
          description={t('organisation.registration.domainsHelp')}
          rows={3}
          maxLength={6000}
          value={domains}
          error={errorAt(failure, 'domains')}
          onChange={({ currentTarget }) => edited(setDomains)(currentTarget.value)}
        />
      )}
      <Note>{t(consequence(allowed, domainsIn(domains).length))}</Note>
      {done && <Done>{t('organisation.registration.done')}</Done>}
      <FormActions>
        <Button type="submit" loading={running}>
          {t('organisation.registration.save')}
        </Button>
      </FormActions>
    </Form>
  );
}

/** What the choice will do, before it does. */
function consequence(allowed: boolean, domains: number) {
  if (!allowed) return 'organisation.registration.effect.off';
  return domains === 0 ? 'organisation.registration.effect.any' : 'organisation.registration.effect.some';
}
