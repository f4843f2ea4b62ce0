import { Button } from '@mantine/core';
import { FormActions, Sheet, SheetBody } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import classes from './rows.module.css';
import { ChoiceSetting, TextSetting } from './setting-fields';
import type { SectionProps } from './settings-draft';

const topics = ['GENERAL', 'SUPPLIES', 'METERS', 'SERVICE_AND_PORTAL', 'BILLING'] as const;

/** R88: who helps with what, each reached by telephone or mail. */
export function ContactsSection({ value, failure, onChange }: SectionProps<'contacts'>) {
  const { t } = useTranslation();
  const change = (index: number, next: Partial<(typeof value)[number]>) =>
    onChange(value.map((contact, at) => (at === index ? { ...contact, ...next } : contact)));
  const free = topics.find((topic) => value.every((contact) => contact.topic !== topic));
  const add = () =>
    free && onChange([...value, { __typename: 'Contact', topic: free, phone: '', mail: '', hours: '' }]);
  return (
    <Sheet title={t('branch.section.contacts')}>
      <SheetBody>
        <p>{t('branch.reach.contacts')}</p>
        {value.map((contact, index) => (
          <div key={index} className={classes.contact}>
            <ChoiceSetting
              path={`contacts.${index}.topic`}
              label={t('branch.field.contacts.topic')}
              value={contact.topic}
              choices={topics.map((topic) => ({ value: topic, label: t(`account.topic.${topic}`) }))}
              failure={failure}
              onChange={(topic) => change(index, { topic })}
            />
            <TextSetting
              path={`contacts.${index}.phone`}
              label={t('branch.field.contacts.phone')}
              type="tel"
              maxLength={40}
              value={contact.phone}
              failure={failure}
              onChange={(phone) => change(index, { phone })}
            />
            <TextSetting
              path={`contacts.${index}.mail`}
              label={t('branch.field.contacts.mail')}
              type="email"
              value={contact.mail}
              failure={failure}
              onChange={(mail) => change(index, { mail })}
            />
            <TextSetting
              path={`contacts.${index}.hours`}
              label={t('branch.field.contacts.hours')}
              maxLength={120}
              value={contact.hours}
              failure={failure}
              onChange={(hours) => change(index, { hours })}
            />
            <FormActions>
              <Button variant="default" onClick={() => onChange(value.filter((_, at) => at !== index))}>
                {t('branch.removeContact')}
              </Button>
            </FormActions>
          </div>
        ))}
        {free && (
          <FormActions>
            <Button variant="default" onClick={add}>
              {t('branch.addContact')}
            </Button>
          </FormActions>
        )}
      </SheetBody>
    </Sheet>
  );
}
