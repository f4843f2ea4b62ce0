import {
  RemoveAuthenticatorAppDocument,
  RemovePasskeyDocument,
  RenewRecoveryCodesDocument,
} from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../shared/use-command';
import type { FactorTaskEnd } from './factor-task';
import { PasswordForm } from './password-form';

/** @param last  it is the only factor left */
export function RemoveApp({ last, onDone, onCancel }: FactorTaskEnd & { readonly last: boolean }) {
  const { t } = useTranslation();
  const remove = useCommand(RemoveAuthenticatorAppDocument, (data) => data.removeAuthenticatorApp);
  const go = async (currentPassword: string) => {
    if (await remove.run({ input: { currentPassword } })) onDone('app.removed', null);
  };
  return (
    <PasswordForm
      {...remove}
      label={t('security.app.name')}
      go={t('security.app.remove')}
      onGo={(password) => void go(password)}
      onCancel={onCancel}
    >
      <p>{t('security.app.removeReach')}</p>
      {last && <p>{t('security.last')}</p>}
    </PasswordForm>
  );
}

/** @param last  it is the only factor left */
export function RemovePasskey(
  props: FactorTaskEnd & { readonly id: string; readonly name: string; readonly last: boolean },
) {
  const { t } = useTranslation();
  const remove = useCommand(RemovePasskeyDocument, (data) => data.removePasskey);
  const go = async (currentPassword: string) => {
    if (await remove.run({ input: { id: props.id, currentPassword } }))
      props.onDone('passkeys.removed', null);
  };
  return (
    <PasswordForm
      {...remove}
      label={t('security.passkeys.remove')}
      go={t('security.passkeys.remove')}
      onGo={(password) => void go(password)}
      onCancel={props.onCancel}
    >
      <p>{t('security.passkeys.removeReach', { name: props.name })}</p>
      {props.last && <p>{t('security.last')}</p>}
    </PasswordForm>
  );
}

/** New recovery codes in place of the old. */
export function RenewCodes({ onDone, onCancel }: FactorTaskEnd) {
  const { t } = useTranslation();
  const renew = useCommand(RenewRecoveryCodesDocument, (data) => data.renewRecoveryCodes);
  const go = async (currentPassword: string) => {
    const renewed = await renew.run({ input: { currentPassword } });
    if (renewed) onDone(null, renewed.recoveryCodes);
  };
  return (
    <PasswordForm
      {...renew}
      label={t('security.codes.name')}
      go={t('security.codes.renew')}
      onGo={(password) => void go(password)}
      onCancel={onCancel}
    >
      {t('security.codes.renewReach')}
    </PasswordForm>
  );
}
