import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { SupplyColor, SupplyKind } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { type CommandFailure, errorAt } from '../../shared/use-command';
import classes from './slot-fields.module.css';

/** A supply of a model as it is typed. */
export interface TypedSlot {
  readonly slot: string;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  readonly description: string;
}

const kinds: readonly SupplyKind[] = [
  'TONER',
  'INK',
  'DRUM',
  'DEVELOPER',
  'FUSER',
  'TRANSFER',
  'WASTE',
  'STAPLES',
  'MAINTENANCE',
  'OTHER',
];
const colors: readonly SupplyColor[] = ['BLACK', 'CYAN', 'MAGENTA', 'YELLOW', 'OTHER', 'NONE'];

/** The supplies that every machine of a model holds. */
export function SlotFields({
  slots,
  failure,
  onChange,
}: {
  readonly slots: readonly TypedSlot[];
  readonly failure: CommandFailure | undefined;
  readonly onChange: (slots: TypedSlot[]) => void;
}) {
  const { t } = useTranslation();
  const change = (at: number, next: Partial<TypedSlot>) =>
    onChange(slots.map((slot, index) => (index === at ? { ...slot, ...next } : slot)));
  return (
    <fieldset className={classes.slots}>
      <legend>{t('models.slots')}</legend>
      {slots.map((slot, at) => (
        // a slot has no name of its own yet while it is typed: its place in the list is what it is
        <div key={at} className={classes.slot} role="group" aria-label={t('models.slotAt', { at: at + 1 })}>
          <TextInput
            id={`slots.${at}`}
            label={t('models.slot.slot')}
            maxLength={20}
            value={slot.slot}
            error={errorAt(failure, `slots.${at}`)}
            onChange={({ currentTarget }) => change(at, { slot: currentTarget.value })}
          />
          <NativeSelect
            label={t('models.slot.kind')}
            value={slot.kind}
            data={kinds.map((kind) => ({ value: kind, label: t(`models.kind.${kind}`) }))}
            onChange={({ currentTarget }) =>
              change(at, { kind: kinds.find((kind) => kind === currentTarget.value) ?? slot.kind })
            }
          />
          <NativeSelect
            label={t('models.slot.color')}
            value={slot.color}
            data={colors.map((color) => ({ value: color, label: t(`models.color.${color}`) }))}
            onChange={({ currentTarget }) =>
              change(at, { color: colors.find((color) => color === currentTarget.value) ?? slot.color })
            }
          />
          <TextInput
            label={t('models.slot.description')}
            maxLength={120}
            value={slot.description}
            onChange={({ currentTarget }) => change(at, { description: currentTarget.value })}
          />
          <Button
            variant="default"
            aria-label={t('models.slot.removeAt', { at: at + 1 })}
            onClick={() => onChange(slots.filter((_, index) => index !== at))}
          >
            {t('models.slot.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          onClick={() =>
            onChange([
              ...slots,
              { slot: `1.${slots.length + 1}`, kind: 'TONER', color: 'BLACK', description: '' },
            ])
          }
        >
          {t('models.slot.add')}
        </Button>
      </div>
    </fieldset>
  );
}
