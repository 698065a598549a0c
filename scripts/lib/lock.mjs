import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { SetUpError, say } from './project.mjs';

/**
 * Runs `work` while no other process does so under the same lock file. The file holds the owner's process id,
 * so that a lock left behind by a process that is gone does not count.
 */
export async function withLock(file, work, { waitMs = 20 * 60_000 } = {}) {
  const deadline = Date.now() + waitMs;
  let told = false;
  while (!take(file)) {
    const owner = ownerOf(file);
    if (owner === undefined || !isAlive(owner)) {
      if (!removeStale(file, owner)) await pause(50);
      continue;
    }
    if (Date.now() > deadline) {
      throw new SetUpError(
        `Process ${owner} has been setting up for ${Math.round(waitMs / 60_000)} minutes. End it, or delete ${file}, and try again.`,
      );
    }
    if (!told) say(`Another set-up is under way (process ${owner}); waiting for it.`);
    told = true;
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** A link appears with its content, so nobody ever reads a lock without a process id. */
function take(file) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two that wait must not both clear away: the second would remove the first one's fresh lock. */
function removeStale(file, owner) {
  const clearing = `${file}.clearing`;
  if (!take(clearing)) {
    if (ageMs(clearing) > 10_000) rmSync(clearing, { force: true });
    return false;
  }
  try {
    if (ownerOf(file) === owner) rmSync(file, { force: true });
    return true;
  } finally {
    rmSync(clearing, { force: true });
  }
}

function ageMs(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
