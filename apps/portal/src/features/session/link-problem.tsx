import { FormProblem } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import type { CommandFailure } from '../../shared/use-command';

/** Why a link from a mail opens nothing: it is not whole, or the service says why. */
export function LinkProblem({
  token,
  failure,
}: {
  readonly token: string;
  readonly failure: CommandFailure | undefined;
}) {
  const { t } = useTranslation();
  if (token !== '') return <CommandProblem failure={failure} />;
  return (
    <FormProblem title={t('password.noToken')}>
      <p>{t('password.noTokenText')}</p>
    </FormProblem>
  );
}

/** Whether trying again with the same link is in vain. */
export function isDead(token: string, failure: CommandFailure | undefined): boolean {
  return token === '' || (failure?.kind === 'refused' && failure.code === 'LINK_INVALID');
}
