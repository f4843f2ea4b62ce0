import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type CommandFailure, errorAt } from '../../shared/use-command';
import classes from './rows.module.css';
import { wholeNumber } from './settings-draft';

interface FieldProps {
  /** path inside the groups: the id of the field, and where its error stands */
  readonly path: string;
  readonly label: string;
  readonly description?: string;
  readonly failure: CommandFailure | undefined;
}

/** One line of text; an empty one may mean nothing at all. */
export function TextSetting(
  props: FieldProps & {
    readonly value: string | null;
    readonly maxLength?: number;
    readonly type?: 'text' | 'email' | 'tel' | 'url';
    readonly onChange: (next: string) => void;
  },
) {
  return (
    <TextInput
      id={props.path}
      label={props.label}
      description={props.description}
      type={props.type ?? 'text'}
      maxLength={props.maxLength}
      autoComplete="off"
      value={props.value ?? ''}
      error={errorAt(props.failure, props.path)}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
    />
  );
}

/** A whole number; null where nothing typed means "none". */
export function NumberSetting(
  props: FieldProps & {
    readonly value: number | null;
    readonly onChange: (next: number | null) => void;
  },
) {
  return (
    <TextInput
      id={props.path}
      label={props.label}
      description={props.description}
      inputMode="numeric"
      maxLength={12}
      autoComplete="off"
      value={props.value === null ? '' : String(props.value)}
      error={errorAt(props.failure, props.path)}
      onChange={({ currentTarget }) =>
        props.onChange(currentTarget.value.trim() === '' ? null : wholeNumber(currentTarget.value))
      }
    />
  );
}

/** One of a few. */
export function ChoiceSetting<Value extends string>(
  props: FieldProps & {
    readonly value: Value;
    readonly choices: readonly { readonly value: Value; readonly label: string }[];
    readonly onChange: (next: Value) => void;
  },
) {
  const choose = (value: string) => {
    const known = props.choices.find((choice) => choice.value === value);
    if (known) props.onChange(known.value);
  };
  return (
    <NativeSelect
      id={props.path}
      label={props.label}
      description={props.description}
      value={props.value}
      error={errorAt(props.failure, props.path)}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={[...props.choices]}
    />
  );
}

/** Any of a few. */
export function ManySetting<Value extends string>(
  props: FieldProps & {
    readonly value: readonly Value[];
    readonly choices: readonly { readonly value: Value; readonly label: string }[];
    readonly onChange: (next: Value[]) => void;
  },
) {
  const { value, choices } = props;
  // in the order in which they are offered, not in that of the clicks
  const toggle = (changed: Value, on: boolean) =>
    props.onChange(
      choices.map((choice) => choice.value).filter((each) => (each === changed ? on : value.includes(each))),
    );
  return (
    <Checkbox.Group
      label={props.label}
      description={props.description}
      error={errorAt(props.failure, props.path)}
      value={[...value]}
    >
      <div className={classes.many}>
        {choices.map((choice, index) => (
          <Checkbox
            key={choice.value}
            id={index === 0 ? props.path : `${props.path}.${choice.value}`}
            value={choice.value}
            label={choice.label}
            checked={value.includes(choice.value)}
            onChange={({ currentTarget }) => toggle(choice.value, currentTarget.checked)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
