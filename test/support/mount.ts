import { spawnSync } from 'node:child_process';

/**
 * The arguments of `unshare` for a shell that may mount a disk nobody else sees; undefined where the system lets no test
 * do that.
 */
export function mountShell(): string[] | undefined {
  const flags = process.getuid?.() === 0 ? ['-m'] : ['-r', '-m'];
  const tried = spawnSync('unshare', [...flags, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
  return tried.status === 0 ? [...flags, 'sh', '-ec'] : undefined;
}
