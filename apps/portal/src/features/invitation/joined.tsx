import { Button } from '@mantine/core';
import { Done, FormActions } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';

/** The account exists: the way in. */
export function Joined({ email }: { readonly email: string }) {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <>
      <Done>{t('invitation.joined.text', { email })}</Done>
      <FormActions>
        <Button autoFocus onClick={() => router.history.push(paths.signIn())}>
          {t('invitation.joined.signIn')}
        </Button>
      </FormActions>
    </>
  );
}
