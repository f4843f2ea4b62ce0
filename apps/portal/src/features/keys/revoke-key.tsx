import { RevokePartnerKeyDocument } from '@platen/graphql-client';
import { Confirm } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { useCommand } from '../../shared/use-command';
import type { Key } from './key-columns';

/** Says what ends with a key, and ends it. */
export function RevokeKey({
  of: key,
  onClose,
  onDone,
}: {
  readonly of: Key | undefined;
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}) {
  const { t } = useTranslation();
  const { run, running, failure, clear } = useCommand(
    RevokePartnerKeyDocument,
    ({ revokePartnerKey }) => revokePartnerKey,
  );
  const revoke = async () => {
    const done = key && (await run({ input: { keyId: key.id } }));
    if (done) onDone(done.key.name);
  };
  return (
    <Confirm
      open={key !== undefined}
      title={t('keys.revokeTitle', { name: key?.name ?? '' })}
      confirm={t('keys.revoke')}
      cancel={t('keys.cancel')}
      danger
      busy={running}
      onConfirm={() => void revoke()}
      onCancel={() => {
        clear();
        onClose();
      }}
    >
      <CommandProblem failure={failure} />
      <p>{t('keys.revokeText')}</p>
    </Confirm>
  );
}
