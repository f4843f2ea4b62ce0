import {
  CheckMachineListDocument,
  SendMachineListDocument,
  StartMachineListDocument,
} from '@platen/graphql-client';
import { useState } from 'react';
import { newKey } from '../../shared/new-key';
import { useCommand } from '../../shared/use-command';
import { partsOf } from './parts-of';

/** Sends a list part by part and has it checked; `sent` tells how far it is, in parts. */
export function useSendList() {
  const start = useCommand(StartMachineListDocument, (data) => data.startDeviceImport);
  const send = useCommand(SendMachineListDocument, (data) => data.addDeviceImportPart);
  const check = useCommand(CheckMachineListDocument, (data) => data.checkDeviceImport);
  const [sent, setSent] = useState<{ readonly done: number; readonly of: number }>();
  /** @returns the list's id, undefined when `failure` says why not */
  const run = async (bytes: Uint8Array, customerId: string, makeSites: boolean) => {
    const parts = partsOf(bytes);
    setSent({ done: 0, of: parts.length });
    try {
      const begun = await start.run({ input: { idempotencyKey: newKey(), customerId } });
      if (!begun) return undefined;
      const importId = begun.import.id;
      for (const [part, content] of parts.entries()) {
        if (!(await send.run({ input: { importId, part, content } }))) return undefined;
        setSent({ done: part + 1, of: parts.length });
      }
      const checking = await check.run({ input: { importId, makeSites } });
      return checking?.import.id;
    } finally {
      setSent(undefined);
    }
  };
  return { run, sent, failure: start.failure ?? send.failure ?? check.failure };
}
