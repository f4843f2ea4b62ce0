import { FormProblem } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import type { CommandFailure } from './use-command';

/**
 * Why a form was not accepted, above its fields; each field problem leads to its field, whose id is its path.
 * @param prefix  before each id, where two forms of a page have a field of the same name
 */
export function CommandProblem({
  failure,
  prefix = '',
}: {
  readonly failure: CommandFailure | undefined;
  readonly prefix?: string;
}) {
  const { t } = useTranslation();
  if (!failure) return null;
  if (failure.kind === 'problem') {
    return (
      <FormProblem title={t(`problem.${failure.problem}.title`)}>
        <p>{t(`problem.${failure.problem}.text`)}</p>
      </FormProblem>
    );
  }
  const { message, fields } = failure;
  if (fields.length === 0) return <FormProblem title={message} />;
  return (
    <FormProblem
      title={t('form.problems', { count: fields.length })}
      problems={fields.map((field) => ({ fieldId: `${prefix}${field.path}`, message: field.message }))}
    />
  );
}
