import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Who runs a run: an open store of a process of a machine. */
export interface RunOwner {
  readonly host: string;
  readonly pid: number;
  /** Tells the store from others of the same process, and from an earlier process with the same pid. */
  readonly token: string;
}

/** How often the owner of a running run says that it is there. */
export const HEARTBEAT_SECONDS = 15;
/** After so long without a word the owner is taken for gone, also where its pid cannot be looked up. */
const SILENT_AFTER_SECONDS = 120;

const openHere = new Set<string>();

/** The owner is there until `leave`. */
export function enterOwner(): { owner: RunOwner; leave(): void } {
  const owner = { host: hostname(), pid: process.pid, token: randomUUID() };
  openHere.add(owner.token);
  return { owner, leave: () => openHere.delete(owner.token) };
}

/** Whether a run with this owner, last heard of at `heartbeatUtc`, has nobody any more who does it. */
export function isOwnerGone(owner: RunOwner, heartbeatUtc: number, nowUtc: number): boolean {
  if (nowUtc - heartbeatUtc > SILENT_AFTER_SECONDS) return true;
  if (owner.host !== hostname()) return false;
  if (owner.pid === process.pid) return !openHere.has(owner.token);
  return !isProcessAlive(owner.pid);
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // EPERM: it is there, but another user's.
    return (thrown as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
