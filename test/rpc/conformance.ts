import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Client, createClient } from '#shared/rpc/client.ts';
import type { Port } from '#shared/rpc/port.ts';
import { type Serving, serve } from '#shared/rpc/server.ts';
import { type SampleContract, type SampleLog, sampleContract, sampleHandlers } from './sample-contract.ts';

/** The two ends of one connection, as a host makes them. */
export interface PortPair {
  readonly clientPort: Port;
  readonly serverPort: Port;
  /** Takes down what the pair stands on (servers, processes); the ports may be closed already. */
  release(): Promise<void>;
}

/** Resolves when the condition holds; the test's own deadline is the only clock. */
export async function until(condition: () => boolean): Promise<void> {
  let stopped = false;
  onTestFinished(() => {
    stopped = true;
  });
  while (!stopped && !condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** What has to hold over every port, so that a host can be swapped for another. */
export function portConformance(name: string, open: () => Promise<PortPair>): void {
  describe(`A port (${name})`, () => {
    let pair: PortPair;
    beforeEach(async () => {
      pair = await open();
    });
    afterEach(async () => {
      await pair.release();
    });

    function collect(port: Port): unknown[] {
      const received: unknown[] = [];
      port.onMessage((message) => received.push(message));
      return received;
    }

    it('brings messages to the far side once and in order, both ways', async () => {
      const atServer = collect(pair.serverPort);
      const atClient = collect(pair.clientPort);
      const sent = Array.from({ length: 200 }, (_unused, index) => ({ index, text: `n° ${index}` }));
      for (const message of sent) {
        pair.clientPort.post(message);
        pair.serverPort.post(message);
      }
      await until(() => atServer.length >= sent.length && atClient.length >= sent.length);
      expect(atServer).toEqual(sent);
      expect(atClient).toEqual(sent);
    });

    it('never delivers inside the post that sent', async () => {
      const atServer = collect(pair.serverPort);
      pair.clientPort.post({ first: true });
      expect(atServer).toEqual([]);
      await until(() => atServer.length === 1);
    });

    it('carries any JSON value, of any script, and a megabyte', async () => {
      const atServer = collect(pair.serverPort);
      const values = [
        { empty: {}, list: [], nothing: null, yes: true, number: -0.5, deep: [[[{ a: 1 }]]] },
        { text: 'Téléphonie – Überlauf – 日本 – 🙂 – \u2028 – "quoted"\r\n' },
        { large: 'x'.repeat(1_000_000) },
      ];
      for (const value of values) pair.clientPort.post(value);
      await until(() => atServer.length === values.length);
      expect(atServer).toEqual(values);
    });

    it('gives the far side a copy, as it stood when it was posted', async () => {
      const atServer = collect(pair.serverPort);
      const message = { list: [1, 2] };
      pair.clientPort.post(message);
      message.list.push(3);
      await until(() => atServer.length === 1);
      expect(atServer).toEqual([{ list: [1, 2] }]);
    });

    it('stops telling a listener that stopped listening', async () => {
      const heard: unknown[] = [];
      const stop = pair.serverPort.onMessage((message) => heard.push(message));
      const all = collect(pair.serverPort);
      pair.clientPort.post({ number: 1 });
      await until(() => all.length === 1);
      stop();
      pair.clientPort.post({ number: 2 });
      await until(() => all.length === 2);
      expect(heard).toEqual([{ number: 1 }]);
    });

    for (const closer of ['clientPort', 'serverPort'] as const) {
      it(`tells both sides once that it was closed by the ${closer}`, async () => {
        const closed: string[] = [];
        pair.clientPort.onClose(() => closed.push('client'));
        pair.serverPort.onClose(() => closed.push('server'));
        pair[closer].close();
        pair[closer].close();
        await until(() => closed.length >= 2);
        expect(closed.sort()).toEqual(['client', 'server']);
      });
    }

    it('delivers what was posted before it was closed', async () => {
      const atServer = collect(pair.serverPort);
      let closed = false;
      pair.serverPort.onClose(() => {
        closed = true;
      });
      pair.clientPort.post({ last: 'words' });
      pair.clientPort.close();
      await until(() => closed);
      expect(atServer).toEqual([{ last: 'words' }]);
    });

    it('drops what is posted after it was closed, and tells who asks late', async () => {
      const atServer = collect(pair.serverPort);
      let closed = false;
      pair.serverPort.onClose(() => {
        closed = true;
      });
      pair.clientPort.close();
      await until(() => closed);
      pair.clientPort.post({ late: true });
      pair.serverPort.post({ late: true });
      let toldLate = false;
      pair.clientPort.onClose(() => {
        toldLate = true;
      });
      await until(() => toldLate);
      expect(atServer).toEqual([]);
    });
  });

  describe(`A client and a server (${name})`, () => {
    let pair: PortPair;
    let log: SampleLog;
    let serving: Serving;
    let client: Client<SampleContract>;
    beforeEach(async () => {
      pair = await open();
      log = { aborted: [] };
      serving = serve(sampleContract, sampleHandlers(log), pair.serverPort, {
        client: 'test-1',
        checkOutput: true,
      });
      client = createClient(sampleContract, pair.clientPort);
    });
    afterEach(async () => {
      await pair.release();
    });

    it('answers a call', async () => {
      expect(await client.call('sample.double', { value: 21 })).toEqual({ doubled: 42 });
    });

    it('answers many calls at once, each its own answer', async () => {
      const values = Array.from({ length: 100 }, (_unused, index) => index);
      const answers = await Promise.all(values.map((value) => client.call('sample.double', { value })));
      expect(answers).toEqual(values.map((value) => ({ doubled: value * 2 })));
    });

    it('fills in defaults of the input and tells the handler who asks', async () => {
      expect(await client.call('sample.greet', {})).toEqual({
        text: 'Good morning, stranger',
        client: 'test-1',
      });
    });

    it("brings a handler's error over with its code, message, details and whether to try again", async () => {
      await expect(client.call('sample.fail', { as: 'xlink' })).rejects.toMatchObject({
        name: 'XlinkError',
        code: 'SAMPLE_BROKEN',
        message: 'It is broken. Mend it.',
        details: { place: 'here' },
        retryable: true,
      });
    });

    it('calls any other error INTERNAL', async () => {
      await expect(client.call('sample.fail', { as: 'other' })).rejects.toMatchObject({
        code: 'INTERNAL',
        message: 'The wire is loose.',
      });
    });

    it('refuses an input outside the contract with the places that are wrong', async () => {
      const wrong = { value: 'two' } as unknown as { value: number };
      await expect(client.call('sample.double', wrong)).rejects.toMatchObject({
        code: 'INVALID_REQUEST',
        message: expect.stringContaining('value'),
        details: { method: 'sample.double', places: [{ place: 'value' }] },
      });
    });

    it('refuses a method it does not know, also one that every object has', async () => {
      for (const method of ['sample.none', 'constructor', '__proto__', 'sample.count']) {
        await expect(client.call(method as 'sample.hang', {})).rejects.toMatchObject({
          code: 'UNKNOWN_METHOD',
        });
      }
    });

    it('holds what a handler answers against the contract when asked to', async () => {
      await expect(client.call('sample.lie', {})).rejects.toMatchObject({
        code: 'INTERNAL',
        details: { method: 'sample.lie', places: [{ place: 'count' }] },
      });
    });

    it('ignores and counts what is no frame of ours, and goes on', async () => {
      const garbage = [
        null,
        7,
        'call',
        [],
        {},
        { type: 'call' },
        { type: 'call', id: -1, method: 'x' },
        { id: 1 },
      ];
      for (const message of garbage) pair.clientPort.post(message);
      expect(await client.call('sample.double', { value: 1 })).toEqual({ doubled: 2 });
      expect(serving.ignoredFrames()).toBe(garbage.length);
    });

    it('a client ignores answers that are no frames and answers to nothing', async () => {
      for (const message of [null, 'x', { type: 'result' }, { type: 'result', id: 99, output: 1 }]) {
        pair.serverPort.post(message);
      }
      expect(await client.call('sample.double', { value: 1 })).toEqual({ doubled: 2 });
    });

    it('cancels a call: the caller has its answer at once, the handler its signal', async () => {
      const controller = new AbortController();
      const answer = client.call('sample.hang', {}, { signal: controller.signal });
      await until(() => serving.runningRequests() === 1);
      controller.abort();
      await expect(answer).rejects.toMatchObject({ code: 'CANCELLED', retryable: false });
      await until(() => log.aborted.length === 1);
      expect(log.aborted).toEqual(['sample.hang CANCELLED']);
      expect(serving.runningRequests()).toBe(0);
    });

    it('does not ask at all when the signal was aborted before', async () => {
      await expect(client.call('sample.hang', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: 'CANCELLED',
      });
      await client.call('sample.double', { value: 1 });
      expect(log.aborted).toEqual([]);
    });

    it("brings a stream's events in order and then its end", async () => {
      const numbers: number[] = [];
      const watch = client.watch('sample.count', { upTo: 500 }, ({ number }) => numbers.push(number));
      await watch.ended;
      expect(numbers).toEqual(Array.from({ length: 500 }, (_unused, index) => index + 1));
    });

    it('ends a stream with its error after the events before it', async () => {
      const numbers: number[] = [];
      const watch = client.watch('sample.count', { upTo: 5, failAt: 3 }, ({ number }) =>
        numbers.push(number),
      );
      await expect(watch.ended).rejects.toMatchObject({ code: 'SAMPLE_BROKEN' });
      expect(numbers).toEqual([1, 2]);
    });

    it('stops a stream: no event after it, and the handler has its signal', async () => {
      const numbers: number[] = [];
      const watch = client.watch('sample.forever', {}, ({ number }) => {
        numbers.push(number);
        if (number === 3) watch.stop();
      });
      await watch.ended;
      await until(() => log.aborted.length === 1);
      await client.call('sample.double', { value: 1 });
      expect(numbers).toEqual([1, 2, 3]);
      expect(serving.runningRequests()).toBe(0);
    });

    it('cancels everything of a client that went away', async () => {
      const hanging = client.call('sample.hang', {});
      const watch = client.watch('sample.forever', {}, () => {});
      await until(() => serving.runningRequests() === 2);
      client.close();
      await expect(hanging).rejects.toMatchObject({ code: 'CONNECTION_LOST', retryable: true });
      await expect(watch.ended).rejects.toMatchObject({ code: 'CONNECTION_LOST', retryable: true });
      await until(() => log.aborted.length === 2);
      expect(log.aborted.sort()).toEqual(['sample.forever CONNECTION_LOST', 'sample.hang CONNECTION_LOST']);
    });

    it('rejects what is pending, and all that comes later, when the server went away', async () => {
      const hanging = client.call('sample.hang', {});
      await until(() => serving.runningRequests() === 1);
      serving.stop();
      await expect(hanging).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
      await expect(client.call('sample.double', { value: 1 })).rejects.toMatchObject({
        code: 'CONNECTION_LOST',
      });
    });

    it('rejects with ENGINE_LOST what the host says the engine took down with it', async () => {
      const hanging = client.call('sample.hang', {});
      await until(() => serving.runningRequests() === 1);
      const error = { code: 'ENGINE_LOST', message: 'The engine stopped.', details: {}, retryable: true };
      pair.serverPort.post({ type: 'error', id: 1, error });
      await expect(hanging).rejects.toMatchObject({ code: 'ENGINE_LOST', retryable: true });
    });

    it('tells how the engine is, also to who asks later', async () => {
      const seen: unknown[] = [];
      client.onEngineState((state) => seen.push(state));
      const restarting = { state: 'restarting', attempt: 2, reason: 'It was killed.', retryInMs: 500 };
      pair.serverPort.post({ type: 'engine', engine: { state: 'running', attempt: 1 } });
      pair.serverPort.post({ type: 'engine', engine: restarting });
      await until(() => seen.length === 2);
      expect(seen).toEqual([{ state: 'running', attempt: 1 }, restarting]);
      expect(client.engineState()).toEqual(restarting);
      const late: unknown[] = [];
      client.onEngineState((state) => late.push(state));
      expect(late).toEqual([restarting]);
    });
  });
}
