import { describe, expect, it } from 'vitest';
import { rowZone } from '#engine/imports/row-zone.ts';

const idOf = (cell: unknown) => {
  const zone = rowZone(cell);
  return typeof zone === 'object' ? zone.id : zone;
};

describe('the column with the offset or zone of a row', () => {
  it('holds an offset, written or as a number of hours, minutes or seconds ahead of UTC', () => {
    for (const cell of ['+02:00', '+0200', '0200', 'UTC+2', 2, '2', 120, '120', 7200, '7200.0']) {
      expect(idOf(cell), String(cell)).toBe('+02:00');
    }
    for (const cell of ['-03:30', '-3.5', '-3,5', -210, -12_600])
      expect(idOf(cell), String(cell)).toBe('-03:30');
    // Four digits that are no time of the day are seconds.
    for (const cell of ['-02:30', '-0230', '-9000', -9000]) expect(idOf(cell), String(cell)).toBe('-02:30');
    for (const cell of ['-3600', -3600, '-0100']) expect(idOf(cell), String(cell)).toBe('-01:00');
    expect(idOf('+3600')).toBe('+01:00');
    expect(idOf('+1400')).toBe('+14:00');
    for (const cell of ['Z', 'UTC', 0, '+00:00']) expect(idOf(cell), String(cell)).toBe('UTC');
  });

  it('or the name of a zone', () => {
    expect(idOf('Europe/Paris')).toBe('Europe/Paris');
    expect(idOf(' america/new_york ')).toBe('America/New_York');
  });

  it('or nothing: then the row is read by the clock of the section', () => {
    for (const cell of [null, undefined, '', '  ']) expect(idOf(cell)).toBeUndefined();
  });

  it('and anything else is not understood', () => {
    for (const cell of ['summer', '17', '100', 'Mars/Olympus', 1e9, '+25:00', '0.1']) {
      expect(idOf(cell), String(cell)).toBe('unknown');
    }
  });
});
