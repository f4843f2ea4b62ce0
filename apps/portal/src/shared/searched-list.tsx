import { Button, TextInput } from '@mantine/core';
import { DataTable, type DataTableProps, Empty, Icon, NoResults, Sheet } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { ProblemState } from './problem-state';

/** A title and what there is to say below it. */
interface Words {
  readonly title: string;
  readonly text: string;
}

/** The field in which a list is searched. */
export function ListSearch({
  label,
  text,
  onType,
}: {
  readonly label: string;
  readonly text: string;
  readonly onType: (text: string) => void;
}) {
  return (
    <TextInput
      label={label}
      type="search"
      maxLength={100}
      leftSection={<Icon name="search" />}
      value={text}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

/**
 * A list that can be searched, with what stands instead of rows: an error, nothing yet, or nothing found and the way
 * back to all.
 */
export function SearchedList<Row extends object>({
  search,
  error,
  empty,
  noResults,
  onRetry,
  onClear,
  rows,
  ...table
}: Omit<DataTableProps<Row>, 'instead'> & {
  /** what is searched for; without it an empty list is one that has nothing yet */
  readonly search: string | undefined;
  readonly error: Error | undefined;
  readonly empty: Words;
  readonly noResults: Words;
  readonly onRetry: () => void;
  readonly onClear: () => void;
}) {
  const { t } = useTranslation();
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={onRetry} />;
    if (rows?.length !== 0) return undefined;
    if (!search) return <Empty title={empty.title}>{empty.text}</Empty>;
    const clear = (
      <Button variant="default" onClick={onClear}>
        {t('list.clear')}
      </Button>
    );
    return (
      <NoResults title={noResults.title} action={clear}>
        {noResults.text}
      </NoResults>
    );
  };
  return (
    <Sheet flush>
      <DataTable {...table} rows={error && !rows ? [] : rows} instead={instead()} />
    </Sheet>
  );
}
