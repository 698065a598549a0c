import { join } from 'node:path';
import { buildIsCurrent, ensureBuild } from './lib/build.mjs';
import { withLock } from './lib/lock.mjs';
import { ensurePackages, packagesAreCurrent } from './lib/npm.mjs';
import { isStarted, root, runMain, SetUpError } from './lib/project.mjs';
import { ensureSystem } from './lib/system.mjs';

/**
 * Makes the project ready to run: system packages, npm packages, build. Does only what is missing and may
 * be called by several processes at once. Says what it does on stderr.
 *
 * @param {{ tests?: boolean, build?: boolean, quick?: boolean }} [wanted] `tests`: also what the tests need;
 *   `build`: false leaves out/ as it is; `quick`: do not ask the system for its packages when the rest is ready
 */
export async function setUp({ tests = false, build = true, quick = false } = {}) {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new SetUpError(
      `This is Node ${process.versions.node}; Node 20 or newer is needed. Install it and try again.`,
    );
  }
  const isReady = () => packagesAreCurrent() && (!build || buildIsCurrent());
  if (quick && isReady()) return;
  await withLock(join(root, '.setup.lock'), async () => {
    await ensureSystem({ tests });
    await ensurePackages();
    if (build) await ensureBuild();
  });
}

if (isStarted(import.meta.url)) {
  await runMain(() => setUp({ tests: process.argv.includes('--tests') }));
}
