import { Button, Checkbox, FileInput, Textarea } from '@mantine/core';
import { Form, FormActions, FormProblem, Note } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { CustomerChoice } from '../../shared/customer-choice';
import { MAX_LIST_BYTES } from './parts-of';
import { useSendList } from './use-send-list';

/** Whose list it is, and the list itself: pasted, or a file as a spreadsheet wrote it. */
export function ListForm({ onSent }: { readonly onSent: (importId: string) => void }) {
  const { t } = useTranslation();
  const { run, sent, failure } = useSendList();
  const [customerId, setCustomer] = useState('');
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [makeSites, setMakeSites] = useState(false);
  const [problem, setProblem] = useState<'empty' | 'tooLong' | 'noCustomer'>();
  const submit = async () => {
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text);
    const wrong = faultOf(bytes.length, customerId);
    setProblem(wrong);
    if (wrong) return;
    const id = await run(bytes, customerId, makeSites);
    if (id) onSent(id);
  };
  return (
    <Form label={t('register.list.send')} onSubmit={() => void submit()}>
      {problem && <FormProblem title={t(`register.list.problem.${problem}`)} />}
      <CommandProblem failure={failure} />
      <CustomerChoice label={t('register.customer')} value={customerId} onChange={setCustomer} />
      <FileInput
        label={t('register.list.file')}
        description={t('register.list.fileReach')}
        placeholder={t('register.list.chooseFile')}
        accept=".csv,.txt,text/csv,text/plain"
        clearable
        clearButtonProps={{ 'aria-label': t('register.list.noFile') }}
        value={file}
        onChange={setFile}
      />
      <Textarea
        id="list"
        label={t('register.list.paste')}
        description={t('register.list.columns')}
        rows={6}
        disabled={file !== null}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Checkbox
        label={t('register.list.makeSites')}
        checked={makeSites}
        onChange={({ currentTarget }) => setMakeSites(currentTarget.checked)}
      />
      {sent && <Note>{t('register.list.sending', { done: sent.done, of: sent.of })}</Note>}
      <FormActions>
        <Button type="submit" loading={sent !== undefined}>
          {t('register.list.check')}
        </Button>
      </FormActions>
    </Form>
  );
}

function faultOf(bytes: number, customerId: string): 'empty' | 'tooLong' | 'noCustomer' | undefined {
  if (customerId === '') return 'noCustomer';
  if (bytes === 0) return 'empty';
  return bytes > MAX_LIST_BYTES ? 'tooLong' : undefined;
}
