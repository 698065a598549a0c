import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectNode, root, run, say, textOf } from './project.mjs';

/** Whether the desktop window can be had here. */

const electronFolder = join(root, 'node_modules', 'electron');
const failureFile = join(root, 'node_modules', '.xlink', 'no-electron');
const dayMs = 24 * 60 * 60_000;

/** Why the browser host has to do without even asking for Electron; undefined where a window may be shown. */
export function whyNoWindow({ browser, open }, env = process.env, platform = process.platform) {
  if (browser) return '--browser was given';
  if (!open) return '--no-open was given';
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display';
  if (platform === 'linux' && process.getuid?.() === 0)
    return 'Electron does not run as root with its sandbox on';
  return undefined;
}

/**
 * Electron's binary, fetched on the first start.
 * @returns {Promise<{ path: string } | { why: string }>}
 */
export async function electronBinary(env = process.env) {
  const there = binaryPath(env);
  if (there) return { path: there };
  if (env.ELECTRON_SKIP_BINARY_DOWNLOAD) return { why: 'ELECTRON_SKIP_BINARY_DOWNLOAD is set' };
  if (env.CI) return { why: "Electron's binary is not here and is not fetched in CI" };
  const failedAt = Number(textOf(failureFile) ?? 0);
  if (Date.now() - failedAt < dayMs) {
    return {
      why: "Electron's binary could not be fetched within the last day (npx install-electron tries again)",
    };
  }
  say("Fetching Electron's binary (once; at most a minute).");
  await run(projectNode, [join(electronFolder, 'install.js')], { timeoutMs: 60_000 });
  const fetched = binaryPath(env);
  if (fetched) return { path: fetched };
  // An archive cut off by the deadline must not count as installed.
  rmSync(join(electronFolder, 'dist'), { recursive: true, force: true });
  mkdirSync(dirname(failureFile), { recursive: true });
  writeFileSync(failureFile, String(Date.now()));
  return { why: "Electron's binary could not be fetched" };
}

/** `path.txt` is written after the archive is unpacked, so it vouches for the rest. */
function binaryPath(env) {
  const name = textOf(join(electronFolder, 'path.txt'));
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder, 'dist');
  if (!name && !env.ELECTRON_OVERRIDE_DIST_PATH) return undefined;
  const path = join(folder, name || 'electron');
  return existsSync(path) ? path : undefined;
}
