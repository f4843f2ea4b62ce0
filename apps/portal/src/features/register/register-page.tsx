import { useQuery } from '@apollo/client/react';
import { FoundMachineDocument } from '@platen/graphql-client';
import { Sheet, SheetBody, Stack } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { RegisterTabs } from '../../shared/register-tabs';
import { RegisterForm } from './register-form';

const route = getRouteApi('/in/console/register');

/** Registers one machine; one that a collector found comes with what it told of itself. */
export function RegisterPage() {
  const { t } = useTranslation();
  const { found, customer } = route.useSearch();
  const { data, loading } = useQuery(FoundMachineDocument, { variables: { id: found ?? '' }, skip: !found });
  const known = data?.unknownDevice;
  return (
    <Page
      title={t('register.one.title')}
      crumbs={[{ label: t('nav.console') }, { label: t('register.one.title') }]}
      say={t('register.one.say')}
    >
      <Stack>
        <RegisterTabs current="register" />
        <Sheet>
          <SheetBody>
            {!loading && (
              <RegisterForm
                key={known?.id ?? 'new'}
                begin={{
                  customerId: customer ?? known?.customerId ?? '',
                  serialNumber: known?.serialNumber ?? '',
                  maker: known?.maker ?? '',
                  model: known?.model ?? '',
                  name: known?.name ?? known?.model ?? '',
                  monitored: Boolean(known),
                }}
              />
            )}
          </SheetBody>
        </Sheet>
      </Stack>
    </Page>
  );
}
