import { type DependencyList, useCallback, useEffect, useRef, useState } from 'react';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';

/** Something read from the engine: what was read last stays while it is read again. */
export interface Reading<T> {
  readonly data: T | undefined;
  readonly error: ErrorShape | undefined;
  readonly busy: boolean;
  again(): void;
  /** Waits no longer for an answer. */
  stop(): void;
}

/** Reads at once, and anew when one of `inputs` changes; an answer that came too late is dropped. */
export function useReading<T>(read: (signal: AbortSignal) => Promise<T>, inputs: DependencyList): Reading<T> {
  const [state, setState] = useState<Omit<Reading<T>, 'again' | 'stop'>>({
    data: undefined,
    error: undefined,
    busy: true,
  });
  const running = useRef<AbortController | undefined>(undefined);
  const latest = useRef(read);
  latest.current = read;

  const again = useCallback(() => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setState((before) => ({ ...before, busy: true }));
    latest.current(controller.signal).then(
      (data) => {
        if (!controller.signal.aborted) setState({ data, error: undefined, busy: false });
      },
      (thrown: unknown) => {
        if (controller.signal.aborted) return;
        setState((before) => ({ data: before.data, error: errorShape(thrown), busy: false }));
      },
    );
  }, []);

  const stop = useCallback(() => {
    running.current?.abort();
    setState((before) => ({ ...before, busy: false }));
  }, []);

  useEffect(() => {
    again();
    return () => running.current?.abort();
  }, [again, ...inputs]);

  return { ...state, again, stop };
}
