import { memoryPorts } from '#shared/rpc/memory-port.ts';
import { portConformance } from '../rpc/conformance.ts';
import { openPage, replaceElectron } from './program.ts';
import { StandInContents, standInElectron } from './stand-in.ts';

portConformance('Electron, from the page through preload and main', async () => {
  const electron = standInElectron();
  replaceElectron(electron.forMain);
  const { relayFrames } = await import('../../electron/main/relay.ts');
  const [near, serverPort] = memoryPorts();
  const { promise: connected, resolve } = Promise.withResolvers<void>();
  relayFrames(() => {
    resolve();
    return near;
  });
  const contents = new StandInContents();
  contents.load('app://xlink/');
  const clientPort = await openPage(electron, contents);
  await connected;
  return { clientPort, serverPort, release: async () => contents.destroy() };
});
