import type { Page } from '@playwright/test';
import { browserOnly } from './browser-only.ts';

export interface SlowLine {
  /** Answers to this method come no further, until they are let go. */
  hold(method: string): void;
  /** Gives the answers that were held, in their order. */
  letGo(method: string): void;
}

/**
 * Stands on the socket between the page and its engine, to hold answers back as a bad line does; loads the page anew.
 * The desktop window has no socket: there the test is left out.
 */
export async function slowLine(page: Page): Promise<SlowLine> {
  browserOnly('answers are held on the socket of the browser');
  const held = new Map<string, (() => void)[]>();
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const engine = socket.connectToServer();
    const methods = new Map<unknown, string>();
    socket.onMessage((message) => {
      const { id, method } = JSON.parse(String(message)) as { id?: number; method?: string };
      if (method !== undefined) methods.set(id, method);
      engine.send(message);
    });
    engine.onMessage((message) => {
      const { id } = JSON.parse(String(message)) as { id?: number };
      const waiting = held.get(methods.get(id) ?? '');
      if (waiting === undefined) socket.send(message);
      else waiting.push(() => socket.send(message));
    });
  });
  await page.reload();
  return {
    hold: (method) => held.set(method, []),
    letGo(method) {
      const waiting = held.get(method) ?? [];
      held.delete(method);
      for (const send of waiting) send();
    },
  };
}
