import { Button } from '@mantine/core';
import { problemOf } from '@platen/graphql-client';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BarePage } from './bare-page';
import classes from './bare-page.module.css';

/** When a page cannot be shown at all: what happened, what is kept, what to do. */
export function FailurePage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const problem = problemOf(error);
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <BarePage title={t(`problem.${problem}.title`)}>
      <p role="alert">{t(`problem.${problem}.text`)}</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={retry}>
          {t('problem.retry')}
        </Button>
      </div>
    </BarePage>
  );
}
