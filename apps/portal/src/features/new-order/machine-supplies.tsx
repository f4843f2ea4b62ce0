import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type Column, DataTable, Empty, Sheet, TwoLines, UiLink, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { supplyName } from '../../shared/devices/supply-view';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useField } from './draft-context';
import { articleKey, type FormLine, linesOf } from './order-lines';
import type { OrderableAnswer } from './use-orderable';

/** One machine of an order: its supplies, how many of each, or why not. */
export function MachineSupplies({
  answer,
  onRetry,
  onRemove,
}: {
  readonly answer: OrderableAnswer | undefined;
  readonly onRetry: () => void;
  /** undefined where there is no other machine */
  readonly onRemove: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const columns = useColumns();
  const orderable = answer?.state === 'known' ? answer.orderable : undefined;
  const name = orderable?.device.name ?? t('devices.one');
  const lines = orderable && linesOf(orderable);
  const instead = () => {
    if (answer?.state === 'failed') return <ProblemState error={answer.error} onRetry={onRetry} />;
    if (answer?.state === 'unknown')
      return <Empty title={t('devices.notFound.title')}>{t('devices.notFound.text')}</Empty>;
    return (
      lines?.length === 0 && <Empty title={t('newOrder.nothing.title')}>{t('newOrder.nothing.text')}</Empty>
    );
  };
  return (
    <Sheet
      title={orderable ? <UiLink href={paths.device(orderable.device.id)}>{name}</UiLink> : t('devices.one')}
      aside={
        <>
          {orderable && `${orderable.device.model} · ${orderable.device.serialNumber} `}
          {onRemove && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('newOrder.removeNamed', { name })}
              onClick={onRemove}
            >
              {t('newOrder.remove')}
            </Button>
          )}
        </>
      }
      flush
    >
      <DataTable
        caption={t('newOrder.suppliesOf', { name })}
        columns={columns}
        rows={answer ? (lines ?? []) : undefined}
        rowKey={({ key }) => key}
        instead={instead()}
      />
    </Sheet>
  );
}

function useColumns(): readonly Column<FormLine>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'supply',
      header: t('supplies.column.what'),
      cell: (line) => <TwoLines first={nameOf(line, t)} second={line.supply.description} />,
      phone: 'title',
    },
    {
      id: 'level',
      header: t('supplies.column.level'),
      cell: (line) => <Level line={line} />,
      phone: 'corner',
    },
    {
      id: 'article',
      header: t('newOrder.column.article'),
      cell: (line) => <Article line={line} />,
      phone: 'plain',
    },
    {
      id: 'quantity',
      header: t('newOrder.column.quantity'),
      cell: (line) => <Quantity line={line} />,
      phone: 'plain',
    },
  ];
}

function nameOf({ supply }: FormLine, t: ReturnType<typeof useTranslation>['t']): string {
  const { kind, color, description } = supply;
  return supplyName({ kind, color: color ?? 'NONE', description: description ?? '' }, t);
}

function Level({ line }: { readonly line: FormLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { levelPercent } = line.supply;
  return levelPercent === null ? t('supplies.notKnown') : format.percent(levelPercent);
}

/** The article, or a choice where several fit. */
function Article({ line }: { readonly line: FormLine }) {
  const { t } = useTranslation();
  const { text, type } = useField(articleKey(line));
  const { articles, refusal } = line.supply;
  const [first] = articles;
  if (!first) return undefined;
  if (refusal || articles.length === 1)
    return <TwoLines plain first={first.article.partNumber} second={first.accessory} />;
  return (
    <NativeSelect
      aria-label={t('newOrder.articleOf', { supply: nameOf(line, t), machine: line.deviceName })}
      value={text === '' ? first.article.id : text}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      data={articles.map(({ article, accessory }) => ({
        value: article.id,
        label: [article.name, article.partNumber, accessory].filter(Boolean).join(' · '),
      }))}
    />
  );
}

/** How many, or in its place why none. */
function Quantity({ line }: { readonly line: FormLine }) {
  const { t } = useTranslation();
  const { text, type, problem } = useField(line.key);
  const { refusal } = line.supply;
  if (refusal) {
    const { order } = refusal;
    return (
      <span>
        {refusal.text}{' '}
        {order && (
          <UiLink href={paths.order(order.id)}>{t('orders.oneNumber', { number: order.number })}</UiLink>
        )}
      </span>
    );
  }
  return (
    <TextInput
      id={line.key}
      size="sm"
      w={200}
      maw="100%"
      inputMode="numeric"
      autoComplete="off"
      maxLength={9}
      placeholder="0"
      aria-label={t('newOrder.quantityOf', { supply: nameOf(line, t), machine: line.deviceName })}
      error={problem}
      value={text}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}
