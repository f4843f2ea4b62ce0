import { render, screen, within } from '@testing-library/react';
import type { LevelView, SupplyView } from './supply';
import { SupplyBar, SupplyBars, SupplyDots } from './supply-bar';

const supply = (level: LevelView, more: Partial<SupplyView> = {}): SupplyView => ({
  key: 'one',
  color: 'cyan',
  level,
  stale: false,
  levelWords: 'in words',
  name: 'Cyan',
  outlook: '4 to 6 days',
  ...more,
});

const vesselOf = (container: HTMLElement) => container.querySelector<HTMLElement>('[data-state]');

describe('SupplyBar', () => {
  test('a percentage is the only state with a height', () => {
    const { container } = render(<SupplyBar supply={supply({ state: 'percent', percent: 62 })} />);
    expect(vesselOf(container)?.style.getPropertyValue('--level')).toBe('62%');
  });

  test.each(['some', 'unknown', 'unrestricted', 'unscaled', 'not-monitored'] as const)(
    'R38 %s has a drawing of its own and never a height',
    (state) => {
      const { container } = render(<SupplyBar supply={supply({ state })} />);
      const vessel = vesselOf(container);
      expect(vessel?.dataset.state).toBe(state);
      expect(vessel?.style.getPropertyValue('--level')).toBe('0%');
      expect(screen.getByText('in words')).toBeTruthy();
    },
  );

  test('a device that says 150 % does not draw beyond its outline', () => {
    const { container } = render(<SupplyBar supply={supply({ state: 'percent', percent: 150 })} />);
    expect(vesselOf(container)?.style.getPropertyValue('--level')).toBe('100%');
  });

  test('an old level is pale', () => {
    const { container } = render(
      <SupplyBar supply={supply({ state: 'percent', percent: 9 }, { stale: true })} />,
    );
    expect(vesselOf(container)?.dataset.stale).toBe('true');
  });
});

describe('SupplyBars', () => {
  test('only the last reorder tick is labelled; without a reorder point there is no tick', () => {
    const level = { state: 'percent', percent: 40 } as const;
    const supplies = [
      supply(level, { key: 'a', reorderPercent: 18 }),
      supply(level, { key: 'b', reorderPercent: 18 }),
      supply(level, { key: 'c' }),
    ];
    render(<SupplyBars supplies={supplies} label="Supplies" reorderLabel="reorder" />);
    const items = within(screen.getByRole('list', { name: 'Supplies' })).getAllByRole('listitem');
    expect(items.map((item) => within(item).queryByText('reorder') !== null)).toEqual([false, true, false]);
  });
});

describe('SupplyDots', () => {
  test('is read out as one sentence of levels', () => {
    const supplies = [
      supply({ state: 'percent', percent: 62 }, { key: 'c', levelWords: '62%' }),
      supply({ state: 'unknown' }, { key: 'm', name: 'Magenta', levelWords: 'unknown' }),
    ];
    render(<SupplyDots supplies={supplies} />);
    expect(screen.getByRole('img', { name: 'Cyan 62%, Magenta unknown' })).toBeTruthy();
  });
});
