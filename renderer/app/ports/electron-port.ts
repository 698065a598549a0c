import type { XlinkBridge } from '#shared/rpc/bridge.ts';
import type { Port } from '#shared/rpc/port.ts';
import { portListeners } from '#shared/rpc/port-listeners.ts';

/** The way to the engine through the window's preload script. Its host keeps it open as long as the page lives. */
export function electronPort(bridge: XlinkBridge): Port {
  const listeners = portListeners();
  bridge.onMessage((message) => listeners.deliver(message));
  bridge.onClose(() => listeners.closed());
  bridge.open();
  return {
    onMessage: listeners.onMessage,
    onClose: listeners.onClose,
    post(message) {
      if (!listeners.isClosed()) bridge.post(message);
    },
    close() {
      if (!listeners.isClosed()) bridge.close();
    },
  };
}
