import type { z } from 'zod';
import type { AbortSignal } from './abort.ts';

/** One question, one answer. */
export interface CallDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'call';
  readonly input: I;
  readonly output: O;
}

/** One question, any number of events, then an end. */
export interface StreamDefinition<I extends z.ZodType = z.ZodType, E extends z.ZodType = z.ZodType> {
  readonly kind: 'stream';
  readonly input: I;
  readonly event: E;
}

/** What can be asked, by name: a flat record `'feature.method' -> definition`. All values are JSON values. */
export type Contract = Readonly<Record<string, CallDefinition | StreamDefinition>>;

export function call<I extends z.ZodType, O extends z.ZodType>(schemas: {
  readonly input: I;
  readonly output: O;
}): CallDefinition<I, O> {
  return { kind: 'call', ...schemas };
}

export function stream<I extends z.ZodType, E extends z.ZodType>(schemas: {
  readonly input: I;
  readonly event: E;
}): StreamDefinition<I, E> {
  return { kind: 'stream', ...schemas };
}

/** The names of a contract's calls. */
export type CallMethod<C extends Contract> = {
  [M in keyof C]: C[M] extends CallDefinition ? M : never;
}[keyof C] &
  string;

/** The names of a contract's streams. */
export type StreamMethod<C extends Contract> = {
  [M in keyof C]: C[M] extends StreamDefinition ? M : never;
}[keyof C] &
  string;

/** What a caller gives (before defaults are filled in). */
export type Input<C extends Contract, M extends keyof C> = z.input<C[M]['input']>;

/** What a handler gets (after defaults are filled in). */
export type HandlerInput<C extends Contract, M extends keyof C> = z.output<C[M]['input']>;

/** What a call answers. */
export type Output<C extends Contract, M extends keyof C> =
  C[M] extends CallDefinition<z.ZodType, infer O> ? z.output<O> : never;

/** What a stream emits. */
export type Event<C extends Contract, M extends keyof C> =
  C[M] extends StreamDefinition<z.ZodType, infer E> ? z.output<E> : never;

/** What a handler is told beside its input. */
export interface HandlerContext {
  /** Aborted when the caller cancels or its port closes; what the handler then returns is dropped. */
  readonly signal: AbortSignal;
  /** Names the connection, unique in this engine's life. */
  readonly client: string;
}

export type CallHandler<I, O> = (input: I, context: HandlerContext) => Promise<O>;

/**
 * Emits until its promise settles or its signal aborts: resolved is the end of the stream, rejected its error.
 *
 * Ports have no backpressure, so a handler coalesces: it sends what is true now at most some ten times a second, not
 * every change. A page that cannot keep up is cut off by its host and comes back to ask for what is true then.
 */
export type StreamHandler<I, E> = (
  input: I,
  context: HandlerContext,
  emit: (event: E) => void,
) => Promise<void>;

/** One handler for each method of a contract. */
export type Handlers<C extends Contract> = {
  readonly [M in keyof C]: C[M] extends StreamDefinition
    ? StreamHandler<HandlerInput<C, M>, Event<C, M>>
    : CallHandler<HandlerInput<C, M>, Output<C, M>>;
};
