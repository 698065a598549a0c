import { describe, expect, it } from 'vitest';
import { dayCount, localDay, rangeFault } from '../../../renderer/dialogs/imports/range.ts';

const good = { from: '2026-10-01', to: '2026-10-31', today: '2026-11-22', systemCount: 1 };

describe('the range of an import', () => {
  it('is good from its first to its last day, today included', () => {
    expect(rangeFault(good)).toBeUndefined();
    expect(rangeFault({ ...good, to: good.today })).toBeUndefined();
    expect(rangeFault({ ...good, from: good.to })).toBeUndefined();
  });

  it('says the first thing that is wrong with it', () => {
    expect(rangeFault({ ...good, from: '' })).toBe('from-missing');
    expect(rangeFault({ ...good, to: '' })).toBe('to-missing');
    expect(rangeFault({ ...good, from: '2026-11-01' })).toBe('order');
    expect(rangeFault({ ...good, to: '2026-11-23' })).toBe('future');
    expect(rangeFault({ ...good, systemCount: 0 })).toBe('no-system');
  });

  it('counts both its ends, over a clock change and a leap day too', () => {
    expect(dayCount('2026-10-24', '2026-10-26')).toBe(3);
    expect(dayCount('2028-02-28', '2028-03-01')).toBe(3);
    expect(dayCount('2026-10-02', '2026-10-01')).toBe(0);
    expect(dayCount('', '2026-10-01')).toBe(0);
  });

  it('begins with yesterday by the reader’s own calendar', () => {
    expect(localDay(new Date(2026, 2, 1, 0, 5), -1)).toBe('2026-02-28');
    expect(localDay(new Date(2026, 0, 9, 23, 55))).toBe('2026-01-09');
  });
});
