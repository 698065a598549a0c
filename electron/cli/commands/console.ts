import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import open from 'open';
import { spawnNodeEngine } from '../../host/spawn-node.ts';
import { superviseEngine } from '../../host/supervisor.ts';
import { startWebHost } from '../../web/web-host.ts';
import { homeFolderOf, interruptSignal } from '../context.ts';
import { say } from '../output.ts';

interface ConsoleOptions {
  readonly port?: number;
  readonly open: boolean;
}

export function consoleCommand(): Command {
  return new Command('console')
    .description('serves the console to a browser of this machine until it is stopped with Ctrl+C')
    .option('--browser', 'in the browser; what this command always does')
    .option('--port <number>', 'port on 127.0.0.1 (default: 47810, or a free one)', portNumber)
    .option('--no-open', 'print the address, open no browser')
    .action(async (options: ConsoleOptions, command: Command) => {
      const outFolder = path.dirname(import.meta.dirname);
      const supervisor = superviseEngine({
        spawn: () =>
          spawnNodeEngine({
            script: path.join(outFolder, 'main', 'engine.js'),
            homeFolder: homeFolderOf(command),
          }),
        onState: (state) => {
          if (state.state === 'restarting' || state.state === 'failed') {
            say(`engine ${state.state}${state.reason ? `: ${state.reason}` : ''}`);
          }
        },
        onOutputLine: say,
      });
      try {
        const host = await startWebHost({
          rendererFolder: path.join(outFolder, 'renderer'),
          connect: () => supervisor.connect(),
          ...(options.port === undefined ? {} : { port: options.port }),
        });
        process.stdout.write(`Console: ${host.url}\n`);
        if (options.open && hasScreen()) await openInBrowser(host.url);
        const stopped = interruptSignal();
        await new Promise<void>((resolve) => {
          stopped.addEventListener('abort', () => resolve(), { once: true });
        });
        await host.close();
      } finally {
        await supervisor.stop();
      }
    });
}

/** On Linux a browser needs a display; elsewhere there is one. */
function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function openInBrowser(url: string): Promise<void> {
  const child = await open(url);
  child.once('error', () => say('No browser could be opened. Open the address above by hand.'));
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('0 to 65535');
  return port;
}
