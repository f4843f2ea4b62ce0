import { Select } from '@mantine/core';
import { useState } from 'react';
import { useSettled } from './use-settled';

/** Something that can be chosen, as a list of choices names it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/**
 * What somebody types to find one of many.
 * @param current  what is chosen: it stands in the field, and that is no search
 * @returns the text once typing paused, and what takes the text while it is typed
 */
export function useChoiceSearch(current: Choice | undefined) {
  const [typed, setTyped] = useState('');
  return [useSettled(typed === current?.label ? '' : typed.trim()), setTyped] as const;
}

/** Finds one of many by typing: the service looks, the field shows what it found. */
export function SearchSelect({
  id,
  label,
  description,
  placeholder,
  nothingFound,
  error,
  current,
  found,
  foundHere = false,
  onType,
  onPick,
}: {
  readonly id?: string;
  readonly label: string;
  readonly description?: string;
  readonly placeholder: string;
  readonly nothingFound: string;
  readonly error?: string | undefined;
  readonly current: Choice | undefined;
  readonly found: readonly Choice[];
  /** all there are: the field itself narrows them */
  readonly foundHere?: boolean;
  readonly onType: (text: string) => void;
  readonly onPick: (choice: Choice) => void;
}) {
  const missing = current && !found.some(({ value }) => value === current.value) ? [current] : [];
  const choices = [...missing, ...found];
  return (
    <Select
      id={id}
      label={label}
      description={description}
      placeholder={placeholder}
      nothingFoundMessage={nothingFound}
      error={error}
      searchable
      allowDeselect={false}
      data={choices}
      // The service has looked already, in serial numbers and towns too.
      filter={foundHere ? undefined : ({ options }) => options}
      value={current?.value ?? null}
      onSearchChange={onType}
      onChange={(value) => {
        const chosen = choices.find((choice) => choice.value === value);
        if (chosen) onPick(chosen);
      }}
    />
  );
}
