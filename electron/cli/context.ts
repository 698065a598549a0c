import type { Command } from 'commander';
import { type Home, openHome } from '#engine/home/home.ts';
import { defaultHomeFolder } from '#engine/home/paths.ts';
import { type Answer, printAnswer } from './output.ts';

export interface GlobalOptions {
  readonly home?: string;
  readonly json?: boolean;
}

export function homeFolderOf(command: Command): string {
  return command.optsWithGlobals<GlobalOptions>().home ?? defaultHomeFolder();
}

/** Aborted by Ctrl+C and by a polite end of the process, so that an import can be cancelled cleanly. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return controller.signal;
}

/** Runs a command on the open home, prints its answer, closes the home and sets the exit code. */
export async function withHome(command: Command, work: (home: Home) => Promise<Answer>): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const home = await openHome(homeFolderOf(command));
  try {
    process.exitCode = printAnswer(await work(home), options.json ?? false);
  } finally {
    await home.close();
  }
}
