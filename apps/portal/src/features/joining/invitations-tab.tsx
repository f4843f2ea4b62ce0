import { PageTabs, Sheet, Stack } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';
import { InvitationList } from './invitation-list';
import { InviteList } from './invite-list';
import { InviteOne } from './invite-one';
import type { JoiningSearch } from './joining-search';

/** Inviting, one person or a list, and what became of it. */
export function InvitationsTab({ search }: { readonly search: JoiningSearch }) {
  const { t } = useTranslation();
  const many = search.invite === 'list';
  return (
    <Stack>
      <Sheet title={t('joining.invite.title')}>
        <PageTabs
          label={t('joining.invite.title')}
          tabs={[
            { href: paths.joining(), label: t('joining.invite.one'), current: !many },
            { href: paths.joining({ invite: 'list' }), label: t('joining.invite.list'), current: many },
          ]}
        />
        {many ? <InviteList /> : <InviteOne />}
      </Sheet>
      <InvitationList state={search.state} />
    </Stack>
  );
}
