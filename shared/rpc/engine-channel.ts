import { z } from 'zod';
import type { Port } from './port.ts';
import { type PortListeners, portListeners } from './port-listeners.ts';

/*
 * One channel joins a host and its engine process; the connections of all its windows and pages run over it, each
 * under its client's name. Beside them go the words that the processes have for each other: `ready`, `again` and `stop`.
 */

const client = z.string().min(1).max(100);

const channelMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open'), client }),
  z.object({ type: z.literal('frame'), client, frame: z.unknown() }),
  z.object({ type: z.literal('close'), client }),
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('again') }),
  z.object({ type: z.literal('stop') }),
]);

type ChannelMessage = z.infer<typeof channelMessage>;

/** The host's end. */
export interface HostChannel {
  /** Opens a connection of that name; names are not used twice. */
  open(client: string): Port;
  /** Asks the engine to close its files and end. */
  stop(): void;
}

export function hostChannel(
  channel: Port,
  events: { readonly onReady: () => void; readonly onAgain?: () => void },
): HostChannel {
  const connections = connectionsOver(channel);
  connections.onOther((message) => {
    if (message.type === 'ready') events.onReady();
    if (message.type === 'again') events.onAgain?.();
  });
  return {
    open(name) {
      send(channel, { type: 'open', client: name });
      return connections.add(name);
    },
    stop: () => send(channel, { type: 'stop' }),
  };
}

/** The engine's end. */
export interface EngineChannel {
  /** Tells the host that requests are answered from now on. */
  ready(): void;
  /** Asks the host to start it again: what it works on has moved. */
  again(): void;
}

export function engineChannel(
  channel: Port,
  events: { readonly onClient: (client: string, port: Port) => void; readonly onStop: () => void },
): EngineChannel {
  const connections = connectionsOver(channel);
  connections.onOther((message) => {
    if (message.type === 'stop') events.onStop();
    if (message.type === 'open' && !connections.has(message.client)) {
      events.onClient(message.client, connections.add(message.client));
    }
  });
  return {
    ready: () => send(channel, { type: 'ready' }),
    again: () => send(channel, { type: 'again' }),
  };
}

function connectionsOver(channel: Port) {
  const open = new Map<string, PortListeners>();
  let onOther: (message: ChannelMessage) => void = () => {};

  channel.onMessage((raw) => {
    const parsed = channelMessage.safeParse(raw);
    if (!parsed.success) return;
    const message = parsed.data;
    if (message.type === 'frame') open.get(message.client)?.deliver(message.frame);
    else if (message.type === 'close') end(message.client);
    else onOther(message);
  });
  channel.onClose((reason) => {
    for (const name of [...open.keys()]) end(name, reason);
  });

  function end(name: string, reason?: string): void {
    const listeners = open.get(name);
    open.delete(name);
    listeners?.closed(reason);
  }

  return {
    has: (name: string) => open.has(name),
    onOther(listener: (message: ChannelMessage) => void) {
      onOther = listener;
    },
    add(name: string): Port {
      const listeners = portListeners();
      open.set(name, listeners);
      return {
        onMessage: listeners.onMessage,
        onClose: listeners.onClose,
        post(frame) {
          if (!listeners.isClosed()) send(channel, { type: 'frame', client: name, frame });
        },
        close() {
          if (listeners.isClosed()) return;
          send(channel, { type: 'close', client: name });
          // Forgotten at once, told soon: closing must not run listeners inside the call that closes.
          if (open.get(name) === listeners) open.delete(name);
          void Promise.resolve().then(() => listeners.closed());
        },
      };
    },
  };
}

function send(channel: Port, message: ChannelMessage): void {
  channel.post(message);
}
