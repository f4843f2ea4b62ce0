import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { PeopleToGiveDocument } from '@platen/graphql-client';
import { DataTable, Icon, NoResults, Note, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { ProblemState } from '../../shared/problem-state';
import { useSettled } from '../../shared/use-settled';
import { type Person, nameOf, usePersonColumns } from './person-columns';

/** People found at a time. */
const shown = 10;

/** Finds people of the organisation who do not have the group yet. */
export function GivePeople({
  having,
  busy,
  onGive,
}: {
  readonly having: readonly string[];
  readonly busy: boolean;
  readonly onGive: (person: Person) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { data, previousData, error, refetch } = useQuery(PeopleToGiveDocument, {
    variables: { first: shown, search },
    skip: search === '',
  });
  const found = search === '' ? [] : nodesOf((data ?? previousData)?.users);
  const columns = usePersonColumns((person) =>
    having.includes(person.id) ? (
      t('groups.hasIt')
    ) : (
      <Button
        variant="default"
        size="compact-sm"
        loading={busy}
        aria-label={t('groups.actOn', { act: t('groups.give'), name: nameOf(person) })}
        onClick={() => onGive(person)}
      >
        {t('groups.give')}
      </Button>
    ),
  );
  return (
    <Sheet title={t('groups.givePeople.title')} flush>
      <SheetBody>
        <Note>{t('groups.givePeople.consequence')}</Note>
        <TextInput
          label={t('groups.givePeople.search')}
          type="search"
          maxLength={100}
          leftSection={<Icon name="search" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </SheetBody>
      {search !== '' && (
        <DataTable
          caption={t('groups.givePeople.found')}
          columns={columns}
          rows={error && !found ? [] : found}
          rowKey={({ id }) => id}
          instead={
            error && !found ? (
              <ProblemState error={error} onRetry={() => void refetch()} />
            ) : found?.length === 0 ? (
              <NoResults title={t('groups.givePeople.none')}>{t('groups.givePeople.noneText')}</NoResults>
            ) : undefined
          }
        />
      )}
    </Sheet>
  );
}
