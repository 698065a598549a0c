import { compileStampFormat, parseIsoLocal } from '#shared/domain/time/stamp.ts';
import type { CallSource } from '../interfaces/call-source.ts';

/** A time stamp of the source: an instant, or a wall clock time without a mark. Both in whole seconds. */
export type SourceStamp = { readonly utc: number } | { readonly local: number };

/** Reads what the driver gives for the time stamp column; undefined for what is no time stamp. */
export type StampReader = (raw: unknown) => SourceStamp | undefined;

export function stampReader(stamp: CallSource['stamp']): StampReader {
  switch (stamp.kind) {
    case 'unix':
      return readUnix;
    case 'text': {
      if (stamp.format === undefined) return readIso;
      const format = compileStampFormat(stamp.format);
      return (raw) => {
        const local =
          typeof raw === 'string' || typeof raw === 'number' ? format.parse(String(raw).trim()) : undefined;
        return local === undefined ? undefined : { local };
      };
    }
    case 'datetime':
      return readIso;
  }
}

function readUnix(raw: unknown): SourceStamp | undefined {
  if (raw === null || raw === undefined || raw === '') return undefined;
  const seconds = typeof raw === 'number' ? raw : Number(raw);
  return Number.isFinite(seconds) ? { utc: Math.floor(seconds) } : undefined;
}

function readIso(raw: unknown): SourceStamp | undefined {
  if (typeof raw !== 'string') return undefined;
  return parseIsoLocal(raw.trim());
}
