import { useQuery } from '@apollo/client/react';
import { AuditEntryDocument, type AuditEntryQuery } from '@platen/graphql-client';
import { Columns, Empty, Facts, Sheet, SheetBody, Stack, UiLink, useFormat } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useViewer } from '../../shared/viewer';
import { actionWords } from './audit-actions';
import { actorWords, targetKindWords } from './audit-words';
import classes from './audit.module.css';

type Entry = NonNullable<AuditEntryQuery['auditEntry']>;

const route = getRouteApi('/in/administration/audit/$entryId');

/** One entry with everything that was recorded, and its place in the chain. */
export function AuditEntryPage() {
  const { t } = useTranslation();
  const { entryId } = route.useParams();
  const { data, error, refetch } = useQuery(AuditEntryDocument, { variables: { id: entryId } });
  const entry = data?.auditEntry;
  const title = entry ? actionWords(entry.action, t) : t('audit.column.action');
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('nav.administration') },
        { label: t('audit.title'), href: paths.audit() },
        { label: entry ? t('audit.entry.title', { position: entry.position }) : '…' },
      ]}
    >
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {entry && <EntrySheets entry={entry} />}
      {data && !entry && (
        <Sheet>
          <Empty
            title={t('audit.entry.missing.title')}
            action={<ButtonLink href={paths.audit()}>{t('audit.entry.back')}</ButtonLink>}
          >
            {t('audit.entry.missing.text')}
          </Empty>
        </Sheet>
      )}
    </Page>
  );
}

function EntrySheets({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isStaff = useViewer().kind === 'STAFF';
  const { actor, target, viewedBy, facts } = entry;
  const rows: (readonly [string, string])[] = [
    [t('audit.entry.actor'), actorWords(actor, t)],
    ...(viewedBy ? [[t('audit.entry.viewedBy'), viewedBy.name ?? viewedBy.id] as const] : []),
    ...(target
      ? [
          [
            t('audit.entry.target'),
            `${targetKindWords(target.kind, t)}: ${target.name ?? target.id}`,
          ] as const,
        ]
      : []),
    ...(isStaff
      ? [[t('audit.column.customer'), entry.customer?.name ?? t('audit.branchItself')] as const]
      : []),
    [t('audit.entry.occurred'), format.exact(entry.occurredAt)],
    [t('audit.entry.recorded'), format.exact(entry.recordedAt)],
  ];
  return (
    <Columns wide>
      <Stack>
        <Sheet title={t('audit.column.action')}>
          <SheetBody>
            <Facts facts={rows} />
          </SheetBody>
        </Sheet>
        <Sheet title={t('audit.entry.facts')}>
          <SheetBody>
            {facts.length > 0 ? (
              <Facts facts={facts.map(({ name, value }) => [name, value] as const)} />
            ) : (
              <p>{t('audit.entry.noFacts')}</p>
            )}
          </SheetBody>
        </Sheet>
      </Stack>
      <Stack>
        <Sheet title={t('audit.entry.proof')}>
          <SheetBody>
            <div className={classes.proof}>
              <Facts
                facts={[
                  [t('audit.entry.position'), format.number(entry.position)],
                  [t('audit.entry.act'), entry.action],
                  [t('audit.entry.id'), entry.id],
                  [t('audit.entry.request'), entry.requestId],
                  [t('audit.entry.hash'), entry.hash],
                ]}
              />
            </div>
          </SheetBody>
        </Sheet>
        <Sheet title={t('audit.entry.more')}>
          <SheetBody>
            {actor.id && (
              <UiLink href={paths.audit({ q: `actor:${actor.id}` })}>{t('audit.entry.byActor')}</UiLink>
            )}
            {target && (
              <UiLink href={paths.audit({ q: `target:${target.id}` })}>{t('audit.entry.aboutTarget')}</UiLink>
            )}
            <UiLink href={paths.audit({ q: `action:${entry.action}` })}>{t('audit.entry.sameAct')}</UiLink>
          </SheetBody>
        </Sheet>
      </Stack>
    </Columns>
  );
}
