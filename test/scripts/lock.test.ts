import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIn, scratchProject } from './scratch-project.ts';

/** Takes the lock, notes when it came in and when it goes out. */
const worker = `import { appendFileSync } from 'node:fs';
import { withLock } from './scripts/lib/lock.mjs';
await withLock('lock', async () => {
  appendFileSync('seen', process.pid + ' in\\n');
  await new Promise((resolve) => setTimeout(resolve, 30));
  appendFileSync('seen', process.pid + ' out\\n');
});`;

describe('the lock of the set-up', () => {
  let scratch: ReturnType<typeof scratchProject>;
  beforeEach(() => {
    scratch = scratchProject({ 'worker.mjs': worker });
  });
  afterEach(() => scratch.remove());

  const work = () => runIn(scratch.folder, [process.execPath, 'worker.mjs']);
  const seen = () => readFileSync(join(scratch.folder, 'seen'), 'utf8').trimEnd().split('\n');

  it('lets one process in at a time', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, work));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    const lines = seen();
    expect(lines).toHaveLength(10);
    for (let at = 0; at < lines.length; at += 2) {
      expect(lines[at + 1]).toBe(lines[at]?.replace(' in', ' out'));
    }
    expect(existsSync(join(scratch.folder, 'lock'))).toBe(false);
  });

  it('does not count when its owner is gone, for any number that wait', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(scratch.folder, 'lock'), String(gone));
    const outcomes = await Promise.all([work(), work(), work()]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(seen()).toHaveLength(6);
  });
});
