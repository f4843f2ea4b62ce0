import { useApolloClient } from '@apollo/client/react';
import {
  ChangeUserDevicesDocument,
  ChangeUserGroupsDocument,
  WhyVisibleDocument,
} from '@platen/graphql-client';
import { type CommandFailure, useCommand } from '../../shared/use-command';

interface SetChange {
  readonly add?: string[];
  readonly remove?: string[];
}

/** Giving a person machines and groups, and taking them away. */
export interface Assignments {
  /** @param words  said when it was done */
  changeDevices(change: SetChange, words: string): Promise<void>;
  changeGroups(change: SetChange, words: string): Promise<void>;
  readonly running: boolean;
  readonly failure: CommandFailure | undefined;
}

/** @param onDone  after a change was made */
export function useAssignments(userId: string, onDone: (words: string) => Promise<void>): Assignments {
  const client = useApolloClient();
  const devices = useCommand(ChangeUserDevicesDocument, (data) => data.changeUserDevices);
  const groups = useCommand(ChangeUserGroupsDocument, (data) => data.changeUserGroups);
  const finish = async (words: string) => {
    await client.refetchQueries({ include: [WhyVisibleDocument] });
    await onDone(words);
  };
  return {
    changeDevices: async (change, words) => {
      groups.clear();
      if (await devices.run({ input: { userId, ...change } })) await finish(words);
    },
    changeGroups: async (change, words) => {
      devices.clear();
      if (await groups.run({ input: { userId, ...change } })) await finish(words);
    },
    running: devices.running || groups.running,
    failure: devices.failure ?? groups.failure,
  };
}
