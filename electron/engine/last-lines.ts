import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { errorShapeSchema } from '#shared/contract/common.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';

/** A process that died may leave its pipe to a child of its own; its last words are not waited for longer. */
const settleWithinMs = 200;
const kept = 20;

/** Reads what a process writes, line by line, and keeps the last lines for when it dies. */
export function lastLines(output: readonly Readable[], onLine: (line: string) => void = () => {}) {
  const lines: string[] = [];
  const ends = output.map((stream) => {
    const reader = createInterface({ input: stream });
    reader.on('line', (line) => {
      lines.push(line);
      if (lines.length > kept) lines.shift();
      onLine(line);
    });
    return new Promise<void>((resolve) => reader.once('close', () => resolve()));
  });
  return {
    lines: (): readonly string[] => lines,
    /** Resolves when everything was read, or soon. */
    async settled(): Promise<void> {
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, settleWithinMs);
      await Promise.race([Promise.all(ends), late]);
      clearTimeout(timer);
    },
  };
}

/** The error that a process wrote as its last word, see `serve-process.ts`. */
export function errorOfLine(line: string): ErrorShape | undefined {
  try {
    return errorShapeSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
