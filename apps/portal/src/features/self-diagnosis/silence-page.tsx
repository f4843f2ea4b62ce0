import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { DeviceSilenceDocument } from '@platen/graphql-client';
import { Columns, Done, Empty, Facts, FormActions, Sheet, SheetBody, Stack, useFormat } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContactWays } from '../../shared/contact-ways';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useViewer } from '../../shared/viewer';
import { type SilentDevice, knownFacts } from './known-facts';
import { stepsFor } from './silence-steps';
import classes from './steps.module.css';

const route = getRouteApi('/in/machines/$deviceId/silence');

/** Why is it silent? What is known from here, what a person can look at, and whom to ask when nothing helped (P16). */
export function SilencePage() {
  const { t } = useTranslation();
  const { deviceId } = route.useParams();
  const { data, error, refetch } = useQuery(DeviceSilenceDocument, {
    variables: { id: deviceId },
    fetchPolicy: 'cache-and-network',
  });
  const device = data?.device;
  const title = t('silence.title');
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('devices.title'), href: paths.devices() },
        ...(device ? [{ label: device.name, href: paths.device(device.id) }] : []),
        { label: title },
      ]}
      about={device && `${device.name} · ${device.maker} ${device.model} · ${device.serialNumber}`}
      say={device?.silence && t(`silence.cause.${device.silence.cause}.say`)}
    >
      {!device && (
        <Sheet>
          {error && <ProblemState error={error} onRetry={() => void refetch()} />}
          {!error && device === null && (
            <Empty title={t('devices.notFound.title')}>{t('devices.notFound.text')}</Empty>
          )}
        </Sheet>
      )}
      {device && !device.silence && (
        <Sheet>
          <SheetBody>
            <Done>{t(device.state === 'NOT_MONITORED' ? 'silence.notWatched' : 'silence.heard')}</Done>
          </SheetBody>
        </Sheet>
      )}
      {device?.silence && (
        <Diagnosis device={{ ...device, silence: device.silence }} onTest={() => refetch()} />
      )}
    </Page>
  );
}

function Diagnosis({
  device,
  onTest,
}: {
  readonly device: SilentDevice;
  readonly onTest: () => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [tested, setTested] = useState<string>();
  const [testing, setTesting] = useState(false);
  const { cause } = device.silence;
  const test = async () => {
    setTesting(true);
    await onTest().catch(() => undefined);
    setTesting(false);
    setTested(new Date().toISOString());
  };
  return (
    <Stack>
      <Columns wide>
        <Sheet title={t('silence.steps')}>
          <SheetBody>
            <p>{t(`silence.cause.${cause}.why`)}</p>
            <ol className={classes.steps}>
              {stepsFor[cause].map((step) => (
                <li key={step}>{t(`silence.step.${step}`, { address: device.ipAddress ?? '' })}</li>
              ))}
            </ol>
            <FormActions>
              <Button onClick={() => void test()} loading={testing}>
                {t('silence.test')}
              </Button>
            </FormActions>
            {tested && <Done>{t('silence.still', { time: format.time(tested) })}</Done>}
          </SheetBody>
        </Sheet>
        <Sheet title={t('silence.known')}>
          <SheetBody>
            <Facts facts={knownFacts(device, t, format)} />
          </SheetBody>
        </Sheet>
      </Columns>
      <Sheet title={t('silence.help')}>
        <SheetBody>
          <Desk />
        </SheetBody>
      </Sheet>
    </Stack>
  );
}

function Desk() {
  const { t } = useTranslation();
  const contacts = useViewer().branch?.contacts ?? [];
  const desk =
    contacts.find(({ topic }) => topic === 'SERVICE_AND_PORTAL') ??
    contacts.find(({ topic }) => topic === 'GENERAL');
  return (
    <p>
      {t('silence.ask')} {desk && <ContactWays contact={desk} />}
    </p>
  );
}
