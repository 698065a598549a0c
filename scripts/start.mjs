import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { electronBinary, whyNoWindow } from './lib/electron.mjs';
import { endLike, projectEnvironment, projectNode, root, run, runMain, say } from './lib/project.mjs';
import { setUp } from './setup.mjs';

/** `npm start`: sets up, builds and opens the console, as a window where one can be had, else in the browser. */

const usage = `npm start -- [--home DIR] [--browser] [--port N] [--no-open]
  --home DIR   the folder with the settings, mappings and data (default: a folder of the user's)
  --browser    in the browser even where a window could be shown
  --port N     port of the browser console (default: a free one)
  --no-open    serve the console and print its address, open nothing`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        home: { type: 'string' },
        port: { type: 'string' },
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return { ...values, open: !values['no-open'] };
  } catch (error) {
    say(`${error.message}\n${usage}`);
    return undefined;
  }
}

async function main() {
  const options = readOptions();
  if (options === undefined || options.help) {
    if (options) console.log(usage);
    process.exitCode = options ? 0 : 2;
    return;
  }
  await setUp();
  const electron = await findElectron(options);
  if (electron.path && (await openWindow(electron.path, options))) return;
  if (electron.why) say(`Console in the browser: ${electron.why}.`);
  await openBrowser(options);
}

async function findElectron(options) {
  const why = whyNoWindow(options);
  return why ? { why } : electronBinary();
}

/** False where Electron ended before it could show anything, as it does when a library of the system is missing. */
async function openWindow(path, { home }) {
  say("Console as a window: Electron's binary and a display are here.");
  const startedAt = performance.now();
  const outcome = await run(path, [root, ...(home ? ['--home', home] : [])], {
    env: projectEnvironment,
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
  const crashed = outcome.signal !== 'SIGINT' && outcome.signal !== 'SIGTERM' && outcome.code !== 0;
  if (crashed && performance.now() - startedAt < 10_000) {
    say(`Console in the browser: Electron ended at once (${outcome.signal ?? `exit code ${outcome.code}`}).`);
    return false;
  }
  endLike(outcome);
  return true;
}

async function openBrowser({ home, port, open }) {
  const args = [
    ...(home ? ['--home', home] : []),
    'console',
    '--browser',
    ...(port ? ['--port', port] : []),
    ...(open ? [] : ['--no-open']),
  ];
  const outcome = await run(projectNode, [join(root, 'out', 'main', 'cli.js'), ...args], {
    env: projectEnvironment,
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
  endLike(outcome);
}

await runMain(main);
