import { Button, Checkbox } from '@mantine/core';
import { type ConsentPartsFragment, UpdateMyConsentDocument } from '@platen/graphql-client';
import { Done, Form, FormActions, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { errorAt, useCommand } from '../../shared/use-command';

/** R12, R13: yes or no to news by mail, with what was said so far, when, and to which text. */
export function ConsentForm(props: { readonly consent: ConsentPartsFragment; readonly brand: string }) {
  const { t } = useTranslation();
  const command = useCommand(UpdateMyConsentDocument, (data) => data.updateMyConsent);
  const [consent, setConsent] = useState(props.consent);
  const [given, setGiven] = useState(consent.given);
  const [done, setDone] = useState(false);
  const version = consent.currentVersion;
  const submit = async () => {
    setDone(false);
    const success = await command.run({ input: { given, version } });
    if (!success) return;
    setConsent(success.consent);
    setDone(true);
  };
  return (
    <Form label={t('privacy.consent.title')} onSubmit={() => void submit()}>
      {done && <Done>{given ? t('privacy.consent.savedGiven') : t('privacy.consent.savedWithdrawn')}</Done>}
      <CommandProblem failure={command.failure} />
      <Checkbox
        id="given"
        label={t('privacy.consent.text', { brand: props.brand })}
        checked={given}
        error={errorAt(command.failure, 'given')}
        onChange={({ currentTarget }) => {
          setGiven(currentTarget.checked);
          setDone(false);
        }}
      />
      <p>
        <Said consent={consent} /> {t('privacy.consent.reach', { version })}
      </p>
      <FormActions>
        <Button type="submit" loading={command.running}>
          {t('privacy.consent.save')}
        </Button>
      </FormActions>
    </Form>
  );
}

function Said({ consent: { given, saidAt, version } }: { readonly consent: ConsentPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!saidAt) return t('privacy.consent.never');
  const date = format.exact(saidAt);
  return given
    ? t('privacy.consent.given', { date, version: version ?? '' })
    : t('privacy.consent.withdrawn', { date });
}
