import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openEngine } from '#engine/engine.ts';
import { contract, type XlinkContract } from '#shared/contract/index.ts';
import { type Client, createClient } from '#shared/rpc/client.ts';
import { memoryPorts } from '#shared/rpc/memory-port.ts';
import { serve } from '#shared/rpc/server.ts';

/** What a console asks an engine of its own on the home; every answer has passed its schema. */
export async function consoleOn(folder: string): Promise<Client<XlinkContract>> {
  const engine = await openEngine({ homeFolder: folder, secretKeyFile: path.join(folder, 'secret.key') });
  const [near, far] = memoryPorts();
  serve(contract, engine.handlers, far, { client: 'test', checkOutput: true });
  onTestFinished(() => engine.close());
  return createClient(contract, near);
}
