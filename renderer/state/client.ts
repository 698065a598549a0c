import type { XlinkContract } from '#shared/contract/index.ts';
import type { Client } from '#shared/rpc/client.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';

/** The one thing a page knows of the engine. */
export type XlinkClient = Client<XlinkContract>;

/** The engine or the way to it went away: what was asked is asked again when it is back. */
export function isConnectionLoss(error: ErrorShape): boolean {
  return error.code === 'ENGINE_LOST' || error.code === 'CONNECTION_LOST' || error.code === 'CANCELLED';
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorShape };

/** Turns a rejection into a value, so that a caller has to look at it. */
export async function outcomeOf<T>(promise: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await promise };
  } catch (thrown) {
    return { ok: false, error: errorShape(thrown) };
  }
}
