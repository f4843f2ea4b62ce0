import { Button } from '@mantine/core';
import { IssueCollectorCodeDocument, RevokeCollectorDocument } from '@platen/graphql-client';
import { Confirm, FormActions, Note, Sheet, SheetBody, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { useCommand } from '../../shared/use-command';
import type { CollectorDetail } from './collector-page';
import classes from './collectors.module.css';
import { HowToInstall } from './how-to-install';

/** How the collector gets in: a one-time code shown once, and the end of its key. */
export function CollectorAccess({
  collector,
  onChange,
}: {
  readonly collector: CollectorDetail;
  readonly onChange: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState<'replace' | 'revoke'>();
  const [shown, setShown] = useState<{ code: string; expiresAt: string }>();
  const issue = useCommand(IssueCollectorCodeDocument, (data) => data.issueCollectorCode);
  const revoke = useCommand(RevokeCollectorDocument, (data) => data.revokeCollector);
  const input = { collectorId: collector.id };
  const makeCode = async () => {
    const done = await issue.run({ input });
    setAsking(undefined);
    if (done) setShown(done);
    onChange();
  };
  const end = async () => {
    const done = await revoke.run({ input });
    setAsking(undefined);
    if (done) setShown(undefined);
    onChange();
  };
  const state = collector.access?.state ?? 'NONE';
  const enrolled = state === 'ENROLLED';
  // the code before ends with it: nobody should press it to get the one that stands above
  const makes = enrolled ? 'replace' : shown || state === 'CODE' ? 'another' : 'make';
  return (
    <Sheet title={t('collectors.access.title')}>
      <SheetBody>
        <CommandProblem failure={issue.failure ?? revoke.failure} />
        {shown ? (
          <>
            <Note>{t('collectors.access.once', { moment: format.moment(shown.expiresAt) })}</Note>
            <p className={classes.code}>
              <code>{shown.code}</code>
            </p>
          </>
        ) : (
          <p>
            {t(`collectors.access.${state}`, {
              moment: momentOf(collector.access?.enrolledAt ?? collector.access?.codeExpiresAt, format),
            })}
          </p>
        )}
        {!enrolled && <HowToInstall code={shown?.code} />}
        <FormActions>
          <Button
            variant={shown || enrolled ? 'default' : 'filled'}
            loading={issue.running}
            onClick={() => (enrolled ? setAsking('replace') : void makeCode())}
          >
            {t(`collectors.access.${makes}`)}
          </Button>
          {(enrolled || state === 'CODE') && (
            <Button variant="default" onClick={() => setAsking('revoke')}>
              {t('collectors.access.revoke')}
            </Button>
          )}
        </FormActions>
      </SheetBody>
      <Confirm
        open={asking !== undefined}
        title={t(asking === 'replace' ? 'collectors.access.askReplace' : 'collectors.access.askRevoke', {
          name: collector.name,
        })}
        confirm={t(asking === 'replace' ? 'collectors.access.replace' : 'collectors.access.revoke')}
        cancel={t('collectors.cancel')}
        danger
        busy={issue.running || revoke.running}
        onConfirm={() => void (asking === 'replace' ? makeCode() : end())}
        onCancel={() => setAsking(undefined)}
      >
        <p>{t('collectors.access.consequence')}</p>
      </Confirm>
    </Sheet>
  );
}

function momentOf(at: string | null | undefined, format: { moment: (at: string) => string }): string {
  return at ? format.moment(at) : '';
}
