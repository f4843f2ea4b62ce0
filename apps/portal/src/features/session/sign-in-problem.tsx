import { Formatter } from '@platen/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languageFor, localeFor } from '../../shared/language';
import classes from './sign-in-page.module.css';
import type { SecondStepFailure, SignInFailure } from './sign-in-outcome';

const ofSecondStep = (failure: SignInFailure | SecondStepFailure): failure is SecondStepFailure =>
  ['codeMissing', 'wrongCode', 'expired', 'passkeyCancelled', 'passkeyNotAccepted'].includes(failure.kind);

/** What happened and what to do, above the fields; takes the focus. */
export function SignInProblem({
  failure,
  timeZone = 'UTC',
}: {
  readonly failure: SignInFailure | SecondStepFailure;
  readonly timeZone?: string | undefined;
}) {
  const { t, i18n } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [failure]);
  const format = new Formatter({ locale: localeFor(languageFor([i18n.language]), undefined), timeZone });
  const time = failure.kind === 'tooMany' ? format.time(failure.retryAt) : '';
  return (
    <div ref={box} className={classes.error} role="alert" tabIndex={-1}>
      {ofSecondStep(failure) ? (
        <>
          <strong>{t(`secondStep.error.${failure.kind}.title`)}</strong>
          <p>{t(`secondStep.error.${failure.kind}.text`)}</p>
        </>
      ) : (
        <>
          <strong>{t(`signIn.error.${failure.kind}.title`, { time })}</strong>
          <p>{t(`signIn.error.${failure.kind}.text`, { time })}</p>
        </>
      )}
    </div>
  );
}
