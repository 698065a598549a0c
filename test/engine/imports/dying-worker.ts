import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/*
 * The built worker, of which the first one of a home dies, as the file `dies` in there says: once its run is recorded, before
 * it answers (`recorded`) or behind that (`answered`). The next one takes its time to come.
 */
const folder = process.argv[process.argv.indexOf('--home') + 1]!;
const isFirst = !existsSync(path.join(folder, 'first-worker'));
writeFileSync(path.join(folder, isFirst ? 'first-worker' : 'next-worker'), '');

if (isFirst) {
  const dies = readFileSync(path.join(folder, 'dies'), 'utf8');
  const die = () => process.kill(process.pid, 'SIGKILL');
  const send = process.send!.bind(process) as (...said: unknown[]) => boolean;
  process.send = (...said: unknown[]) => {
    // The first thing it says of a run is its answer.
    if (JSON.stringify(said[0]).includes('runId')) {
      if (dies === 'recorded') die();
      setTimeout(die, 200);
    }
    return send(...said);
  };
} else await sleep(500);

await import(new URL('../../../out/main/import-worker.js', import.meta.url).href);
