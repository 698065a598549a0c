import { describe, expect, it } from 'vitest';
import { engineChannel, hostChannel } from '#shared/rpc/engine-channel.ts';
import { memoryPorts } from '#shared/rpc/memory-port.ts';
import type { Port } from '#shared/rpc/port.ts';
import { portConformance, until } from './conformance.ts';

function channel() {
  const [hostEnd, engineEnd] = memoryPorts();
  const clients = new Map<string, Port>();
  const words: string[] = [];
  const host = hostChannel(hostEnd, {
    onReady: () => words.push('ready'),
    onAgain: () => words.push('again'),
  });
  const engine = engineChannel(engineEnd, {
    onClient: (client, port) => clients.set(client, port),
    onStop: () => words.push('stop'),
  });
  return { hostEnd, host, engine, clients, words };
}

portConformance('one of several over the channel of an engine', async () => {
  const { hostEnd, host, clients } = channel();
  host.open('before');
  const clientPort = host.open('tested');
  host.open('behind');
  await until(() => clients.size === 3);
  const serverPort = clients.get('tested') as Port;
  return { clientPort, serverPort, release: async () => hostEnd.close() };
});

describe('The channel between a host and its engine', () => {
  it('keeps the connections of its clients apart', async () => {
    const { host, clients } = channel();
    const first = host.open('first');
    const second = host.open('second');
    await until(() => clients.size === 2);
    const heard: string[] = [];
    clients.get('first')?.onMessage((message) => heard.push(`first ${message}`));
    clients.get('second')?.onMessage((message) => heard.push(`second ${message}`));
    second.post('b');
    first.post('a');
    await until(() => heard.length === 2);
    expect(heard).toEqual(['second b', 'first a']);
  });

  it('ends every connection when it is lost itself', async () => {
    const { hostEnd, host, clients } = channel();
    const ends: string[] = [];
    host.open('first').onClose(() => ends.push('host'));
    await until(() => clients.size === 1);
    clients.get('first')?.onClose(() => ends.push('engine'));
    hostEnd.close();
    await until(() => ends.length === 2);
    expect(ends.sort()).toEqual(['engine', 'host']);
  });

  it('carries the words the processes have for each other', async () => {
    const { host, engine, words } = channel();
    engine.ready();
    engine.again();
    host.stop();
    await until(() => words.length === 3);
    expect(words.sort()).toEqual(['again', 'ready', 'stop']);
  });

  it('ignores what it does not know, and a name that is taken', async () => {
    const { hostEnd, host, clients } = channel();
    host.open('first');
    await until(() => clients.size === 1);
    const known = clients.get('first');
    for (const message of [
      null,
      'open',
      { type: 'open' },
      { type: 'open', client: 'first' },
      { type: 'shout' },
    ]) {
      hostEnd.post(message);
    }
    host.open('second');
    await until(() => clients.size === 2);
    expect(clients.get('first')).toBe(known);
  });
});
