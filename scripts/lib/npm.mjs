import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onWindows, projectNode, root, run, SetUpError, say, textOf } from './project.mjs';

/** The npm packages as package-lock.json names them, with the two that do not work as unpacked. */

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.xlink', 'packages');
const odbcBindings = join(root, 'node_modules', 'odbc', 'lib', 'bindings');

function lockHash() {
  return createHash('sha256')
    .update(textOf(lockFile) ?? '')
    .digest('hex');
}

/** True when nothing is to be done; reads two small files. */
export function packagesAreCurrent() {
  return textOf(stampFile) === lockHash() && existsSync(projectNode);
}

export async function ensurePackages() {
  if (packagesAreCurrent()) return;
  if (!installedAsLocked()) {
    say('Installing npm packages (a minute or two).');
    await npm(
      ['ci'],
      'Look at its words above; without a network the packages cannot be had. Then try again.',
    );
  }
  const unready = [...(existsSync(projectNode) ? [] : ['node']), ...(hasOdbcBinding() ? [] : ['odbc'])];
  // .npmrc keeps install scripts from running; these two are needed: one places Node 24, one compiles.
  for (const name of unready) {
    say(name === 'node' ? "Placing the project's Node." : 'Compiling the ODBC binding (half a minute).');
    await npm(
      ['rebuild', '--ignore-scripts=false', name],
      name === 'odbc'
        ? 'It needs a C++ compiler, make, python3 and the headers of the ODBC driver manager. Then try again.'
        : 'Try again with a network.',
    );
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, lockHash());
}

function hasOdbcBinding() {
  if (!existsSync(odbcBindings)) return false;
  return readdirSync(odbcBindings).some((folder) => existsSync(join(odbcBindings, folder, 'odbc.node')));
}

/** True when each locked package that is not optional is installed in its locked version, by whoever did it. */
function installedAsLocked() {
  const installed = packagesOf(textOf(join(root, 'node_modules', '.package-lock.json')));
  const locked = packagesOf(textOf(lockFile));
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === '' ||
      (installed[path] === undefined ? optional === true : installed[path].version === version),
  );
}

function packagesOf(text) {
  return text === undefined ? {} : (JSON.parse(text).packages ?? {});
}

async function npm(args, nextStep) {
  // npm's own Node: the project's lies in node_modules, which `npm ci` deletes under its feet.
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  const known = cli?.endsWith('npm-cli.js') && node && !node.startsWith(root);
  const [command, front] = known ? [node, [cli]] : ['npm', []];
  const { code, signal } = await run(command, [...front, ...args, '--loglevel=error'], {
    env: { ...process.env, ...headersOfNode() },
    shell: onWindows && !known,
  }).catch((error) => {
    throw new SetUpError(
      `npm could not be started: ${error.message}. Install npm 10 or newer and try again.`,
    );
  });
  if (code !== 0)
    throw new SetUpError(`npm ${args.join(' ')} failed (${signal ?? `exit code ${code}`}). ${nextStep}`);
}

/** Node's headers often lie beside it; told so, node-gyp needs no download. */
function headersOfNode() {
  const prefix = dirname(dirname(process.env.npm_node_execpath ?? process.execPath));
  const there = existsSync(join(prefix, 'include', 'node', 'node_api.h'));
  return there && !process.env.npm_config_nodedir ? { npm_config_nodedir: prefix } : {};
}
