import { Button } from '@mantine/core';
import { Form, FormActions, FormProblem, NotAllowed, Note, Sheet, Stack, useFormat } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { CommandProblem } from '../../shared/command-problem';
import { DraftStore } from '../../shared/readings/draft-store';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { useRight, useViewer } from '../../shared/viewer';
import { ChooseMachines } from './choose-machines';
import { DeliveryFields } from './delivery-fields';
import { OrderFormProvider } from './draft-context';
import { MachineSupplies } from './machine-supplies';
import { idsOf, joined } from './new-order-search';
import { linesOf, type Orderable } from './order-lines';
import { OrderPlaced } from './order-placed';
import { useOrderable } from './use-orderable';
import { type Placing, usePlaceOrder } from './use-place-order';

const route = getRouteApi('/in/orders/new');

/** Orders supplies for one machine or many; when they arrive is said before they are ordered (R57). */
export function NewOrderPage() {
  const { t } = useTranslation();
  if (useRight('order:place')) return <OrderFormPage />;
  return (
    <Page title={t('newOrder.title')} crumbs={[{ label: t('nav.orders') }, { label: t('newOrder.title') }]}>
      <Sheet>
        <NotAllowed title={t('problem.not-allowed.title')}>{t('problem.not-allowed.text')}</NotAllowed>
      </Sheet>
    </Page>
  );
}

function OrderFormPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { user } = useViewer();
  const chosen = idsOf(route.useSearch());
  const { answers, ask } = useOrderable(chosen);
  const drafts = useMemo(() => new DraftStore(`order of ${user?.id ?? ''}`), [user?.id]);
  const placing = usePlaceOrder(drafts);
  const form = useMemo(() => ({ drafts, problems: placing.problems }), [drafts, placing.problems]);
  const choose = (ids: readonly string[]) =>
    router.history.replace(paths.newOrder({ machines: joined(ids) }));
  const known = chosen.flatMap((id) => {
    const answer = answers.get(id);
    return answer?.state === 'known' ? [answer.orderable] : [];
  });
  const lines = known.flatMap(linesOf);
  return (
    <Page
      title={t('newOrder.title')}
      crumbs={[
        { label: t('nav.orders') },
        { label: t('orders.title'), href: paths.orders() },
        { label: t('newOrder.title') },
      ]}
      say={!placing.placed && t(chosen.length > 0 ? 'newOrder.sayLines' : 'newOrder.sayChoose')}
    >
      {placing.placed ? (
        <OrderPlaced orders={placing.placed} />
      ) : (
        <OrderFormProvider value={form}>
          <Stack>
            {chosen.length > 0 && (
              <Form wide label={t('newOrder.title')} onSubmit={() => void placing.send(lines)}>
                <WhatIsWrong placing={placing} />
                {chosen.map((id) => (
                  <MachineSupplies
                    key={id}
                    answer={answers.get(id)}
                    onRetry={() => void ask(id)}
                    onRemove={
                      chosen.length > 1 ? () => choose(chosen.filter((other) => other !== id)) : undefined
                    }
                  />
                ))}
                <DeliveryFields
                  addresses={[...new Set(known.map(({ deliveryAddress }) => deliveryAddress))]}
                />
                <Arrival known={known} />
                <FormActions>
                  <Button type="submit" loading={placing.running}>
                    {t('newOrder.submit')}
                  </Button>
                  <ButtonLink variant="default" href={paths.orders()}>
                    {t('newOrder.cancel')}
                  </ButtonLink>
                </FormActions>
              </Form>
            )}
            <ChooseMachines chosen={chosen} onChoose={(ids) => choose([...chosen, ...ids])} />
          </Stack>
        </OrderFormProvider>
      )}
    </Page>
  );
}

/** The day of arrival, before anything is sent; an estimate, not a promise. */
function Arrival({ known }: { readonly known: readonly Orderable[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = [...new Set(known.map(({ expectedOn }) => expectedOn))].toSorted();
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return undefined;
  return (
    <Note>
      {first === last
        ? t('newOrder.arrival', { day: format.longDay(first) })
        : t('newOrder.arrivals', { first: format.longDay(first), last: format.longDay(last) })}
    </Note>
  );
}

/** What stands in the way, summed above the form; each leads to its field. */
function WhatIsWrong({ placing }: { readonly placing: Placing }) {
  const { t } = useTranslation();
  const { problems, failure } = placing;
  if (problems.size === 0) return <CommandProblem failure={failure} />;
  const title = failure?.kind === 'refused' ? failure.message : t('form.problems', { count: problems.size });
  return (
    <FormProblem
      title={title}
      problems={[...problems].map(([fieldId, message]) => ({ fieldId: fieldId || undefined, message }))}
    />
  );
}
