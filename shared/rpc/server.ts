import type { z } from 'zod';
import { type AbortController, newAbortController } from './abort.ts';
import type { CallHandler, Contract, HandlerContext, Handlers, StreamHandler } from './contract.ts';
import { errorShape, XlinkError } from './errors.ts';
import { clientFrame, type ServerFrame } from './frames.ts';
import type { Port } from './port.ts';

/** One client being served. */
export interface Serving {
  /** How many messages were no frames of ours and were ignored. */
  ignoredFrames(): number;
  /** How many requests are being worked on. */
  runningRequests(): number;
  /** Cancels what runs and closes the port. */
  stop(): void;
}

/**
 * Answers one client's requests. Every frame and every input is validated here, where it arrives: a bad frame is
 * ignored and counted, a bad input answers `INVALID_REQUEST` with its places. A handler is cancelled through its
 * signal when the client cancels or the port closes, and nothing of it is sent after that.
 *
 * `checkOutput` holds what handlers answer against the contract too: for development and tests, as it costs time.
 */
export function serve<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  port: Port,
  options: { readonly client: string; readonly checkOutput?: boolean },
): Serving {
  const running = new Map<number, AbortController>();
  let ignored = 0;

  port.onMessage((message) => {
    const parsed = clientFrame.safeParse(message);
    if (!parsed.success) {
      ignored += 1;
      return;
    }
    const frame = parsed.data;
    // For a host; where there is none, there is no engine apart from its client either.
    if (frame.type === 'restart') return;
    if (frame.type === 'cancel') {
      const controller = running.get(frame.id);
      running.delete(frame.id);
      controller?.abort(new XlinkError('CANCELLED', 'The request was cancelled.'));
    } else if (running.has(frame.id)) {
      ignored += 1;
    } else {
      void answer(frame.id, frame.type, frame.method, frame.input);
    }
  });
  port.onClose(() => {
    const abandoned = [...running.values()];
    running.clear();
    const gone = new XlinkError('CONNECTION_LOST', 'The client went away.', {}, { retryable: true });
    for (const controller of abandoned) controller.abort(gone);
  });

  async function answer(id: number, asked: 'call' | 'watch', method: string, input: unknown): Promise<void> {
    const controller = newAbortController();
    running.set(id, controller);
    const isWanted = () => running.get(id) === controller;
    const send = (frame: ServerFrame) => {
      if (isWanted()) port.post(frame);
    };
    try {
      const output = await run(asked, method, input, controller, (event) =>
        send({ type: 'event', id, event }),
      );
      send(asked === 'call' ? { type: 'result', id, output } : { type: 'end', id });
    } catch (thrown) {
      // Aborted and still wanted: an event of a stream could not be sent, and that is what went wrong.
      const cause = controller.signal.aborted ? controller.signal.reason : thrown;
      sendError(cause, (error) => send({ type: 'error', id, error }));
    } finally {
      if (isWanted()) running.delete(id);
    }
  }

  async function run(
    asked: 'call' | 'watch',
    method: string,
    input: unknown,
    controller: AbortController,
    emit: (event: unknown) => void,
  ): Promise<unknown> {
    const definition = Object.hasOwn(contract, method) ? contract[method] : undefined;
    if (definition === undefined || (definition.kind === 'call') !== (asked === 'call')) {
      throw new XlinkError(
        'UNKNOWN_METHOD',
        `This version of the engine does not know "${method}". Reload the console: it may be of another version.`,
        { method, asked },
      );
    }
    const received = checkInput(method, definition.input, input);
    const context: HandlerContext = { signal: controller.signal, client: options.client };
    if (definition.kind === 'call') {
      const handler = handlers[method] as CallHandler<unknown, unknown>;
      const output = await handler(received, context);
      if (options.checkOutput) checkAnswer(method, definition.output, output);
      return output;
    }
    const handler = handlers[method] as StreamHandler<unknown, unknown>;
    await handler(received, context, (event) => {
      try {
        if (options.checkOutput) checkAnswer(method, definition.event, event);
        emit(event);
      } catch (thrown) {
        // Not thrown at the handler, which may be deep in a callback that has no way to pass it on.
        controller.abort(thrown);
      }
    });
    controller.signal.throwIfAborted();
    return undefined;
  }

  return {
    ignoredFrames: () => ignored,
    runningRequests: () => running.size,
    stop: () => port.close(),
  };
}

function checkInput(method: string, schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const places = placesOf(parsed.error);
  const first = places[0];
  throw new XlinkError(
    'INVALID_REQUEST',
    first === undefined
      ? `The request "${method}" is not valid.`
      : `The request "${method}" is not valid at ${first.place || 'its top'}: ${first.message}.`,
    { method, places, ...(first === undefined ? {} : { place: first.place }) },
  );
}

function checkAnswer(method: string, schema: z.ZodType, answer: unknown): void {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return;
  throw new XlinkError('INTERNAL', `The answer of "${method}" does not keep to the contract.`, {
    method,
    places: placesOf(parsed.error),
  });
}

function placesOf(error: z.ZodError): { place: string; message: string }[] {
  return error.issues.map((issue) => ({ place: issue.path.map(String).join('.'), message: issue.message }));
}

/** An error whose details cannot be sent (a bigint, a cycle) is sent without them: the caller must hear of it. */
function sendError(thrown: unknown, send: (error: ReturnType<typeof errorShape>) => void): void {
  const shape = errorShape(thrown);
  try {
    send(shape);
  } catch {
    send({ ...shape, details: {} });
  }
}
