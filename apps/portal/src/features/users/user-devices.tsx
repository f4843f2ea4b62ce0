import { useQuery } from '@apollo/client/react';
import { GivenToUserDocument } from '@platen/graphql-client';
import { Done, Note, Sheet, SheetBody, Stack } from '@platen/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { nextCursor, nodesOf } from '../../shared/connection';
import { ProblemState } from '../../shared/problem-state';
import { SightLog } from '../../shared/sight/sight-log';
import { pageSize, useMore } from '../../shared/use-pages';
import { GivenGroups } from './given-groups';
import { GivenMachines } from './given-machines';
import { GiveMachines } from './give-machines';
import { useAssignments } from './use-assignments';
import { ViewAsButton } from './view-as-button';

/** A person whose machines are looked after. */
export interface Seer {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** all of them, from the role and on top */
  readonly rights: readonly string[];
}

/** Which machines a person sees and why, giving and taking them, and the portal through that person's eyes. */
export function UserDevices({ person, canView }: { readonly person: Seer; readonly canView: boolean }) {
  const { t } = useTranslation();
  const name = `${person.firstName} ${person.lastName}`.trim();
  return (
    <Stack>
      {/* the rights decide first: without them, or with the one for all machines, assignments change nothing */}
      {!person.rights.includes('device:read') && (
        <Told title={t('sight.user.title')}>{t('sight.user.noRight', { name })}</Told>
      )}
      {person.rights.includes('device:read') && person.rights.includes('device:all') && (
        <Told title={t('sight.user.title')}>{t('sight.user.all', { name })}</Told>
      )}
      {person.rights.includes('device:read') && !person.rights.includes('device:all') && (
        <Assigned userId={person.id} name={name} />
      )}
      <SightLog userId={person.id} />
      {canView && (
        <Sheet title={t('sight.view.title')}>
          <SheetBody>
            <p>{t('sight.view.purpose', { name })}</p>
            <ViewAsButton userId={person.id} name={name} />
          </SheetBody>
        </Sheet>
      )}
    </Stack>
  );
}

function Told({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Sheet title={title}>
      <SheetBody>
        <p>{children}</p>
      </SheetBody>
    </Sheet>
  );
}

function Assigned({ userId, name }: { readonly userId: string; readonly name: string }) {
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(GivenToUserDocument, {
    variables: { userId, first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const more = useMore(nextCursor(data?.devices), fetchMore);
  const [done, setDone] = useState('');
  const assignments = useAssignments(userId, async (words) => {
    await refetch();
    setDone(words);
  });
  if (error && !data) {
    return (
      <Sheet title={t('sight.user.title')}>
        <ProblemState error={error} onRetry={() => void refetch()} />
      </Sheet>
    );
  }
  const groups = nodesOf(data?.deviceGroups);
  return (
    <>
      <Note>{t('sight.user.consequence', { name })}</Note>
      <CommandProblem failure={assignments.failure} />
      {done && <Done>{done}</Done>}
      <GivenGroups name={name} groups={groups} assignments={assignments} />
      <GivenMachines
        name={name}
        machines={nodesOf(data?.devices)}
        inGroups={groups?.length ?? 0}
        more={more}
        assignments={assignments}
      />
      <GiveMachines userId={userId} name={name} assignments={assignments} />
    </>
  );
}
