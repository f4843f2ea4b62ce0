import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A field for a secret: pasting and password managers are welcome, the text can be shown, errors are announced. */
export function PasswordField(props: {
  /** the path of its problems in a refusal */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly error: string | undefined;
  /** where the field appears because somebody asked for it */
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const { onChange, ...field } = props;
  const described = [
    props.description && `${props.id}-description`,
    props.error !== undefined && `${props.id}-error`,
  ].filter(Boolean);
  return (
    <PasswordInput
      {...field}
      // Mantine leaves both out of this one field
      aria-invalid={props.error !== undefined}
      aria-describedby={described.join(' ') || undefined}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
