import { DeviceStory } from '../../test/story';

describe('what one cartridge says', () => {
  test('rule: a new serial number is a swap, at once', () => {
    const { swaps } = new DeviceStory()
      .falls(60, 40, 2, 'A')
      .reads({ level: 39, serial: 'B', impressions: 56_100 }).supply;
    expect(swaps).toMatchObject([{ evidence: 'serial' }]);
    expect(swaps[0]?.early).toBeGreaterThan(0.9);
  });

  test('rule: a rise is a swap when the next reading confirms it, and not before', () => {
    const story = new DeviceStory().falls(40, 4, 2).reads({ level: 100, impressions: 59_800 });
    expect(story.supply.swaps).toEqual([]);
    expect(story.supply.levelPercent).toBe(4);
    expect(story.reads({ level: 99, impressions: 59_900 }).supply.swaps).toMatchObject([
      { evidence: 'rise' },
    ]);
  });

  test('rule: a rise needs no second reading when the device reported that it ran out', () => {
    const story = new DeviceStory().falls(40, 4, 2).alerts().reads({ level: 100, impressions: 60_000 });
    expect(story.supply.swaps).toMatchObject([{ evidence: 'rise', early: 0, residuePoints: 0 }]);
  });

  test('rule: a single 0 or 100 between plausible values is ignored', () => {
    for (const nonsense of [0, 100]) {
      const story = new DeviceStory()
        .falls(80, 60, 2)
        .reads({ level: nonsense, condition: nonsense === 0 ? 'low' : 'ok', impressions: 54_200 });
      expect(story.supply.levelPercent).toBe(60);
      const after = story.reads({ level: 57, impressions: 54_300 }).supply;
      expect(after).toMatchObject({ levelPercent: 57, doubt: null, swaps: [], ranOut: false });
    }
  });

  test('rule: a rise below 12 points, or below two steps of the gauge, is no swap', () => {
    const fine = new DeviceStory().falls(40, 20, 2).reads({ level: 31, impressions: 58_000 });
    expect(fine.reads({ level: 31, impressions: 58_000 }).supply.swaps).toEqual([]);
    const coarse = new DeviceStory().falls(80, 40, 20).reads({ level: 60, impressions: 56_100 });
    expect(coarse.reads({ level: 60, impressions: 56_200 }).supply.swaps).toEqual([]);
  });

  test('rule: the same serial number after a rise is a gauge that leapt, not a swap', () => {
    const story = new DeviceStory()
      .falls(40, 20, 2, 'A')
      .reads({ level: 90, serial: 'A', impressions: 58_000 });
    expect(story.reads({ level: 90, serial: 'A', impressions: 58_100 }).supply.swaps).toEqual([]);
  });

  test('rule: where there are no numbers, low and then ok twice is a swap', () => {
    const story = new DeviceStory();
    for (let day = 0; day < 40; day++) story.reads({ impressions: 50_000 + day * 200 });
    story.reads({ condition: 'low', impressions: 58_200 }).reads({ condition: 'low', impressions: 58_400 });
    expect(story.supply.condition).toBe('low');
    story.reads({ condition: 'ok', impressions: 58_600 });
    expect(story.supply.swaps).toEqual([]);
    expect(story.reads({ condition: 'ok', impressions: 58_800 }).supply.swaps).toMatchObject([
      { evidence: 'condition' },
    ]);
  });

  test('rule: a number from a device that gives none is not believed once', () => {
    const story = new DeviceStory().reads({}).reads({}).reads({ level: 0, condition: 'low' });
    expect(story.supply).toMatchObject({ levelPercent: null, condition: 'ok' });
    expect(story.reads({}).supply).toMatchObject({ doubt: null, condition: 'ok' });
  });

  test('the step of a gauge is learned, and a level stands for all of its step', () => {
    const { stepPoints, belief } = new DeviceStory().falls(100, 40, 20).supply;
    expect(stepPoints).toBe(20);
    expect(belief.mean[0]).toBeGreaterThan(25);
    expect(belief.mean[0]).toBeLessThanOrEqual(41);
  });

  test('the cost of a page is learned from the gauge', () => {
    const { belief } = new DeviceStory().falls(100, 40, 1).supply;
    expect(belief.mean[1] * 100).toBeCloseTo(1, 1);
  });

  test('a cartridge that ran out at 12 percent teaches where the next one ends', () => {
    const story = new DeviceStory().falls(40, 12, 1).alerts().reads({ level: 100, impressions: 58_900 });
    expect(story.supply.belief.mean[3]).toBeGreaterThan(1);
  });
});
