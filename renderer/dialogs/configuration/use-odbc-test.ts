import { useEffect, useRef, useState } from 'react';
import type { OdbcTestReport } from '#shared/contract/odbc.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useClient } from '../../state/index.ts';

export interface OdbcTestInput {
  readonly name: string;
  readonly source: string;
  readonly user: string;
  readonly password?: string;
}

export type OdbcTest =
  | { readonly state: 'none' | 'cancelled' }
  | { readonly state: 'running'; readonly elapsedSeconds: number }
  | { readonly state: 'done'; readonly report: OdbcTestReport }
  | { readonly state: 'error'; readonly error: ErrorShape };

/** Tries a connection; a running test ends when it is stopped or its dialog closes. */
export function useOdbcTest() {
  const client = useClient();
  const [test, setTest] = useState<OdbcTest>({ state: 'none' });
  const running = useRef<AbortController | undefined>(undefined);

  useEffect(() => () => running.current?.abort(), []);
  const isRunning = test.state === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const startedMs = performance.now();
    const timer = setInterval(() => {
      const elapsedSeconds = Math.floor((performance.now() - startedMs) / 1000);
      setTest((before) => (before.state === 'running' ? { state: 'running', elapsedSeconds } : before));
    }, 250);
    return () => clearInterval(timer);
  }, [isRunning]);

  const start = async (input: OdbcTestInput) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setTest({ state: 'running', elapsedSeconds: 0 });
    try {
      const report = await client.call('systems.test', input, { signal: controller.signal });
      if (!controller.signal.aborted) setTest({ state: 'done', report });
    } catch (thrown) {
      if (!controller.signal.aborted) setTest({ state: 'error', error: errorShape(thrown) });
    }
  };
  const stop = () => {
    running.current?.abort();
    setTest({ state: 'cancelled' });
  };
  return { test, start, stop };
}
