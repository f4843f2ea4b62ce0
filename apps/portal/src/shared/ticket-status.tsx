import type { TicketStatus } from '@platen/graphql-client';
import { StatePill, type Tone } from '@platen/ui';
import { useTranslation } from 'react-i18next';

const tones: Readonly<Record<TicketStatus, Tone>> = {
  RECEIVED: 'plain',
  TRIAGED: 'plain',
  SCHEDULED: 'plain',
  ON_THE_WAY: 'plain',
  WAITING: 'warn',
  RESOLVED: 'ok',
  CLOSED: 'plain',
  CANCELLED: 'plain',
};

/** Status of a service request in a word. */
export function TicketStatusPill({ status }: { readonly status: TicketStatus }) {
  const { t } = useTranslation();
  return <StatePill tone={tones[status]}>{t(`tickets.status.${status}`)}</StatePill>;
}
