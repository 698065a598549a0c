import type { ChildProcess } from 'node:child_process';
import type { Port } from '#shared/rpc/port.ts';
import { portListeners } from '#shared/rpc/port-listeners.ts';

/** The channel to a process that was forked; it closes when that is gone. */
export function childPort(child: ChildProcess): Port {
  const listeners = portListeners();
  child.on('message', (message) => listeners.deliver(message));
  child.on('disconnect', () => listeners.closed('The process stopped.'));
  return {
    onMessage: listeners.onMessage,
    onClose: listeners.onClose,
    post(message) {
      // A pipe that breaks is told by `disconnect`.
      if (child.connected) child.send(message as object, () => {});
    },
    close() {
      if (child.connected) child.disconnect();
    },
  };
}
