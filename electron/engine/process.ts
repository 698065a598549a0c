import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contract } from '#shared/contract/index.ts';
import { openEngine } from './engine.ts';
import { serveProcess } from './serve-process.ts';

/* The engine as a process of its own, started by a host: `--home DIR [--secret-key-file FILE]`. */
const { values } = parseArgs({
  options: { home: { type: 'string' }, 'secret-key-file': { type: 'string' } },
});
const { home, 'secret-key-file': secretKeyFile } = values;
if (home === undefined) throw new Error('--home is missing: it names the folder the engine works on.');

// Beside this file where both are built, and in its folder where they are not.
const worker = import.meta.url.endsWith('.ts') ? './imports/worker/process.ts' : './import-worker.js';

await serveProcess(contract, (again) =>
  openEngine({
    homeFolder: home,
    onStoreMoved: again,
    workerScript: fileURLToPath(new URL(worker, import.meta.url)),
    ...(secretKeyFile !== undefined && { secretKeyFile }),
  }),
);
