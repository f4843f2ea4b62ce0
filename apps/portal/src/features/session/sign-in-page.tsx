import { UiLink } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorPage } from '../../shared/door-page';
import { NoAccount } from './no-account';
import { paths } from '../../shared/paths';
import { PasswordHelp } from './password-help';
import { SecondStepForm } from './second-step-form';
import { SecondStepHelp } from './second-step-help';
import { SignInForm } from './sign-in-form';
import classes from './sign-in-page.module.css';
import type { SecondStep, SecondStepFailure } from './sign-in-outcome';

const route = getRouteApi('/sign-in');

/** The door: the branch's name, the form in one step or two, and who helps when it does not open. */
export function SignInPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const [step, setStep] = useState<SecondStep>();
  const [failed, setFailed] = useState<SecondStepFailure>();
  const again = (reason?: SecondStepFailure) => {
    setFailed(reason);
    setStep(undefined);
  };
  if (step)
    return (
      <DoorPage title={t('secondStep.title')} lead={t('secondStep.lead')} branch={search.branch}>
        {(branch) => (
          <>
            <SecondStepForm step={step} next={search.next} timeZone={branch?.timeZone} onAgain={again} />
            {branch && <SecondStepHelp branch={branch} />}
          </>
        )}
      </DoorPage>
    );
  return (
    <DoorPage title={t('signIn.title')} lead={t('signIn.lead')} branch={search.branch}>
      {(branch) => (
        <>
          {search.ended && (
            <p className={classes.notice} role="status">
              {t('signIn.ended')}
            </p>
          )}
          <SignInForm next={search.next} timeZone={branch?.timeZone} failed={failed} onSecondStep={setStep} />
          <p className={classes.forgotten}>
            <UiLink href={paths.forgottenPassword({ branch: search.branch })}>
              {t('password.forgotten')}
            </UiLink>
          </p>
          {branch && <PasswordHelp branch={branch} />}
          {branch && <NoAccount branch={branch} />}
        </>
      )}
    </DoorPage>
  );
}
