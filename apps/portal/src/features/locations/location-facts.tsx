import { Button } from '@mantine/core';
import { type LocationFactsFragment, UpdateLocationDocument } from '@platen/graphql-client';
import { Done, Facts, Form, FormActions, Note, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { useCommand } from '../../shared/use-command';
import { LocationFields } from './location-fields';

/** The address and who takes deliveries, read and changed in one place. */
export function LocationFactsSheet({ location }: { readonly location: LocationFactsFragment }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState<readonly string[]>();
  const { deliveryContact: contact } = location;
  const facts: [string, string][] = [
    [t('locations.field.street'), location.street],
    [t('locations.column.city'), `${location.postalCode} ${location.city} (${location.country})`],
  ];
  const add = (name: string, value: string | null | undefined) => value && facts.push([name, value]);
  add(t('locations.field.deliveryContactName'), contact?.name);
  add(t('locations.field.deliveryContactEmail'), contact?.email);
  add(t('locations.field.deliveryContactPhone'), contact?.phone);
  add(t('locations.field.deliveryInstructions'), location.deliveryInstructions);
  return (
    <Sheet title={t('locations.facts')}>
      <SheetBody>
        {saved && <Done>{t('locations.saved')}</Done>}
        {saved?.map((warning) => (
          <Note key={warning}>{warning}</Note>
        ))}
        {editing ? (
          <EditForm
            location={location}
            onDone={(warnings) => {
              setSaved(warnings);
              setEditing(false);
            }}
          />
        ) : (
          <>
            <Facts facts={facts} />
            {location.viewerCanUpdate && !location.closedAt && (
              <FormActions>
                <Button
                  variant="default"
                  onClick={() => {
                    setSaved(undefined);
                    setEditing(true);
                  }}
                >
                  {t('locations.change')}
                </Button>
              </FormActions>
            )}
          </>
        )}
      </SheetBody>
    </Sheet>
  );
}

function EditForm({
  location,
  onDone,
}: {
  readonly location: LocationFactsFragment;
  /** @param warnings  of what was stored; undefined when nothing was */
  readonly onDone: (warnings: readonly string[] | undefined) => void;
}) {
  const { t } = useTranslation();
  const { id, name, street, postalCode, city, country, deliveryContact, deviceCount } = location;
  const command = useCommand(UpdateLocationDocument, (data) => data.updateSite);
  const [typed, setTyped] = useState({
    name,
    street,
    postalCode,
    city,
    country,
    deliveryContactName: deliveryContact?.name ?? '',
    deliveryContactEmail: deliveryContact?.email ?? '',
    deliveryContactPhone: deliveryContact?.phone ?? '',
    deliveryInstructions: location.deliveryInstructions ?? '',
  });
  const submit = async () => {
    const done = await command.run({ input: { siteId: id, ...typed } });
    if (done) onDone(done.warnings.map(({ message }) => message));
  };
  return (
    <Form label={t('locations.change')} onSubmit={() => void submit()}>
      <CommandProblem failure={command.failure} />
      <LocationFields value={typed} failure={command.failure} onChange={setTyped} />
      {deviceCount > 0 && <Note>{t('locations.effect', { count: deviceCount })}</Note>}
      <FormActions>
        <Button type="submit" loading={command.running}>
          {t('locations.save')}
        </Button>
        <Button variant="default" onClick={() => onDone(undefined)}>
          {t('locations.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
