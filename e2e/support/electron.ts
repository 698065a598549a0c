import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './program.ts';

/** Electron's binary, or why the tests in the desktop window are left out. Never fetches it. */
export function electronBinary(
  environment: NodeJS.ProcessEnv = process.env,
): { readonly path: string } | { readonly why: string } {
  const folder = path.join(projectFolder, 'node_modules', 'electron');
  const nameFile = path.join(folder, 'path.txt');
  if (!existsSync(nameFile))
    return { why: "Electron's binary is not here (npx install-electron fetches it)" };
  const binary = path.join(folder, 'dist', readFileSync(nameFile, 'utf8'));
  if (!existsSync(binary))
    return { why: `Electron's binary is not at ${path.relative(projectFolder, binary)}` };
  if (process.platform === 'linux' && !environment.DISPLAY && !environment.WAYLAND_DISPLAY) {
    return { why: 'there is no display (xvfb-run gives one)' };
  }
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return { why: 'Electron does not run as root with its sandbox on' };
  }
  return { path: binary };
}
