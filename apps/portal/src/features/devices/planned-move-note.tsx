import { Button } from '@mantine/core';
import { CancelDeviceMoveDocument } from '@platen/graphql-client';
import { Form, FormActions, Note, Sheet, SheetBody, useFormat } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { newKey } from '../../shared/new-key';
import { paths } from '../../shared/paths';
import { useCommand } from '../../shared/use-command';
import type { DeviceInForm } from './device-form-frame';

/** The move that waits for its day, and the way to take it back. */
export function PlannedMoveNote({ device }: { readonly device: DeviceInForm }) {
  const { t } = useTranslation();
  const format = useFormat();
  const router = useRouter();
  const [key] = useState(newKey);
  const { run, running, failure } = useCommand(CancelDeviceMoveDocument, (data) => data.cancelDeviceMove);
  const { plannedMove } = device;
  if (!plannedMove) return undefined;
  const cancel = async () => {
    if (await run({ input: { idempotencyKey: key, deviceId: device.id } }))
      router.history.push(paths.device(device.id));
  };
  return (
    <Sheet title={t('move.planned')}>
      <SheetBody>
        <Form label={t('move.planned')} onSubmit={() => void cancel()}>
          <CommandProblem failure={failure} />
          <Note>
            {t('move.plannedTo', {
              site: plannedMove.site?.name ?? '',
              day: format.longDay(plannedMove.on),
            })}
          </Note>
          <FormActions>
            <Button type="submit" variant="default" loading={running}>
              {t('move.cancel')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
