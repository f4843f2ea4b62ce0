import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { BranchSettingsDocument, UpdateBranchSettingsDocument } from '@platen/graphql-client';
import { Form, FormActions, Note, Sheet, SheetBody, Stack } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { useCommand } from '../../shared/use-command';
import { BrandSection } from './brand-section';
import { CalendarSection } from './calendar-section';
import { ContactsSection } from './contacts-section';
import { GeneralSection } from './general-section';
import { MetersSection } from './meters-section';
import { OrderingSection } from './ordering-section';
import { RegistrationSection } from './registration-section';
import { type Draft, type PresentSettings, toInput } from './settings-draft';
import { SettingsEffectSheet } from './settings-effect';
import { TicketsSection } from './tickets-section';
import { useSettingsPreview } from './use-settings-preview';

/** Every setting in one form. First its effect is shown, then it is stored: no change without its consequence. */
export function SettingsForm({ present }: { readonly present: PresentSettings }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [draft, setDraft] = useState<Draft>(present.settings);
  const { preview, running, failure, effect, forget } = useSettingsPreview();
  const update = useCommand(UpdateBranchSettingsDocument, (data) => data.updateBranchSettings);
  const problem = failure ?? update.failure;
  /** the effect that was shown is that of another draft as soon as something is typed */
  const section = <Group extends keyof Draft>(group: Group) => ({
    value: draft[group],
    failure: problem,
    onChange: (next: Draft[Group]) => {
      forget();
      setDraft({ ...draft, [group]: next });
    },
  });
  const store = async () => {
    const done = await update.run({ input: { expectedVersion: present.version, settings: toInput(draft) } });
    if (done) await client.refetchQueries({ include: [BranchSettingsDocument] });
  };
  return (
    <Form label={t('branch.title')} onSubmit={() => void preview(draft)}>
      <Stack>
        <CommandProblem failure={problem} />
        <GeneralSection {...section('general')} />
        <ContactsSection {...section('contacts')} />
        <RegistrationSection {...section('registration')} />
        <TicketsSection {...section('tickets')} />
        <OrderingSection {...section('ordering')} />
        <MetersSection {...section('meters')} />
        <CalendarSection {...section('calendar')} />
        <BrandSection {...section('brand')} />
        {effect ? (
          <SettingsEffectSheet
            effect={effect}
            storing={update.running}
            onStore={() => void store()}
            onBack={forget}
          />
        ) : (
          <Sheet>
            <SheetBody>
              <Note>{t('branch.howTo')}</Note>
              <FormActions>
                <Button type="submit" loading={running}>
                  {t('branch.preview')}
                </Button>
              </FormActions>
            </SheetBody>
          </Sheet>
        )}
      </Stack>
    </Form>
  );
}
