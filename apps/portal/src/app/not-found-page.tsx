import { useTranslation } from 'react-i18next';
import { BarePage } from './bare-page';

/** An address that leads nowhere, and the way on. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return <BarePage title={t('notFound.title')}>{t('notFound.text')}</BarePage>;
}
