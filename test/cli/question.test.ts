import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { callTable, smallCentre } from '../support/acd.ts';
import { handWrittenHome, xlink } from '../support/cli.ts';

/* A question on a terminal that gets something else than an answer. */

const program = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));

/** Runs the command line on a terminal of its own; `answer` is what happens once it asks. */
function onTerminal(
  home: string,
  args: readonly string[],
  answer: (terminal: { type(keys: string): void; signal(name: NodeJS.Signals): void }) => void,
): Promise<{ exitCode: number | null; text: string }> {
  const command = [process.execPath, program, '--home', home, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qefc', `echo "pid $$."; exec ${command}`, '/dev/null'], {
    env: { ...process.env, XLINK_SECRET_KEY_FILE: path.join(home, 'secret.key') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let text = '';
  let isAnswered = false;
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    if (isAnswered || !text.includes('[y/N]')) return;
    isAnswered = true;
    const pid = Number(/pid (\d+)\./.exec(text)![1]);
    answer({
      type: (keys) => child.stdin.write(keys),
      signal: (name) => process.kill(pid, name),
    });
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, text }));
  });
}

describe('The question before a run is taken back', () => {
  it('is answered with no by Ctrl+C, Ctrl+D and a polite end of the process', async () => {
    const home = await handWrittenHome(smallCentre(callTable([['2026-03-02T08:00:00Z', 'Sales', 10, 9]])));
    await xlink(home, ['import', '--calls', '--from', '2026-03-02', '--to', '2026-03-02']);
    const undo = ['runs', 'undo', '1'];
    for (const asked of [
      await onTerminal(home, undo, (terminal) => terminal.type('\u0003')),
      await onTerminal(home, undo, (terminal) => terminal.type('\u0004')),
      await onTerminal(home, undo, (terminal) => terminal.signal('SIGTERM')),
      await onTerminal(home, undo, (terminal) => terminal.type('\r')),
    ]) {
      expect(asked.text).toContain('nothing was done');
      expect(asked.text).not.toContain('INTERNAL');
      expect(asked.exitCode).toBe(1);
    }
    const yes = await onTerminal(home, undo, (terminal) => terminal.type('y\r'));
    expect(yes.text).toContain('run 2: completed');
    expect(yes.exitCode).toBe(0);
  }, 120_000);
});
