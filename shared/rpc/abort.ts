/*
 * Every host has AbortSignal, but the compiler's ES library does not, and `shared` sees neither Node's nor the
 * browser's types. So the names resolve to the host's own type where there is one and to what we use of it here.
 */

interface BareAbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

interface BareAbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

/** The host's `AbortSignal`. */
export type AbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer Native } }
  ? Native
  : BareAbortSignal;

/** The host's `AbortController`. */
export type AbortController = typeof globalThis extends { AbortController: { prototype: infer Native } }
  ? Native
  : BareAbortController;

export function newAbortController(): AbortController {
  const host = globalThis as unknown as { AbortController: new () => AbortController };
  return new host.AbortController();
}
