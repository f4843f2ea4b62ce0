import { Button } from '@mantine/core';
import { EndSessionsOfUserDocument } from '@platen/graphql-client';
import { Age, Done, Sheet, SheetBody, TwoLines } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { useCommand } from '../../shared/use-command';
import type { UserDetail } from './user-page';

/** Where a person is signed in, and the way to end that. */
export function UserSessions({ user, onEnded }: { readonly user: UserDetail; readonly onEnded: () => void }) {
  const { t } = useTranslation();
  const [ended, setEnded] = useState(false);
  const end = useCommand(EndSessionsOfUserDocument, (data) => data.endSessionsOfUser);
  const sessions = user.sessions ?? [];
  const endAll = async () => {
    if (!(await end.run({ input: { userId: user.id } }))) return;
    setEnded(true);
    onEnded();
  };
  return (
    <Sheet title={t('users.sessions.title')}>
      <SheetBody>
        <CommandProblem failure={end.failure} />
        {ended && <Done>{t('users.sessions.ended')}</Done>}
        {sessions.length === 0 ? (
          <p>{t('users.sessions.none')}</p>
        ) : (
          <ul aria-label={t('users.sessions.title')}>
            {sessions.map(({ id, address, lastUsedAt, isView }) => (
              <li key={id}>
                <TwoLines
                  plain
                  first={isView ? t('users.sessions.view') : (address ?? t('users.sessions.unknown'))}
                  second={
                    <>
                      {t('users.sessions.used')} <Age at={lastUsedAt} sentence />
                    </>
                  }
                />
              </li>
            ))}
          </ul>
        )}
        {sessions.length > 0 && (
          <div>
            <Button variant="default" loading={end.running} onClick={() => void endAll()}>
              {t('users.sessions.end')}
            </Button>
          </div>
        )}
      </SheetBody>
    </Sheet>
  );
}
