import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import {
  RequireSecondFactorDocument,
  RequireStaffSecondFactorDocument,
  SecondFactorDemandDocument,
} from '@platen/graphql-client';
import { Confirm, Note, Sheet, SheetBody, UiLink } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { paths } from '../../shared/paths';
import { useCommand } from '../../shared/use-command';

/**
 * Whether second factors are demanded; with what that means before it is changed. For an organisation, or (given
 * `staff`) for the staff of a branch.
 */
export function SecondFactorSection({ staff = false }: { readonly staff?: boolean }) {
  const { t } = useTranslation();
  const { data, refetch } = useQuery(SecondFactorDemandDocument, { fetchPolicy: 'cache-and-network' });
  const ofCustomer = useCommand(RequireSecondFactorDocument, (answer) => answer.requireSecondFactor);
  const ofStaff = useCommand(RequireStaffSecondFactorDocument, (answer) => answer.requireStaffSecondFactor);
  const command = staff ? ofStaff : ofCustomer;
  const [asking, setAsking] = useState(false);
  const demand = data?.secondFactorDemand;
  if (!demand) return null;
  const { required, people, peopleWithout, viewerHasOne } = demand;
  const change = async () => {
    await command.run({ input: { required: !required } });
    setAsking(false);
    await refetch();
  };
  const state = staff ? (required ? 'staffOn' : 'staffOff') : required ? 'on' : 'off';
  return (
    <Sheet title={t('security.demand.title')}>
      <SheetBody>
        <CommandProblem failure={command.failure} />
        <p>
          {t(`security.demand.${state}`)}{' '}
          {peopleWithout > 0
            ? t('security.demand.without', { count: peopleWithout, people })
            : t('security.demand.allWith', { people })}
        </p>
        {!required && !viewerHasOne ? (
          <Note>
            {t('security.demand.ownFirst')}{' '}
            <UiLink href={paths.security()}>{t('security.demand.toSecurity')}</UiLink>
          </Note>
        ) : (
          <div>
            <Button variant="default" onClick={() => setAsking(true)}>
              {t(required ? 'security.demand.stop' : 'security.demand.require')}
            </Button>
          </div>
        )}
      </SheetBody>
      <Confirm
        open={asking}
        title={t(required ? 'security.demand.askStop' : 'security.demand.askRequire')}
        confirm={t(required ? 'security.demand.stop' : 'security.demand.require')}
        cancel={t('security.demand.cancel')}
        busy={command.running}
        onConfirm={() => void change()}
        onCancel={() => setAsking(false)}
      >
        {required
          ? t('security.demand.stopReach')
          : peopleWithout > 0
            ? t('security.demand.requireReach', { count: peopleWithout })
            : t('security.demand.requireReachNone')}
      </Confirm>
    </Sheet>
  );
}
