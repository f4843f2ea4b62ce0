import { useApolloClient } from '@apollo/client/react';
import {
  PreviewBranchSettingsDocument,
  type PreviewBranchSettingsQuery,
  problemOf,
} from '@platen/graphql-client';
import { useState } from 'react';
import type { CommandFailure } from '../../shared/use-command';
import { type Draft, toInput } from './settings-draft';

/** The effect of a draft, as the service reckons it. */
export type SettingsEffect = Extract<
  PreviewBranchSettingsQuery['previewBranchSettings'],
  { __typename: 'PreviewBranchSettingsSuccess' }
>;

/** Asks what a draft would do; nothing is stored by it. */
export function useSettingsPreview() {
  const client = useApolloClient();
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<CommandFailure>();
  const [effect, setEffect] = useState<SettingsEffect>();
  const preview = async (draft: Draft) => {
    setRunning(true);
    setFailure(undefined);
    setEffect(undefined);
    try {
      const { data, error } = await client.query({
        query: PreviewBranchSettingsDocument,
        variables: { settings: toInput(draft) },
        fetchPolicy: 'no-cache',
      });
      if (!data) return setFailure({ kind: 'problem', problem: problemOf(error) });
      const answer = data.previewBranchSettings;
      if (answer.__typename === 'PreviewBranchSettingsSuccess') setEffect(answer);
      else
        setFailure({
          kind: 'refused',
          code: answer.code,
          message: answer.message,
          fields: answer.fields,
          answer,
        });
    } catch (error) {
      setFailure({ kind: 'problem', problem: problemOf(error) });
    } finally {
      setRunning(false);
    }
  };
  const forget = () => {
    setEffect(undefined);
    setFailure(undefined);
  };
  return { preview, running, failure, effect, forget };
}
