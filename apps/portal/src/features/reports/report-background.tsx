import type { ReportBackgroundQuery, UsedDevicePartsFragment } from '@platen/graphql-client';
import { Columns, Facts, Sheet, SheetBody, UiLink, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';

type Background = Extract<NonNullable<ReportBackgroundQuery['volumeReport']>, { __typename: 'VolumeReport' }>;

/** Machines outside their range by an open rule, and what the pages mean in paper and CO2, with the method. */
export function ReportBackground({ background }: { readonly background: Background }) {
  const { usage, footprint } = background;
  return (
    <Columns>
      <UsageSheet usage={usage} />
      {footprint && <FootprintSheet footprint={footprint} />}
    </Columns>
  );
}

function UsageSheet({ usage }: { readonly usage: Background['usage'] }) {
  const { t } = useTranslation();
  const { leastMonths, leastDevices, factor } = usage;
  return (
    <Sheet title={t('reports.usage.title')}>
      <SheetBody>
        <p>
          {t('reports.usage.say', { under: usage.underCount, over: usage.overCount, count: usage.judged })}
        </p>
        <UsedList heading={t('reports.usage.over')} devices={usage.over} />
        <UsedList heading={t('reports.usage.under')} devices={usage.under} />
        <p>
          <small>{t('reports.usage.rule', { leastMonths, leastDevices, factor })}</small>
        </p>
      </SheetBody>
    </Sheet>
  );
}

function UsedList({
  heading,
  devices,
}: {
  readonly heading: string;
  readonly devices: readonly UsedDevicePartsFragment[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (devices.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {devices.map(({ deviceId, name, monthlyMean, rangeFrom, rangeTo, rule }) => (
          <li key={deviceId}>
            <UiLink href={`${paths.device(deviceId)}?tab=volumes`}>{name}</UiLink>{' '}
            {t(`reports.usage.${rule}`, {
              mean: format.number(monthlyMean),
              from: format.number(rangeFrom),
              to: format.number(rangeTo),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

function FootprintSheet({ footprint }: { readonly footprint: NonNullable<Background['footprint']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sheets, paperKg, co2Kg, factors } = footprint;
  return (
    <Sheet title={t('reports.footprint.title')}>
      <SheetBody>
        <Facts
          facts={[
            [t('reports.footprint.sheets'), format.number(sheets)],
            [
              t('reports.footprint.paper'),
              t('reports.footprint.kg', { value: format.number(Math.round(paperKg)) }),
            ],
            [
              t('reports.footprint.co2'),
              t('reports.footprint.kg', { value: format.number(Math.round(co2Kg)) }),
            ],
          ]}
        />
        <p>
          <small>{t('reports.footprint.method')}</small>
        </p>
        <ul>
          {factors.map(({ code, value, unit, source, year }) => (
            <li key={code}>
              <small>
                {t(year === null ? 'reports.footprint.assumed' : 'reports.footprint.factor', {
                  value: format.figure(value),
                  unit,
                  source,
                  year: String(year),
                })}
              </small>
            </li>
          ))}
        </ul>
      </SheetBody>
    </Sheet>
  );
}
