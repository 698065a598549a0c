import { beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '#shared/rpc/client.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import { type LastingPort, lastingPort } from '#shared/rpc/lasting-port.ts';
import { memoryPorts } from '#shared/rpc/memory-port.ts';
import type { Port } from '#shared/rpc/port.ts';
import { serve } from '#shared/rpc/server.ts';
import { until } from './conformance.ts';
import { type SampleContract, type SampleLog, sampleContract, sampleHandlers } from './sample-contract.ts';

const absent: ErrorShape = { code: 'ENGINE_LOST', message: 'Not there yet.', details: {}, retryable: true };
const lost: ErrorShape = { ...absent, message: 'It is gone.' };

describe('A port that outlives its far side', () => {
  let log: SampleLog;
  let timers: Set<() => void>;
  let lasting: LastingPort;
  let client: Client<SampleContract>;
  let served: number;

  beforeEach(() => {
    log = { aborted: [] };
    timers = new Set();
    served = 0;
    lasting = lastingPort({
      waitMs: 10_000,
      maxWaiting: 3,
      absent,
      setTimer(_ms, run) {
        timers.add(run);
        return () => timers.delete(run);
      },
    });
    client = createClient(sampleContract, lasting.port);
  });

  function farSide(): Port {
    const [near, far] = memoryPorts();
    const handlers = sampleHandlers(log);
    serve(
      sampleContract,
      {
        ...handlers,
        'sample.double': async (input, context) => {
          served += 1;
          return handlers['sample.double'](input, context);
        },
      },
      far,
      { client: 'test-1' },
    );
    return near;
  }

  it('keeps requests until there is a far side', async () => {
    const answers = Promise.all([1, 2, 3].map((value) => client.call('sample.double', { value })));
    lasting.attach(farSide());
    expect(await answers).toEqual([{ doubled: 2 }, { doubled: 4 }, { doubled: 6 }]);
    expect(timers.size).toBe(0);
  });

  it('answers with the error when the time to wait is over, and does not ask any more', async () => {
    const answer = client.call('sample.double', { value: 1 });
    for (const expire of timers) expire();
    await expect(answer).rejects.toMatchObject({ code: 'ENGINE_LOST', message: 'Not there yet.' });
    lasting.attach(farSide());
    await client.call('sample.greet', {});
    expect(served).toBe(0);
  });

  it('lets no more wait than it is told to', async () => {
    const waiting = [1, 2, 3].map((value) => client.call('sample.double', { value }));
    await expect(client.call('sample.double', { value: 4 })).rejects.toMatchObject({ code: 'ENGINE_LOST' });
    lasting.attach(farSide());
    expect((await Promise.all(waiting)).length).toBe(3);
  });

  it('forgets a request that was cancelled while it waited', async () => {
    const controller = new AbortController();
    const answer = client.call('sample.double', { value: 1 }, { signal: controller.signal });
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: 'CANCELLED' });
    lasting.attach(farSide());
    await client.call('sample.greet', {});
    expect(served).toBe(0);
    expect(timers.size).toBe(0);
  });

  it('answers what was under way when the far side was lost, and asks the next one nothing of it', async () => {
    const first = farSide();
    lasting.attach(first);
    const hanging = client.call('sample.hang', {});
    const watch = client.watch('sample.forever', {}, () => {});
    await client.call('sample.double', { value: 1 });
    first.close();
    lasting.detach(lost);
    await expect(hanging).rejects.toMatchObject({ message: 'It is gone.' });
    await expect(watch.ended).rejects.toMatchObject({ message: 'It is gone.' });
    const later = client.call('sample.double', { value: 2 });
    lasting.attach(farSide());
    expect(await later).toEqual({ doubled: 4 });
    expect(served).toBe(2);
  });

  it('passes a cancel on', async () => {
    lasting.attach(farSide());
    const controller = new AbortController();
    const hanging = client.call('sample.hang', {}, { signal: controller.signal }).catch(() => {});
    await client.call('sample.double', { value: 1 });
    controller.abort();
    await hanging;
    await until(() => log.aborted.length === 1);
    expect(log.aborted).toEqual(['sample.hang CANCELLED']);
  });

  it('refuses what waits and what comes, until something is attached again', async () => {
    const waiting = client.call('sample.double', { value: 1 });
    lasting.refuse({ ...absent, message: 'It was given up.' });
    await expect(waiting).rejects.toMatchObject({ message: 'It was given up.' });
    await expect(client.call('sample.double', { value: 2 })).rejects.toMatchObject({
      message: 'It was given up.',
    });
    lasting.attach(farSide());
    expect(await client.call('sample.double', { value: 3 })).toEqual({ doubled: 6 });
  });

  it('asks the far side for another engine, having none itself', async () => {
    const [near, far] = memoryPorts();
    const received: unknown[] = [];
    far.onMessage((message) => received.push(message));
    client.restartEngine();
    lasting.attach(near);
    client.restartEngine();
    await until(() => received.length > 0);
    expect(received).toEqual([{ type: 'restart' }]);
  });

  it('passes on nothing that is no frame, in either direction', async () => {
    const [near, far] = memoryPorts();
    const received: unknown[] = [];
    far.onMessage((message) => received.push(message));
    lasting.attach(near);
    lasting.port.post({ type: 'format the disk' });
    lasting.port.post({ type: 'call', id: 1, method: 'sample.greet', input: {} });
    far.post({ type: 'result', id: 77, output: 'for nobody' });
    far.post('noise');
    const delivered: unknown[] = [];
    lasting.port.onMessage((message) => delivered.push(message));
    far.post({ type: 'result', id: 1, output: 'asked for' });
    await until(() => received.length === 1 && delivered.length === 1);
    expect(received).toEqual([{ type: 'call', id: 1, method: 'sample.greet', input: {} }]);
    expect(delivered).toEqual([{ type: 'result', id: 1, output: 'asked for' }]);
  });

  it('ends for good when either end says so', async () => {
    const near = farSide();
    let farEnded = false;
    near.onClose(() => {
      farEnded = true;
    });
    lasting.attach(near);
    const hanging = client.call('sample.hang', {});
    lasting.close('The program is ending.');
    await expect(hanging).rejects.toMatchObject({
      code: 'CONNECTION_LOST',
      details: { reason: 'The program is ending.' },
    });
    await until(() => farEnded);
  });
});
