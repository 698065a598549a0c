import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all its descendants took together. */
export interface ProcessUse {
  /** The highest sum of memory seen. */
  readonly peakMb: number;
  readonly cpuSeconds: number;
}

const sampleEveryMs = 250;
const ticksPerSecond = 100;

/**
 * Looks at the process and its descendants every 250 ms until it is stopped. Memory is the proportional share (PSS), so
 * that what processes share counts once; resident memory (RSS) where that cannot be read. Linux only.
 */
export function watchProcesses(rootPid: number): { stop(): ProcessUse } {
  let peakKb = 0;
  const ticks = new Map<number, number>();
  const sample = () => {
    let sumKb = 0;
    for (const pid of withDescendants(rootPid)) {
      sumKb += memoryKb(pid);
      ticks.set(pid, cpuTicks(pid) ?? ticks.get(pid) ?? 0);
    }
    peakKb = Math.max(peakKb, sumKb);
  };
  const allTicks = () => [...ticks.values()].reduce((sum, one) => sum + one, 0);
  sample();
  const before = allTicks();
  const timer = setInterval(sample, sampleEveryMs);
  return {
    stop() {
      clearInterval(timer);
      sample();
      return { peakMb: peakKb / 1024, cpuSeconds: (allTicks() - before) / ticksPerSecond };
    },
  };
}

function withDescendants(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(withDescendants)];
}

/** A child is listed with the thread that made it. */
function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      (readText(`/proc/${pid}/task/${thread}/children`) ?? '').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function memoryKb(pid: number): number {
  const shared = /^Pss:\s+(\d+) kB/m.exec(readText(`/proc/${pid}/smaps_rollup`) ?? '')?.[1];
  const resident = shared ?? /^VmRSS:\s+(\d+) kB/m.exec(readText(`/proc/${pid}/status`) ?? '')?.[1];
  return Number(resident ?? 0);
}

/** User and system time; the name in brackets before them may hold blanks. */
function cpuTicks(pid: number): number | undefined {
  const fields = readText(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  return fields && Number(fields[11]) + Number(fields[12]);
}

/** Undefined: the process has ended. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
