import { Button } from '@mantine/core';
import { type Problem, problemOf } from '@platen/graphql-client';
import { ErrorState, NotAllowed } from '@platen/ui';
import { useTranslation } from 'react-i18next';

/** The one place where an error becomes words: what happened, what is kept, what to do. */
export function ProblemState({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const problem: Problem = problemOf(error);
  const title = t(`problem.${problem}.title`);
  const text = t(`problem.${problem}.text`);
  if (problem === 'not-allowed') return <NotAllowed title={title}>{text}</NotAllowed>;
  return (
    <ErrorState
      title={title}
      action={
        <Button variant="default" onClick={onRetry}>
          {t('problem.retry')}
        </Button>
      }
    >
      {text}
    </ErrorState>
  );
}
