import { useCallback, useEffect, useRef, useState } from 'react';
import type { Preview } from '#shared/contract/preview.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import { useReading } from '../../dialogs/use-reading.ts';
import { indexOf, type MappingTarget, sameTarget, useClient, useStore } from '../../state/index.ts';
import { tryPreview } from './try-preview.ts';

export interface PreviewOptions {
  /** `YYYY-MM-DD` in the queue's zone; the last one with rows when left out. */
  readonly day?: string | undefined;
  /** Sources that are not saved yet, in order; the mapping's own when left out. */
  readonly entries?: readonly string[] | undefined;
}

export interface PreviewState {
  /** What was computed last for the target; it stays while it is computed or read again. */
  readonly data: Preview | undefined;
  /** Why the source could not be asked at all; a source that cannot be read is in `data.sources`. */
  readonly error: ErrorShape | undefined;
  /** The source is being read. */
  readonly reading: boolean;
  /** A text was typed that `data` does not show yet. */
  readonly computing: boolean;
  /** Asks the source again, whatever is remembered of it. */
  readAgain(): void;
}

/** Who walks through value types with the arrow keys asks the ACD nothing. */
const READ_DELAY_MS = 250;
/** Typing goes before computing. */
const TYPE_DELAY_MS = 120;

/**
 * What an import of a day would give for a value type. With a text, a script that is not saved: rows are read once,
 * and the script is run in the page as it is typed. Without one, the saved script as the engine runs it.
 */
export function usePreview(
  target: MappingTarget,
  text?: string | undefined,
  { day, entries }: PreviewOptions = {},
): PreviewState {
  const client = useClient();
  const { queueId, valueTypeId } = target;
  const valuesRevision = useStore((state) => state.valuesRevision);
  const scenariosRevision = useStore((state) => state.scenariosRevision);
  const systems = useStore((state) => state.systems);
  const saved = useStore((state) => sourcesText(indexOf(state.mappings).ofTarget(target)?.entries));
  const sources = entries === undefined ? saved : entries.join('\n');
  const isFresh = useRef(false);
  const reading = useReading(
    async (signal) => {
      if (sources === '') return undefined;
      await pause(READ_DELAY_MS, signal);
      const fresh = isFresh.current;
      isFresh.current = false;
      const read = await client.call(
        'mapping.preview',
        {
          queueId,
          valueTypeId,
          ...(day === undefined ? {} : { day }),
          ...(entries === undefined ? {} : { entries: [...entries] }),
          ...(fresh ? { fresh } : {}),
        },
        { signal },
      );
      return read;
    },
    // Systems are others after a change of the settings: the source may be.
    [client, queueId, valueTypeId, day, sources, valuesRevision, scenariosRevision, systems],
  );
  const readAgain = useCallback(() => {
    isFresh.current = true;
    reading.again();
  }, [reading.again]);

  const source = reading.data !== undefined && sameTarget(reading.data, target) ? reading.data : undefined;
  const tried = useTried(source, text);
  return {
    data: sources === '' ? undefined : tried.data,
    error: reading.error,
    reading: reading.busy && sources !== '',
    computing: tried.computing,
    readAgain,
  };
}

function useTried(source: Preview | undefined, text: string | undefined) {
  const [tried, setTried] = useState<{
    readonly source: Preview;
    readonly text: string;
    readonly data: Preview;
  }>();
  useEffect(() => {
    if (source === undefined || text === undefined) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const data = await tryPreview(source, text, controller.signal);
      if (data !== undefined) setTried({ source, text, data });
    }, TYPE_DELAY_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [source, text]);
  if (source === undefined || text === undefined) return { data: source, computing: false };
  const isCurrent = tried?.source === source && tried.text === text;
  // Results of the text before stand until the new ones are there: nothing flickers as one types.
  const isUsable = tried !== undefined && sameTarget(tried.source, source) && tried.source.day === source.day;
  return { data: isUsable ? tried.data : source, computing: !isCurrent };
}

function sourcesText(entries: readonly { readonly source: string }[] | undefined): string {
  return (entries ?? []).map(({ source }) => source).join('\n');
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
