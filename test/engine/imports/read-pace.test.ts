import { describe, expect, it } from 'vitest';
import { readPace } from '#engine/imports/read-pace.ts';

/** Tells the pace of statements that took so long, with as many running as it allows. */
function statements(pace: ReturnType<typeof readPace>, count: number, ms: (running: number) => number): void {
  for (let index = 0; index < count; index += 1) {
    const running = pace.allowed();
    pace.done(ms(running), running);
  }
}

describe('how many statements of a source run at once', () => {
  it('one to begin with, then two', () => {
    const pace = readPace();
    expect(pace.allowed()).toBe(1);
    statements(pace, 3, () => 100);
    expect(pace.allowed()).toBe(2);
  });

  it('two as long as neither slows the other down by much', () => {
    const pace = readPace();
    statements(pace, 100, (running) => (running === 1 ? 100 : 130));
    expect(pace.allowed()).toBe(2);
  });

  it('one for a while when two take as long as one after the other, then two are tried again', () => {
    const pace = readPace();
    statements(pace, 3, () => 100);
    statements(pace, 1, () => 210);
    expect(pace.allowed()).toBe(1);
    statements(pace, 19, () => 100);
    expect(pace.allowed()).toBe(1);
    statements(pace, 1, () => 100);
    expect(pace.allowed()).toBe(2);
  });

  it('one for a while when the source slows down or fails', () => {
    const pace = readPace();
    statements(pace, 10, () => 100);
    expect(pace.allowed()).toBe(2);
    statements(pace, 4, () => 900);
    expect(pace.allowed()).toBe(1);
    statements(pace, 20, () => 100);
    expect(pace.allowed()).toBe(2);
    pace.failed();
    expect(pace.allowed()).toBe(1);
  });

  it('never two where the driver gains nothing by it', () => {
    const pace = readPace();
    pace.oneByOne();
    statements(pace, 50, () => 100);
    expect(pace.allowed()).toBe(1);
  });
});
