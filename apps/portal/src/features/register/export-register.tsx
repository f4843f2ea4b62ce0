import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { RegisterFileDocument, type RegisterFileQuery } from '@platen/graphql-client';
import { Form, FormActions, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerChoice } from '../../shared/customer-choice';
import { ProblemState } from '../../shared/problem-state';
import { saveFile } from '../../shared/save-file';

/** The register of an organisation as a file that can be changed in a spreadsheet and sent back. */
export function ExportRegister() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [customerId, setCustomer] = useState('');
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  const pieceAfter = async (after: string | null): Promise<RegisterFileQuery['deviceRegister']> => {
    const { data } = await client.query({
      query: RegisterFileDocument,
      variables: { customerId, after },
      fetchPolicy: 'no-cache',
    });
    return data?.deviceRegister ?? null;
  };
  const write = async () => {
    if (customerId === '') return;
    setRunning(true);
    setError(undefined);
    try {
      const pieces: string[] = [];
      let after: string | null = null;
      do {
        const piece = await pieceAfter(after);
        pieces.push(piece?.content ?? '');
        after = piece?.next ?? null;
      } while (after !== null);
      saveFile('machines.csv', 'text/csv', pieces.join(''));
    } catch (problem) {
      setError(problem);
    } finally {
      setRunning(false);
    }
  };
  return (
    <Sheet title={t('register.export.title')}>
      <SheetBody>
        <Form label={t('register.export.title')} onSubmit={() => void write()}>
          {error !== undefined && <ProblemState error={error} onRetry={() => void write()} />}
          <p>{t('register.export.text')}</p>
          <CustomerChoice
            id="exportCustomerId"
            label={t('register.customer')}
            value={customerId}
            onChange={setCustomer}
          />
          <FormActions>
            <Button type="submit" variant="default" loading={running}>
              {t('register.export.submit')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
