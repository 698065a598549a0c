import type { Port } from './port.ts';

/** The listening half of a {@link Port}, and how its owner feeds it. */
export interface PortListeners {
  readonly onMessage: Port['onMessage'];
  readonly onClose: Port['onClose'];
  /** Hands a message to every listener, unless the port is closed. */
  deliver(message: unknown): void;
  /** Runs the close listeners, once; later calls do nothing. */
  closed(reason?: string): void;
  isClosed(): boolean;
}

/** The book-keeping that all ports share: who listens, and that closing happens once. */
export function portListeners(): PortListeners {
  const onMessage = new Set<(message: unknown) => void>();
  const onClose = new Set<(reason?: string) => void>();
  let closing: { reason?: string } | undefined;

  return {
    onMessage(listener) {
      onMessage.add(listener);
      return () => onMessage.delete(listener);
    },
    onClose(listener) {
      if (closing !== undefined) {
        const { reason } = closing;
        let wanted = true;
        void Promise.resolve().then(() => {
          if (wanted) listener(reason);
        });
        return () => {
          wanted = false;
        };
      }
      onClose.add(listener);
      return () => onClose.delete(listener);
    },
    deliver(message) {
      if (closing !== undefined) return;
      for (const listener of [...onMessage]) listener(message);
    },
    closed(reason) {
      if (closing !== undefined) return;
      closing = reason === undefined ? {} : { reason };
      const listeners = [...onClose];
      onClose.clear();
      onMessage.clear();
      for (const listener of listeners) listener(reason);
    },
    isClosed: () => closing !== undefined,
  };
}
