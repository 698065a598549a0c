import type { ErrorShape } from './errors.ts';
import { type ClientFrame, clientFrame, type EngineState, type ServerFrame, serverFrame } from './frames.ts';
import type { Port } from './port.ts';
import { portListeners } from './port-listeners.ts';

/**
 * A client's port that outlives what is behind it: the engine that is restarted, the socket that is opened again.
 *
 * - A request that was under way when the far side was lost is answered with the error given to `detach`. It is never
 *   sent a second time: it may have been done.
 * - A request that comes while there is no far side waits until there is one, at most `waitMs`, then has that error too.
 * - After `refuse` nothing waits any more, until `attach`, or `detach`: there is hope again.
 */
export interface LastingPort {
  /** The client's end. */
  readonly port: Port;
  attach(far: Port): void;
  detach(error: ErrorShape): void;
  refuse(error: ErrorShape): void;
  /** Tells the client how the engine is. */
  tell(engine: EngineState): void;
  /** Ends it for good, from the host's side. */
  close(reason?: string): void;
}

export interface LastingPortOptions {
  /** How long a request waits for a far side. */
  readonly waitMs: number;
  /** How many requests may wait; more are answered with the error at once. */
  readonly maxWaiting: number;
  /** The error of what waits, as long as nothing was ever attached. */
  readonly absent: ErrorShape;
  /** Runs the function once after that time, unless what it returns is called before. */
  readonly setTimer: (ms: number, run: () => void) => () => void;
  /** The client asks for another engine. Who cannot give one leaves it out, and the far side is asked. */
  readonly onRestart?: () => void;
}

type Request = ClientFrame & { type: 'call' | 'watch' };

export function lastingPort(options: LastingPortOptions): LastingPort {
  const near = portListeners();
  const underWay = new Set<number>();
  const waiting = new Map<number, { readonly frame: Request; readonly stopTimer: () => void }>();
  let far: Port | undefined;
  let stopListening: () => void = () => {};
  let absent = options.absent;
  let isRefusing = false;
  let isClosing = false;

  // Never inside the post that asked, and in order with everything else that goes to the client.
  const deliver = (frame: ServerFrame) => void Promise.resolve().then(() => near.deliver(frame));
  const fail = (id: number) => deliver({ type: 'error', id, error: absent });

  function ask(frame: Request): void {
    if (far !== undefined) {
      underWay.add(frame.id);
      far.post(frame);
    } else if (isRefusing || waiting.size >= options.maxWaiting) {
      fail(frame.id);
    } else {
      const stopTimer = options.setTimer(options.waitMs, () => {
        waiting.delete(frame.id);
        fail(frame.id);
      });
      waiting.set(frame.id, { frame, stopTimer });
    }
  }

  function cancel(frame: ClientFrame & { type: 'cancel' }): void {
    if (underWay.delete(frame.id)) far?.post(frame);
    waiting.get(frame.id)?.stopTimer();
    waiting.delete(frame.id);
  }

  function takeWaiting(): Request[] {
    const frames = [...waiting.values()].map(({ frame, stopTimer }) => {
      stopTimer();
      return frame;
    });
    waiting.clear();
    return frames;
  }

  function receive(message: unknown): void {
    const parsed = serverFrame.safeParse(message);
    if (!parsed.success) return;
    const frame = parsed.data;
    if (frame.type !== 'engine') {
      if (!underWay.has(frame.id)) return;
      if (frame.type !== 'event') underWay.delete(frame.id);
    }
    deliver(frame);
  }

  function letGo(): Port | undefined {
    const gone = far;
    far = undefined;
    stopListening();
    stopListening = () => {};
    return gone;
  }

  function close(reason?: string): void {
    if (isClosing) return;
    isClosing = true;
    takeWaiting();
    underWay.clear();
    letGo()?.close();
    void Promise.resolve().then(() => near.closed(reason));
  }

  return {
    port: {
      onMessage: near.onMessage,
      onClose: near.onClose,
      post(message) {
        if (isClosing) return;
        const parsed = clientFrame.safeParse(message);
        if (!parsed.success) return;
        const frame = parsed.data;
        if (frame.type === 'cancel') cancel(frame);
        else if (frame.type !== 'restart') ask(frame);
        else if (options.onRestart !== undefined) options.onRestart();
        else far?.post(frame);
      },
      close: () => close(),
    },
    attach(port) {
      if (isClosing) return;
      far = port;
      isRefusing = false;
      stopListening = port.onMessage(receive);
      for (const frame of takeWaiting()) ask(frame);
    },
    detach(error) {
      letGo();
      absent = error;
      isRefusing = false;
      for (const id of underWay) fail(id);
      underWay.clear();
    },
    refuse(error) {
      isRefusing = true;
      absent = error;
      for (const frame of takeWaiting()) fail(frame.id);
    },
    tell: (engine) => deliver({ type: 'engine', engine }),
    close,
  };
}
