import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunProgress } from '#shared/contract/imports.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useClient } from '../../state/index.ts';
import { nextTimeLeft, type TimeLeft } from './time-left.ts';

export interface RunWatch {
  /** The last picture; it stays when the engine is lost. */
  readonly run: RunProgress | undefined;
  /** Seconds as they are shown, see `time-left.ts`. */
  readonly secondsLeft: number | undefined;
  readonly error: ErrorShape | undefined;
  /** What is down at the moment. */
  readonly lost: 'engine' | 'connection' | undefined;
  /** True once the engine was lost while this run was watched. */
  readonly wasLost: boolean;
  /** Watches anew, for instance after a resume. */
  again(): void;
}

type Picture = Omit<RunWatch, 'again'>;

const nothing: Picture = {
  run: undefined,
  secondsLeft: undefined,
  error: undefined,
  lost: undefined,
  wasLost: false,
};

/** Follows a run to its end, also over a restart of the engine: what it left is read when the engine is back. */
export function useRun(runId: number): RunWatch {
  const client = useClient();
  const [picture, setPicture] = useState<Picture>(nothing);
  const [round, setRound] = useState(0);
  const timeLeft = useRef<TimeLeft | undefined>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another run starts with an empty picture.
  useEffect(() => setPicture(nothing), [runId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for a new watch.
  useEffect(() => {
    let over = false;
    let waiting: (() => void) | undefined;
    let stop: (() => void) | undefined;
    timeLeft.current = undefined;

    const show = (run: RunProgress) => {
      if (over) return;
      const estimate = run.status === 'running' ? run.secondsLeft : undefined;
      timeLeft.current = nextTimeLeft(timeLeft.current, estimate, performance.now());
      const secondsLeft = run.status === 'running' ? timeLeft.current?.shownSeconds : undefined;
      setPicture((before) => ({ ...before, run, secondsLeft, error: undefined, lost: undefined }));
    };
    const fail = (thrown: unknown) => {
      if (over) return;
      const error = errorShape(thrown);
      const lost = lostBy(error);
      setPicture((before) => ({
        ...before,
        secondsLeft: undefined,
        error: lost === undefined ? error : undefined,
        lost,
        wasLost: before.wasLost || lost !== undefined,
      }));
      if (lost !== undefined) waiting = whenEngineRuns(watch);
    };
    const watch = () => {
      waiting = undefined;
      const watching = client.watch('imports.watch', { runId }, show);
      stop = watching.stop;
      // The last event may have been left out when the run ended right then.
      watching.ended.then(() => {
        if (!over) client.call('runs.read', { runId }).then(show, fail);
      }, fail);
    };
    const whenEngineRuns = (then: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stopListening = client.onEngineState(({ state }) => {
        clearTimeout(timer);
        // The state may still be the one from before the loss: wait a moment for the next.
        if (state === 'running') timer = setTimeout(resumeWatch, 400);
      });
      const cancel = () => {
        clearTimeout(timer);
        stopListening();
      };
      function resumeWatch() {
        cancel();
        then();
      }
      return cancel;
    };

    watch();
    return () => {
      over = true;
      waiting?.();
      stop?.();
    };
  }, [client, runId, round]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  return { ...picture, again };
}

function lostBy(error: ErrorShape): Picture['lost'] {
  if (error.code === 'ENGINE_LOST') return 'engine';
  return error.code === 'CONNECTION_LOST' ? 'connection' : undefined;
}
