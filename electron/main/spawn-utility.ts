import type { Readable } from 'node:stream';
import { utilityProcess } from 'electron';
import { portListeners } from '#shared/rpc/port-listeners.ts';
import { type EngineLaunch, engineArguments, engineEnvironment } from '../host/engine-launch.ts';
import type { EngineProcess } from '../host/engine-process.ts';

/** Starts an engine as a utility process of Electron: plain Node, apart from every window. */
export function spawnUtilityEngine(launch: EngineLaunch): EngineProcess {
  const child = utilityProcess.fork(launch.script, engineArguments(launch), {
    serviceName: 'Xlink engine',
    env: engineEnvironment(process.env),
    stdio: 'pipe',
  });
  const listeners = portListeners();
  child.on('message', (message) => listeners.deliver(message));
  child.on('exit', () => listeners.closed('The engine stopped.'));
  return {
    channel: {
      onMessage: listeners.onMessage,
      onClose: listeners.onClose,
      post(message) {
        if (!listeners.isClosed()) child.postMessage(message);
      },
      close: () => child.kill(),
    },
    // Electron's typings know less of them than they are.
    output: [child.stdout, child.stderr].filter((stream) => stream !== null) as unknown as Readable[],
    onExit(listener) {
      child.once('exit', (code) => listener({ code, signal: null }));
    },
    kill() {
      // Its own `kill` asks politely, and a driver that hangs does not hear.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}
