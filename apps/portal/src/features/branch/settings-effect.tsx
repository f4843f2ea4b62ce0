import { Button } from '@mantine/core';
import { Facts, FormActions, Note, Sheet, SheetBody, useFormat } from '@platen/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Differences } from './differences';
import { settingLabel } from './setting-words';
import type { SettingsEffect } from './use-settings-preview';

/** What would change and what it would do, and the button that does it. */
export function SettingsEffectSheet(props: {
  readonly effect: SettingsEffect;
  readonly storing: boolean;
  readonly onStore: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { differences, arrivalNow, arrivalThen, holidays, organisationsOpen, warnings } = props.effect;
  const same = differences.length === 0;
  return (
    <div ref={box} tabIndex={-1}>
      <Sheet title={t('branch.effect.title')}>
        <SheetBody ruled>
          {same ? <p>{t('branch.effect.nothing')}</p> : <Differences differences={differences} />}
          <Facts
            facts={[
              [
                t('branch.effect.arrival'),
                arrivalNow === arrivalThen
                  ? t('branch.effect.arrivalSame', { day: format.longDay(arrivalThen) })
                  : t('branch.effect.arrivalChanged', {
                      now: format.longDay(arrivalNow),
                      then: format.longDay(arrivalThen),
                    }),
              ],
              [
                t('branch.effect.holidays'),
                format.list(holidays.map(({ on, name }) => `${format.dayOfYear(on)} (${name})`)),
              ],
              [t('branch.effect.registration'), t('branch.effect.open', { count: organisationsOpen })],
            ]}
          />
          {warnings.map(({ path, message }) => (
            <Note key={path}>
              <strong>{settingLabel(path, t)}</strong>
              <p>{message}</p>
            </Note>
          ))}
          <FormActions>
            {!same && (
              <Button loading={props.storing} onClick={props.onStore}>
                {t('branch.store')}
              </Button>
            )}
            <Button variant="default" onClick={props.onBack}>
              {t('branch.back')}
            </Button>
          </FormActions>
        </SheetBody>
      </Sheet>
    </div>
  );
}
