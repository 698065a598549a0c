import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '#shared/rpc/client.ts';
import type { EngineState } from '#shared/rpc/frames.ts';
import { spawnNodeEngine } from '../../electron/host/spawn-node.ts';
import { type SuperviseOptions, type Supervisor, superviseEngine } from '../../electron/host/supervisor.ts';
import { until } from '../rpc/conformance.ts';
import { sampleContract } from '../rpc/sample-contract.ts';
import { type Behaviour, setBehaviour } from './sample-behaviour.ts';

const script = fileURLToPath(new URL('sample-engine.ts', import.meta.url));

let home: string;
let states: EngineState[];
let lines: string[];
let supervisor: Supervisor | undefined;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'xlink-supervisor-'));
  states = [];
  lines = [];
});
afterEach(async () => {
  await supervisor?.stop();
  supervisor = undefined;
  rmSync(home, { recursive: true });
});

function start(behaviour: Behaviour, options: Partial<SuperviseOptions> = {}): Supervisor {
  setBehaviour(home, behaviour);
  supervisor = superviseEngine({
    spawn: () => spawnNodeEngine({ script, homeFolder: home }),
    onState: (state) => states.push(state),
    onOutputLine: (line) => lines.push(line),
    // How long requests wait is a test of its own; a busy machine may need longer for its starts.
    waitMs: 600_000,
    ...options,
  });
  return supervisor;
}

const connect = (to: Supervisor) => createClient(sampleContract, to.connect());
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('An engine that is supervised', () => {
  it('is a process of its own and answers its clients, each under its name', async () => {
    const running = start('well');
    const first = connect(running);
    const second = connect(running);
    const { pid } = await first.call('sample.pid', {});
    expect(pid).not.toBe(process.pid);
    expect(await first.call('sample.greet', {})).toMatchObject({ client: 'client-1' });
    expect(await second.call('sample.greet', {})).toMatchObject({ client: 'client-2' });
    expect(states).toEqual([
      { state: 'starting', attempt: 1 },
      { state: 'running', attempt: 1 },
    ]);
  });

  it('has threads enough for many ODBC calls that block', async () => {
    expect(await connect(start('well')).call('sample.echo', 'environment')).toEqual({ threads: '24' });
  });

  it('keeps requests that come while it starts and answers them when it runs', async () => {
    const running = start('opens-slowly');
    expect(running.state().state).toBe('starting');
    expect(await connect(running).call('sample.double', { value: 2 })).toEqual({ doubled: 4 });
  });

  it('does not keep them longer than it is told to', async () => {
    const client = connect(start('opens-slowly', { waitMs: 20 }));
    await expect(client.call('sample.double', { value: 2 })).rejects.toMatchObject({
      code: 'ENGINE_LOST',
      retryable: true,
    });
  });

  it('is killed: its clients hear of it before another is started, it comes back, new requests work', async () => {
    let starts = 0;
    const spawn = () => {
      starts += 1;
      return spawnNodeEngine({ script, homeFolder: home });
    };
    const client = connect(start('well', { spawn }));
    const told: [state: string, startsByThen: number][] = [];
    client.onEngineState(({ state }) => told.push([state, starts]));
    const { pid } = await client.call('sample.pid', {});
    const hanging = client.call('sample.hang', {}).catch((error: unknown) => error);
    const watch = client.watch('sample.forever', {}, () => {});
    await client.call('sample.double', { value: 1 });

    told.length = 0;
    process.kill(pid, 'SIGKILL');

    await expect(hanging).resolves.toMatchObject({ code: 'ENGINE_LOST', retryable: true });
    expect(starts).toBe(1);
    await expect(watch.ended).rejects.toMatchObject({ code: 'ENGINE_LOST', retryable: true });
    await until(() => told.length > 0);
    expect(told[0]).toEqual(['restarting', 1]);
    expect(client.engineState()).toMatchObject({ attempt: 2, reason: expect.stringContaining('SIGKILL') });

    const after = await client.call('sample.pid', {});
    expect(after.pid).not.toBe(pid);
    expect(client.engineState()).toEqual({ state: 'running', attempt: 2 });
  });

  it('never asks the new engine what the old one was asked', async () => {
    const client = connect(start('well'));
    const { pid } = await client.call('sample.pid', {});
    const asked = client.call('sample.hang', {}).catch((error: unknown) => error);
    process.kill(pid, 'SIGKILL');
    await expect(asked).resolves.toMatchObject({ code: 'ENGINE_LOST' });
    expect(await client.call('sample.double', { value: 4 })).toEqual({ doubled: 8 });
  });

  it('is started again when an error nobody caught ended it, and says which', async () => {
    const client = connect(start('well'));
    await client.call('sample.echo', 'throw later');
    await until(() => states.at(-1)?.state === 'running' && states.length === 4);
    expect(states[2]).toMatchObject({ state: 'restarting', attempt: 2, reason: 'A wire came loose.' });
    const line = JSON.parse(lines.find((each) => each.includes('A wire came loose')) ?? '{}');
    expect(line).toMatchObject({ code: 'INTERNAL', message: 'A wire came loose.' });
  });

  it('is started again even when a driver holds one of its threads and will not come back', async () => {
    const client = connect(start('well'));
    const { pid } = await client.call('sample.pid', {});
    await client.call('sample.echo', 'block a thread');
    await client.call('sample.echo', 'throw later');
    await until(() => states.at(-1)?.state === 'running' && states.length === 4);
    expect(isAlive(pid)).toBe(false);
  });

  it('ends when its host is killed, and closes what it had open', async () => {
    setBehaviour(home, 'well');
    const host = fork(fileURLToPath(new URL('sample-host.ts', import.meta.url)), [script, home]);
    onTestFinished(() => void host.kill('SIGKILL'));
    const [pid] = (await once(host, 'message')) as [number];
    host.kill('SIGKILL');
    await until(() => !isAlive(pid));
    expect(existsSync(join(home, `closed-${pid}`))).toBe(true);
  });

  it('is given up after so many quick deaths, with its last words', async () => {
    const running = start('dies-at-once', { backoffMs: [1, 2] });
    const client = connect(running);
    const waiting = client.call('sample.double', { value: 1 });
    await expect(waiting).rejects.toMatchObject({
      code: 'ENGINE_LOST',
      details: { reason: expect.stringContaining('libodbc.so.2') },
    });
    expect(states.map(({ state, attempt, retryInMs }) => ({ state, attempt, retryInMs }))).toEqual([
      { state: 'starting', attempt: 1, retryInMs: undefined },
      { state: 'restarting', attempt: 2, retryInMs: 1 },
      { state: 'restarting', attempt: 3, retryInMs: 2 },
      { state: 'failed', attempt: 3, retryInMs: undefined },
    ]);
    expect(states.at(-1)?.reason).toContain('code 127');
    await expect(connect(running).call('sample.double', { value: 1 })).rejects.toMatchObject({
      code: 'ENGINE_LOST',
    });
  });

  it('is given up at once when it says that only the operator can help', async () => {
    start('cannot-open');
    await until(() => states.at(-1)?.state === 'failed');
    expect(states.at(-1)?.reason).toBe('The home cannot be written. Choose another one.');
    expect(states.length).toBe(2);
  });

  it('is given up when it cannot be started at all', async () => {
    start('well', {
      backoffMs: [1],
      spawn: () => {
        throw new Error('No such program.');
      },
    });
    await until(() => states.at(-1)?.state === 'failed');
    expect(states.at(-1)?.reason).toBe('No such program.');
  });

  it('that was given up starts again on request, for the clients it had', async () => {
    const running = start('dies-at-once', { backoffMs: [] });
    const client = connect(running);
    await until(() => running.state().state === 'failed');
    setBehaviour(home, 'well');
    client.restartEngine();
    await until(() => running.state().state !== 'failed');
    expect(await client.call('sample.double', { value: 3 })).toEqual({ doubled: 6 });
  });

  it('that runs is replaced on request', async () => {
    const running = start('well');
    const client = connect(running);
    const { pid } = await client.call('sample.pid', {});
    running.restart();
    expect((await client.call('sample.pid', {})).pid).not.toBe(pid);
    await until(() => !isAlive(pid));
  });

  it('has all its tries again after it ran well for a while', async () => {
    const client = connect(start('well', { backoffMs: [1], stableAfterMs: 0 }));
    for (let death = 0; death < 3; death += 1) {
      const { pid } = await client.call('sample.pid', {});
      // The while of this test is over with the next turn of the timers.
      await new Promise((resolve) => setTimeout(resolve, 20));
      process.kill(pid, 'SIGKILL');
      await until(() => states.length === 4 + 2 * death);
    }
    const after = [{ state: 'restarting' }, { state: 'running' }];
    expect(states.slice(2)).toMatchObject([...after, ...after, ...after]);
  });

  it('closes what it had open when it is stopped, and its clients hear of it', async () => {
    const running = start('well');
    const client = connect(running);
    const { pid } = await client.call('sample.pid', {});
    const hanging = client.call('sample.hang', {}).catch((error: unknown) => error);
    await running.stop();
    await expect(hanging).resolves.toMatchObject({
      code: 'CONNECTION_LOST',
      details: { reason: 'The program is ending.' },
    });
    expect(existsSync(join(home, `closed-${pid}`))).toBe(true);
    expect(isAlive(pid)).toBe(false);
    expect(states.at(-1)?.state).toBe('running');
    await expect(connect(running).call('sample.pid', {})).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
  });

  it('cancels what a client asked when that client goes away, and serves the others', async () => {
    const running = start('well');
    const leaving = connect(running);
    const staying = connect(running);
    const watch = leaving.watch('sample.forever', {}, () => {});
    await leaving.call('sample.double', { value: 1 });
    leaving.close();
    await expect(watch.ended).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
    expect(await staying.call('sample.double', { value: 5 })).toEqual({ doubled: 10 });
  });
});
