import { fork } from 'node:child_process';
import { childPort } from '#engine/child-port.ts';
import { type EngineLaunch, engineArguments, engineEnvironment } from './engine-launch.ts';
import type { EngineProcess } from './engine-process.ts';

/** Starts an engine as a child of this Node process. */
export function spawnNodeEngine(launch: EngineLaunch): EngineProcess {
  const child = fork(launch.script, engineArguments(launch), {
    env: engineEnvironment(process.env),
    // What JSON cannot say would not pass a socket either, so it is dropped here already.
    serialization: 'json',
    // Native drivers print to stdout; ours belongs to the command that runs.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return {
    channel: childPort(child),
    output: [child.stdout, child.stderr].filter((stream) => stream !== null),
    onExit(listener) {
      child.once('exit', (code, signal) => listener({ code, signal }));
      // What could not be started never exits.
      child.once('error', () => {
        if (child.pid === undefined) listener({ code: null, signal: null });
      });
    },
    kill: () => child.kill('SIGKILL'),
  };
}
