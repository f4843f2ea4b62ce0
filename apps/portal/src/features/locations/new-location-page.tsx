import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { CreateLocationDocument } from '@platen/graphql-client';
import { Form, FormActions, Sheet, SheetBody } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { CustomerChoice } from '../../shared/customer-choice';
import { newKey } from '../../shared/new-key';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { useCommand } from '../../shared/use-command';
import { LocationFields, type TypedLocation } from './location-fields';

const route = getRouteApi('/in/locations/new');

const nothing: TypedLocation = {
  name: '',
  street: '',
  postalCode: '',
  city: '',
  country: '',
  deliveryContactName: '',
  deliveryContactEmail: '',
  deliveryContactPhone: '',
  deliveryInstructions: '',
};

/** Adds a location; its page, where an unusual postal code is pointed out, comes next. */
export function NewLocationPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useApolloClient();
  const { customer } = route.useSearch();
  const [customerId, setCustomer] = useState(customer ?? '');
  const [typed, setTyped] = useState(nothing);
  const [idempotencyKey, setKey] = useState(newKey);
  const command = useCommand(CreateLocationDocument, (data) => data.createSite);
  const change = (next: TypedLocation) => {
    setTyped(next);
    // another location is another command
    setKey(newKey());
  };
  const submit = async () => {
    const done = await command.run({ input: { ...typed, idempotencyKey, customerId: customerId || null } });
    if (!done) return;
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'sites' });
    router.history.push(paths.location(done.site.id, { odd: done.warnings.length > 0 ? 'yes' : undefined }));
  };
  return (
    <Page
      title={t('locations.new.title')}
      crumbs={[
        { label: t('nav.products') },
        { label: t('locations.title'), href: paths.locations() },
        { label: t('locations.new.title') },
      ]}
      say={t('locations.new.say')}
    >
      <Sheet>
        <SheetBody>
          <Form onSubmit={() => void submit()}>
            <CommandProblem failure={command.failure} />
            <CustomerChoice
              label={t('locations.filter.customer')}
              value={customerId}
              onChange={(next) => {
                setCustomer(next);
                setKey(newKey());
              }}
            />
            <LocationFields value={typed} failure={command.failure} onChange={change} />
            <FormActions>
              <Button type="submit" loading={command.running}>
                {t('locations.new.submit')}
              </Button>
              <Button variant="default" onClick={() => router.history.push(paths.locations())}>
                {t('locations.cancel')}
              </Button>
            </FormActions>
          </Form>
        </SheetBody>
      </Sheet>
    </Page>
  );
}
