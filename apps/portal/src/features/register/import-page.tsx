import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Sheet, SheetBody, Stack } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { RegisterTabs } from '../../shared/register-tabs';
import { CheckedList } from './checked-list';
import { ExportRegister } from './export-register';
import { ListForm } from './list-form';

const route = getRouteApi('/in/console/import');

/** A list of machines: sent, judged row by row, then taken as a whole. It can be left meanwhile: the URL finds it again. */
export function ImportPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { list } = route.useSearch();
  return (
    <Page
      title={t('register.list.title')}
      crumbs={[{ label: t('nav.console') }, { label: t('register.list.title') }]}
      say={t('register.list.say')}
    >
      <Stack>
        <RegisterTabs current="import" />
        {list ? (
          <CheckedList key={list} id={list} />
        ) : (
          <>
            <Sheet title={t('register.list.send')}>
              <SheetBody>
                <ListForm onSent={(id) => router.history.push(paths.importMachines({ list: id }))} />
              </SheetBody>
            </Sheet>
            <ExportRegister />
          </>
        )}
      </Stack>
    </Page>
  );
}
