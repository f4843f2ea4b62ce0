import { HandInMeterReadsDocument, type HandInMeterReadsMutation } from '@platen/graphql-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../new-key';
import { type Command, useCommand } from '../use-command';
import type { DraftStore } from './draft-store';
import type { RoundLine } from './round-lines';

/** A line that can be handed in. */
export interface ReadyLine {
  readonly line: RoundLine;
  readonly value: number;
  readonly confirmed: boolean;
}

export interface HandIn {
  readonly send: (ready: readonly ReadyLine[], readAt: Date) => Promise<void>;
  readonly running: boolean;
  readonly failure: Command<never, HandInMeterReadsMutation['handInMeterReads']>['failure'];
  /** what was handed in, in words; empty before */
  readonly done: string;
  /** why the service did not take a line, by its key */
  readonly answers: ReadonlyMap<string, string>;
}

/** Most values that one request may carry. */
const mostRows = 2000;

/** Hands lines in; what was taken leaves the drafts, what was not stays with the reason. */
export function useHandIn(drafts: DraftStore, onTaken: () => Promise<void>): HandIn {
  const { t } = useTranslation();
  const { run, running, failure } = useCommand(HandInMeterReadsDocument, (data) => data.handInMeterReads);
  const [done, setDone] = useState('');
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const send = async (all: readonly ReadyLine[], readAt: Date) => {
    setDone('');
    const ready = all.slice(0, mostRows);
    const rows = {
      deviceId: ready.map(({ line }) => line.device.id),
      kind: ready.map(({ line }) => line.kind),
      value: ready.map(({ value }) => value),
      readAt: ready.map(() => readAt.toISOString()),
      confirmed: ready.map(({ confirmed }) => confirmed),
    };
    const success = await run({ input: { idempotencyKey: newKey(), rows } });
    if (!success) return;
    const lineOf = (row: number) => ready[row]?.line.key ?? '';
    const kept = success.rows.filter(({ outcome }) => outcome === 'ACCEPTED' || outcome === 'UNCHANGED');
    const others = success.rows.filter((row) => !kept.includes(row));
    drafts.clear(kept.map(({ row }) => lineOf(row)));
    setAnswers(new Map(others.map(({ row, message }) => [lineOf(row), message ?? ''])));
    setDone(kept.length > 0 ? t('readings.done', { count: kept.length }) : '');
    await onTaken();
  };
  return { send, running, failure, done, answers };
}
