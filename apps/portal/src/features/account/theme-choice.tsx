import { NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const schemes = ['auto', 'light', 'dark'] as const;

/** Light, dark or as the system has it; kept in this browser. */
export function ThemeChoice() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <NativeSelect
      label={t('account.theme.label')}
      description={t('account.theme.reach')}
      value={colorScheme}
      onChange={(event) =>
        setColorScheme(schemes.find((scheme) => scheme === event.currentTarget.value) ?? 'auto')
      }
      data={schemes.map((scheme) => ({ value: scheme, label: t(`account.theme.${scheme}`) }))}
    />
  );
}
