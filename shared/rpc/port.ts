/**
 * A two-way channel of messages. Everything the console and the engine say to each other goes through one.
 *
 * What every port keeps to, and `test/rpc/conformance.ts` checks:
 * - messages are JSON values; they arrive once, in order, and never inside the `post` that sent them;
 * - after `close`, by either side, both sides' close listeners run once, behind the messages sent before;
 * - a close listener added too late still runs; a message posted too late is dropped.
 *
 * A port knows no backpressure: who emits often coalesces (see {@link StreamHandler} in contract.ts).
 */
export interface Port {
  post(message: unknown): void;
  /** Returns how to stop listening. */
  onMessage(listener: (message: unknown) => void): () => void;
  /** Returns how to stop listening. The reason is for people; it may be missing. */
  onClose(listener: (reason?: string) => void): () => void;
  close(): void;
}

/** Passes everything that arrives at one port on to the other, and closes the one with the other. */
export function joinPorts(a: Port, b: Port): void {
  a.onMessage((message) => b.post(message));
  b.onMessage((message) => a.post(message));
  a.onClose(() => b.close());
  b.onClose(() => a.close());
}
