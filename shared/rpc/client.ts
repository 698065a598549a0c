import type { AbortSignal } from './abort.ts';
import type { CallMethod, Contract, Event, Input, Output, StreamMethod } from './contract.ts';
import { errorFromShape, XlinkError } from './errors.ts';
import { type ClientFrame, type EngineState, type ServerFrame, serverFrame } from './frames.ts';
import type { Port } from './port.ts';

/** A stream that is being watched. */
export interface Watch {
  /** Ends the stream; no event arrives after it. */
  stop(): void;
  /** Resolves when the stream ended or was stopped, rejects with its {@link XlinkError}. */
  readonly ended: Promise<void>;
}

/**
 * The asking side of a contract. Everything rejects with an {@link XlinkError}: the handler's own, `INVALID_REQUEST`,
 * `UNKNOWN_METHOD`, `CANCELLED` (the caller's signal), `CONNECTION_LOST` (the port closed; retryable), `ENGINE_LOST`
 * (the host says that the engine went down; retryable).
 */
export interface Client<C extends Contract> {
  call<M extends CallMethod<C>>(
    method: M,
    input: Input<C, M>,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<Output<C, M>>;
  watch<M extends StreamMethod<C>>(
    method: M,
    input: Input<C, M>,
    onEvent: (event: Event<C, M>) => void,
  ): Watch;
  /** What the host said last, undefined before it said anything (in one process there is no host). */
  engineState(): EngineState | undefined;
  /** Tells the present state, if known, and every later one. Returns how to stop listening. */
  onEngineState(listener: (state: EngineState) => void): () => void;
  /** Asks the host to start the engine again, as when it was given up; what is under way is lost. */
  restartEngine(): void;
  /** Closes the port; what is pending rejects with `CONNECTION_LOST`. */
  close(): void;
}

interface Pending {
  resolve(output: unknown): void;
  reject(error: XlinkError): void;
  event(event: unknown): void;
}

export function createClient<C extends Contract>(_contract: C, port: Port): Client<C> {
  const pending = new Map<number, Pending>();
  const stateListeners = new Set<(state: EngineState) => void>();
  let state: EngineState | undefined;
  let lost: XlinkError | undefined;
  let lastId = 0;

  port.onMessage((message) => {
    const parsed = serverFrame.safeParse(message);
    if (parsed.success) receive(parsed.data);
  });
  port.onClose((reason) => {
    lost = connectionLost(reason);
    const abandoned = [...pending.values()];
    pending.clear();
    for (const request of abandoned) request.reject(lost);
  });

  function receive(frame: ServerFrame): void {
    if (frame.type === 'engine') {
      state = frame.engine;
      for (const listener of [...stateListeners]) listener(frame.engine);
      return;
    }
    // Unknown numbers are answers to what was cancelled meanwhile.
    const request = pending.get(frame.id);
    if (request === undefined) return;
    if (frame.type === 'event') {
      request.event(frame.event);
      return;
    }
    pending.delete(frame.id);
    if (frame.type === 'error') request.reject(errorFromShape(frame.error));
    else request.resolve(frame.type === 'result' ? frame.output : undefined);
  }

  function request(frame: Omit<ClientFrame & { type: 'call' | 'watch' }, 'id'>, entry: Pending): number {
    const id = ++lastId;
    if (lost !== undefined) {
      entry.reject(lost);
      return id;
    }
    pending.set(id, entry);
    port.post({ ...frame, id });
    return id;
  }

  function cancel(id: number): Pending | undefined {
    const entry = pending.get(id);
    if (entry === undefined) return undefined;
    pending.delete(id);
    port.post({ type: 'cancel', id } satisfies ClientFrame);
    return entry;
  }

  return {
    call(method, input, options = {}) {
      return new Promise((resolve, reject) => {
        const signal = options.signal;
        if (signal?.aborted) return reject(cancelled(method));
        const onAbort = () => cancel(id)?.reject(cancelled(method));
        const settled = () => signal?.removeEventListener('abort', onAbort);
        const id = request(
          { type: 'call', method, input },
          {
            resolve(output) {
              settled();
              // The server checked what it sends against the same contract when it was tested.
              resolve(output as Output<C, typeof method>);
            },
            reject(error) {
              settled();
              reject(error);
            },
            event() {},
          },
        );
        signal?.addEventListener('abort', onAbort, { once: true });
      });
    },
    watch(method, input, onEvent) {
      const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
      // Who does not look at `ended` does not want to be ended by it.
      ended.catch(() => {});
      const id = request(
        { type: 'watch', method, input },
        { resolve: () => resolve(), reject, event: (event) => onEvent(event as Event<C, typeof method>) },
      );
      return { ended, stop: () => cancel(id)?.resolve(undefined) };
    },
    engineState: () => state,
    onEngineState(listener) {
      stateListeners.add(listener);
      if (state !== undefined) listener(state);
      return () => stateListeners.delete(listener);
    },
    restartEngine: () => port.post({ type: 'restart' } satisfies ClientFrame),
    close: () => port.close(),
  };
}

function cancelled(method: string): XlinkError {
  return new XlinkError('CANCELLED', 'The request was cancelled.', { method });
}

function connectionLost(reason: string | undefined): XlinkError {
  return new XlinkError(
    'CONNECTION_LOST',
    'The connection to the program was lost. Try again when it is back.',
    reason === undefined ? {} : { reason },
    { retryable: true },
  );
}
