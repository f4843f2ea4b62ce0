import { NativeSelect } from '@mantine/core';
import { RotatePartnerKeyDocument } from '@platen/graphql-client';
import { Confirm } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { useCommand } from '../../shared/use-command';
import type { Key } from './key-columns';
import type { ShownKey } from './key-shown';
import classes from './keys.module.css';

/** Hours for which the old key may still open. */
const overlaps = [0, 24, 72, 168, 720] as const;

/** Asks for how long the old key lives on, and makes its successor. */
export function RotateKey({
  of: key,
  onClose,
  onDone,
}: {
  readonly of: Key | undefined;
  readonly onClose: () => void;
  readonly onDone: (shown: ShownKey) => void;
}) {
  const { t } = useTranslation();
  const [hours, setHours] = useState('24');
  const { run, running, failure, clear } = useCommand(
    RotatePartnerKeyDocument,
    ({ rotatePartnerKey }) => rotatePartnerKey,
  );
  const rotate = async () => {
    if (!key) return;
    const done = await run({ input: { keyId: key.id, overlapHours: Number(hours) } });
    if (done) onDone({ clientId: done.key.id, secret: done.secret, oldUntil: done.replaced.expiresAt });
  };
  return (
    <Confirm
      open={key !== undefined}
      title={t('keys.rotateTitle', { name: key?.name ?? '' })}
      confirm={t('keys.rotate')}
      cancel={t('keys.cancel')}
      busy={running}
      onConfirm={() => void rotate()}
      onCancel={() => {
        clear();
        onClose();
      }}
    >
      <CommandProblem failure={failure} />
      <p>{t('keys.rotateText')}</p>
      <div className={classes.choice}>
        <NativeSelect
          id="overlapHours"
          label={t('keys.overlap')}
          value={hours}
          onChange={(event) => setHours(event.currentTarget.value)}
          data={overlaps.map((value) => ({ value: String(value), label: t(`keys.overlapHours.${value}`) }))}
        />
      </div>
    </Confirm>
  );
}
