import { createInterface } from 'node:readline/promises';
import { XlinkError } from '#shared/rpc/errors.ts';
import { interruptSignal } from './context.ts';
import { say } from './output.ts';

/**
 * Asks on the terminal whether to go on; false: no, or Ctrl+C, Ctrl+D or an end of the process instead of an answer. Where there is none to answer (a script, `--json`) `--yes` has to be given:
 * throws `CONFIRMATION_NEEDED`, with `details` for who reads them.
 */
export async function isConfirmed(
  question: string,
  options: { readonly yes: boolean; readonly asJson: boolean; readonly details: Record<string, unknown> },
): Promise<boolean> {
  if (options.yes) return true;
  if (options.asJson || !process.stdin.isTTY || !process.stderr.isTTY) {
    throw new XlinkError(
      'CONFIRMATION_NEEDED',
      `${question} Nothing was done: add --yes to do it.`,
      options.details,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} [y/N] `, { signal: interruptSignal() });
    return /^\s*y(es)?\s*$/i.test(answer);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
    say('');
    return false;
  } finally {
    terminal.close();
  }
}
