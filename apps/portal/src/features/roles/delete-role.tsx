import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { DeleteRoleDocument } from '@platen/graphql-client';
import { Confirm, Sheet, SheetBody } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { paths } from '../../shared/paths';
import { useCommand } from '../../shared/use-command';
import type { RoleOfPage } from './role-page';

/** The end of a role of one's own; nobody may have it any more. */
export function DeleteRole({ role }: { readonly role: RoleOfPage }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const remove = useCommand(DeleteRoleDocument, ({ deleteRole }) => deleteRole);
  const run = async () => {
    const done = await remove.run({ input: { roleId: role.id } });
    setAsked(false);
    if (!done) return;
    router.history.push(paths.roles());
    client.cache.evict({ id: client.cache.identify({ __typename: 'Role', id: role.id }) });
  };
  const inUse = (role.people ?? 0) > 0;
  return (
    <Sheet title={t('roles.delete.title')}>
      <SheetBody>
        <CommandProblem failure={remove.failure} />
        <p>{inUse ? t('roles.delete.inUse', { count: role.people ?? 0 }) : t('roles.delete.about')}</p>
        {!inUse && (
          <div>
            <Button variant="default" onClick={() => setAsked(true)}>
              {t('roles.delete.button')}
            </Button>
          </div>
        )}
        <Confirm
          open={asked}
          title={t('roles.delete.question', { name: role.name })}
          confirm={t('roles.delete.button')}
          cancel={t('roles.delete.cancel')}
          danger
          busy={remove.running}
          onConfirm={() => void run()}
          onCancel={() => setAsked(false)}
        >
          <p>{t('roles.delete.consequence')}</p>
        </Confirm>
      </SheetBody>
    </Sheet>
  );
}
