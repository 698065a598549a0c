/**
 * Prints how long changes of many mappings take, files, locks and journal included: `node bench/map-commands.ts`. Beside
 * it what writing the same lines to a file once takes.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openHome } from '#engine/home/home.ts';
import { mappingViews } from '#engine/home/mapping.ts';
import { applyHomeCommands } from '#engine/home/mapping-apply.ts';
import type { HomeCommand } from '#shared/contract/mapping.ts';

const author = { origin: 'cli' } as const;

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  console.log(`${what.padEnd(60)} ${(performance.now() - started).toFixed(0).padStart(8)} ms`);
  return result;
}

async function measure(queueCount: number, valueTypeCount: number, withScripts: boolean): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'xlink-bench-'));
  const home = await openHome(folder, path.join(folder, 'secret.key'));
  try {
    const ids = Array.from({ length: queueCount }, (_, index) => index + 1);
    await home.store.load({ queues: ids.map((id) => ({ id, name: `Queue ${id}` })) });
    const commands = ids.flatMap((queueId) =>
      Array.from({ length: valueTypeCount }, (_, index): HomeCommand[] => {
        const target = { queueId, valueTypeId: index + 1 };
        return [
          { kind: 'add-entry', target, source: `ACD:Queue ${queueId}:value ${index + 1}` },
          ...(withScripts ? [{ kind: 'create-scenario' as const, target, text: 'Sub Main()\nEnd Sub' }] : []),
        ];
      }).flat(),
    );
    const what = `${queueCount * valueTypeCount} mappings${withScripts ? ' with a script each' : ''}`;
    const { inverse } = await timed(`${what}: made`, () => applyHomeCommands(home, commands, author));
    await timed(`${what}: read`, () => mappingViews(home));
    const undone = await timed(`${what}: undone`, () => applyHomeCommands(home, inverse, author));
    await timed(`${what}: redone`, () => applyHomeCommands(home, undone.inverse, author));
    const one: HomeCommand = { kind: 'add-entry', target: { queueId: 1, valueTypeId: 1 }, source: 'ACD:x:y' };
    await timed(`${what}: one more`, () => applyHomeCommands(home, [one], author));
    const lines = commands.map((command) => JSON.stringify(command)).join('\n');
    await timed(`${what}: its lines written once`, () => writeFile(path.join(folder, 'peer.txt'), lines));
  } finally {
    await home.close();
    await rm(folder, { recursive: true });
  }
}

await measure(1000, 1, false);
await measure(1000, 1, true);
await measure(5000, 4, false);
