import { useApolloClient, useQuery } from '@apollo/client/react';
import { CreatePartnerKeyDocument, CustomerChoicesDocument } from '@platen/graphql-client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Form, FormActions, FormProblem, Sheet } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { CommandProblem } from '../../shared/command-problem';
import { nodesOf } from '../../shared/connection';
import { newKey } from '../../shared/new-key';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { errorAt, useCommand } from '../../shared/use-command';
import { useViewer } from '../../shared/viewer';
import { type ShownKey, KeyShown } from './key-shown';
import { type DraftProblem, type KeyDraft, inputOf, newDraft, problemsOf } from './new-key-form';
import { ScopesField } from './scopes-field';

/** Makes a key: what the system may do, until when, how much; then shows it once. */
export function NewKeyPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useApolloClient();
  const [draft, setDraft] = useState(() => newDraft(Date.now()));
  const [idempotencyKey] = useState(newKey);
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [shown, setShown] = useState<ShownKey>();
  const { run, running, failure } = useCommand(
    CreatePartnerKeyDocument,
    ({ createPartnerKey }) => createPartnerKey,
  );
  const change = (part: Partial<KeyDraft>) => setDraft((before) => ({ ...before, ...part }));
  const errorOf = (path: DraftProblem[0]) => {
    const own = problems.find(([at]) => at === path);
    return own ? t(`keys.field.${own[1]}`) : errorAt(failure, path);
  };
  const submit = async () => {
    const found = problemsOf(draft);
    setProblems(found);
    if (found.length > 0) return;
    const done = await run({ input: inputOf(draft, idempotencyKey) });
    if (!done) return;
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'partnerKeys' });
    setShown({ clientId: done.key.id, secret: done.secret });
  };
  return (
    <Page
      title={t('keys.new.title')}
      crumbs={[
        { label: t('nav.administration') },
        { label: t('keys.title'), href: paths.keys() },
        { label: t('keys.new.title') },
      ]}
      say={!shown && t('keys.new.say')}
    >
      {shown ? (
        <KeyShown shown={shown} onKept={() => router.history.push(paths.keys())} />
      ) : (
        <Sheet>
          <Form onSubmit={() => void submit()}>
            {problems.length > 0 ? (
              <FormProblem
                title={t('form.problems', { count: problems.length })}
                problems={problems.map(([path, problem]) => ({
                  fieldId: path,
                  message: t(`keys.field.${problem}`),
                }))}
              />
            ) : (
              <CommandProblem failure={failure} />
            )}
            <OwnerFields draft={draft} onChange={change} error={errorAt(failure, 'customerId')} />
            <TextInput
              id="name"
              label={t('keys.field.name')}
              description={t('keys.field.nameHelp')}
              maxLength={80}
              value={draft.name}
              error={errorOf('name')}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            {draft.kind === 'PARTNER' && (
              <ScopesField
                customerId={draft.customerId}
                held={draft.scopes}
                error={errorOf('scopes')}
                onChange={(scopes) => change({ scopes })}
              />
            )}
            <TextInput
              id="expiresAt"
              type="date"
              label={t('keys.field.expiresAt')}
              description={t('keys.field.expiresAtHelp')}
              value={draft.lastDay}
              error={errorAt(failure, 'expiresAt')}
              onChange={(event) => change({ lastDay: event.currentTarget.value })}
            />
            <TextInput
              id="requestsPerMinute"
              inputMode="numeric"
              label={t('keys.field.requestsPerMinute')}
              description={t('keys.field.requestsHelp')}
              value={draft.requestsPerMinute}
              error={errorOf('requestsPerMinute')}
              onChange={(event) => change({ requestsPerMinute: event.currentTarget.value })}
            />
            <TextInput
              id="costPerMinute"
              inputMode="numeric"
              label={t('keys.field.costPerMinute')}
              description={t('keys.field.costPerMinuteHelp')}
              value={draft.costPerMinute}
              error={errorOf('costPerMinute')}
              onChange={(event) => change({ costPerMinute: event.currentTarget.value })}
            />
            <FormActions>
              <Button type="submit" loading={running}>
                {t('keys.submit')}
              </Button>
              <ButtonLink variant="default" href={paths.keys()}>
                {t('keys.cancel')}
              </ButtonLink>
            </FormActions>
          </Form>
        </Sheet>
      )}
    </Page>
  );
}

/** What kind of system, and for staff whose. */
function OwnerFields({
  draft,
  onChange,
  error,
}: {
  readonly draft: KeyDraft;
  readonly onChange: (part: Partial<KeyDraft>) => void;
  readonly error: string | undefined;
}) {
  const { t } = useTranslation();
  const isStaff = useViewer().kind === 'STAFF';
  const { data } = useQuery(CustomerChoicesDocument, { skip: !isStaff });
  const customers = nodesOf(data?.customers) ?? [];
  return (
    <>
      <NativeSelect
        id="kind"
        label={t('keys.field.kind')}
        description={t('keys.field.kindHelp')}
        value={draft.kind}
        onChange={(event) =>
          onChange({ kind: event.currentTarget.value === 'COLLECTOR' ? 'COLLECTOR' : 'PARTNER' })
        }
        data={(['PARTNER', 'COLLECTOR'] as const).map((value) => ({ value, label: t(`keys.kind.${value}`) }))}
      />
      {isStaff && (
        <NativeSelect
          id="customerId"
          label={t('keys.field.customerId')}
          value={draft.customerId}
          error={error}
          // other rights fit another owner
          onChange={(event) => onChange({ customerId: event.currentTarget.value, scopes: [] })}
          data={[
            { value: '', label: t('keys.ofBranch') },
            ...customers.map(({ id, name, number }) => ({ value: id, label: `${name} (${number})` })),
          ]}
        />
      )}
    </>
  );
}
