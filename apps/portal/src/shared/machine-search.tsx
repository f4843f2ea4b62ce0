import { TextInput } from '@mantine/core';
import { Icon } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from './paths';

/** Finds a machine from any page; Ctrl K (or Cmd K) puts the cursor into it. */
export function MachineSearch() {
  const { t } = useTranslation();
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');

  useEffect(() => {
    const focusOnShortcut = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', focusOnShortcut);
    return () => window.removeEventListener('keydown', focusOnShortcut);
  }, []);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    router.history.push(paths.devices({ search: text.trim() }));
  };

  return (
    <form role="search" aria-label={t('app.searchMachines')} onSubmit={submit}>
      <TextInput
        ref={field}
        type="search"
        name="search"
        aria-label={t('app.searchMachines')}
        placeholder={t('app.searchMachines')}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
}
