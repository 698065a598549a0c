import { useEffect, useRef, useState } from 'react';
import type { ExportFormat } from '#shared/contract/data.ts';
import type { DaySpan } from '#shared/domain/time/day-span.ts';
import type { Watch } from '#shared/rpc/client.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { type MappingTarget, useClient } from '../../state/index.ts';
import { saveFile } from '../save-file.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'failed'; readonly error: ErrorShape };

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
};

export interface ExportedDays {
  readonly span: DaySpan;
  readonly fromDay: string;
  readonly toDay: string;
}

/** The intervals of the days as a file that the browser saves. */
export function useExport(curves: readonly MappingTarget[], days: ExportedDays | undefined) {
  const client = useClient();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<Watch | undefined>(undefined);
  useEffect(
    () => () => {
      running.current?.stop();
      running.current = undefined;
    },
    [],
  );

  async function save(format: ExportFormat): Promise<void> {
    if (days === undefined) return;
    const { span, fromDay, toDay } = days;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const question = { curves: [...curves], span, day: fromDay, format };
    const watch = client.watch('data.export', question, ({ base64 }) => pieces.push(bytesOf(base64)));
    running.current = watch;
    setState({ kind: 'busy' });
    try {
      await watch.ended;
      // The view was closed before the file was whole.
      if (running.current !== watch) return;
      const file = `xlink-${fromDay === toDay ? fromDay : `${fromDay}_${toDay}`}.${format}`;
      saveFile(file, new Blob(pieces, { type: types[format] }));
      setState({ kind: 'saved', file });
    } catch (thrown) {
      if (running.current === watch) setState({ kind: 'failed', error: errorShape(thrown) });
    }
  }

  return { state, save: (format: ExportFormat) => void save(format) };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
