import type { Port } from './port.ts';
import { portListeners } from './port-listeners.ts';

/**
 * Two ports joined in memory, for what runs in one process (command line, service, tests).
 * Messages go through JSON, as on a socket, so that no host gets away with what another would refuse.
 */
export function memoryPorts(): [Port, Port] {
  const left = portListeners();
  const right = portListeners();
  let closing = false;

  function end(own: typeof left, far: typeof left): Port {
    return {
      onMessage: own.onMessage,
      onClose: own.onClose,
      post(message) {
        if (closing) return;
        const text = JSON.stringify(message);
        void Promise.resolve().then(() => far.deliver(JSON.parse(text)));
      },
      close() {
        if (closing) return;
        closing = true;
        void Promise.resolve().then(() => {
          far.closed();
          own.closed();
        });
      },
    };
  }
  return [end(left, right), end(right, left)];
}
