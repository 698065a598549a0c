import { describe, expect, it } from 'vitest';
import { createClient } from '#shared/rpc/client.ts';
import { memoryPorts } from '#shared/rpc/memory-port.ts';
import { serve } from '#shared/rpc/server.ts';
import { portConformance } from './conformance.ts';
import { sampleContract, sampleHandlers } from './sample-contract.ts';

portConformance('in memory', async () => {
  const [clientPort, serverPort] = memoryPorts();
  return { clientPort, serverPort, release: async () => clientPort.close() };
});

describe('In memory as on a wire', () => {
  it('drops what JSON cannot say, so that no caller comes to lean on it', async () => {
    const [clientPort, serverPort] = memoryPorts();
    serve(sampleContract, sampleHandlers(), serverPort, { client: 'test-1' });
    const client = createClient(sampleContract, clientPort);
    const answer = await client.call('sample.echo', {
      at: new Date(0),
      missing: undefined,
      list: [undefined],
    });
    expect(answer).toEqual({ at: '1970-01-01T00:00:00.000Z', list: [null] });
  });

  it('answers INTERNAL when what a handler gives cannot be sent', async () => {
    const [clientPort, serverPort] = memoryPorts();
    const handlers = { ...sampleHandlers(), 'sample.echo': async () => 7n };
    serve(sampleContract, handlers, serverPort, { client: 'test-1' });
    const client = createClient(sampleContract, clientPort);
    await expect(client.call('sample.echo', {})).rejects.toMatchObject({
      code: 'INTERNAL',
      message: expect.stringContaining('BigInt'),
    });
  });

  it('ends a stream, and its handler, when an event breaks the contract', async () => {
    const [clientPort, serverPort] = memoryPorts();
    let aborted = false;
    const handlers = {
      ...sampleHandlers(),
      'sample.forever': async (
        _input: unknown,
        { signal }: { signal: AbortSignal },
        emit: (event: { number: number }) => void,
      ) => {
        emit({ number: 0.5 });
        aborted = signal.aborted;
      },
    };
    serve(sampleContract, handlers, serverPort, { client: 'test-1', checkOutput: true });
    const client = createClient(sampleContract, clientPort);
    const events: unknown[] = [];
    const watch = client.watch('sample.forever', {}, (event) => events.push(event));
    await expect(watch.ended).rejects.toMatchObject({
      code: 'INTERNAL',
      details: { method: 'sample.forever' },
    });
    expect(aborted).toBe(true);
    expect(events).toEqual([]);
  });
});
