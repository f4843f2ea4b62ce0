import { useTranslation } from 'react-i18next';
import { ContactWays } from './contact-ways';
import classes from './missing-machines.module.css';
import { useRight, useViewer } from './viewer';

/** Whom to ask about a machine that is not there: the own administrator (R31), for whom sees all the provider (R32). Staff are the provider. */
export function MissingMachines() {
  const { t } = useTranslation();
  const seesAll = useRight('device:all');
  const { kind, branch } = useViewer();
  const contacts = branch?.contacts ?? [];
  if (kind === 'STAFF') return null;
  if (!seesAll) return <p className={classes.missing}>{t('sight.missing.member')}</p>;
  const contact =
    contacts.find(({ topic }) => topic === 'SERVICE_AND_PORTAL') ??
    contacts.find(({ topic }) => topic === 'GENERAL');
  return (
    <p className={classes.missing}>
      {t('sight.missing.administrator')} {contact && <ContactWays contact={contact} />}
    </p>
  );
}
