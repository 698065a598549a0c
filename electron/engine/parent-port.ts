import type { Port } from '#shared/rpc/port.ts';
import { portListeners } from '#shared/rpc/port-listeners.ts';

/** What Electron gives a utility process as `process.parentPort`; said here, as the engine knows no Electron. */
interface UtilityParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

/**
 * The channel to the process that started this one: Electron's `utilityProcess.fork` or Node's `fork`.
 * Undefined when nobody did. It closes when the parent is gone.
 */
export function parentPort(): Port | undefined {
  const utility = (process as { parentPort?: UtilityParentPort }).parentPort;
  if (utility !== undefined) return utilityPort(utility);
  return process.send === undefined ? undefined : forkedPort();
}

/** Electron ends its utility processes itself, so this port is never closed from outside. */
function utilityPort(utility: UtilityParentPort): Port {
  const listeners = portListeners();
  utility.on('message', (event) => listeners.deliver(event.data));
  return {
    onMessage: listeners.onMessage,
    onClose: listeners.onClose,
    post: (message) => utility.postMessage(message),
    close: () => listeners.closed(),
  };
}

function forkedPort(): Port {
  const listeners = portListeners();
  process.on('message', (message) => listeners.deliver(message));
  process.on('disconnect', () => listeners.closed('The host went away.'));
  return {
    onMessage: listeners.onMessage,
    onClose: listeners.onClose,
    post(message) {
      // A host that is gone is told by `disconnect`; until then its pipe may refuse, and nobody is left to hear it.
      if (process.connected) process.send?.(message, undefined, undefined, () => {});
    },
    close() {
      if (process.connected) process.disconnect();
    },
  };
}
