import { pbkdf2 } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveProcess } from '#engine/serve-process.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { sampleContract, sampleHandlers } from '../rpc/sample-contract.ts';
import { readBehaviour } from './sample-behaviour.ts';

/*
 * A real engine process with the sample contract behind it. What is written in the file `behaviour` of its home says
 * how it is to misbehave.
 */
const { values } = parseArgs({ options: { home: { type: 'string' } } });
const home = values.home ?? '';
const { behaviour } = readBehaviour(home);

if (behaviour === 'dies-at-once') {
  console.error('cannot find libodbc.so.2');
  process.exit(127);
}

await serveProcess(sampleContract, async () => {
  if (behaviour === 'opens-slowly') await new Promise((resolve) => setTimeout(resolve, 700));
  if (behaviour === 'cannot-open') {
    throw new XlinkError('HOME_READ_ONLY', 'The home cannot be written. Choose another one.');
  }
  const handlers = sampleHandlers({ aborted: [] }, process.pid);
  return {
    handlers: {
      ...handlers,
      'sample.echo': async (input) => {
        if (input === 'throw later') setTimeout(() => Promise.reject(new TypeError('A wire came loose.')), 0);
        if (input === 'block a thread') pbkdf2('a', 'b', 2 ** 31 - 1, 64, 'sha512', () => {});
        if (input === 'environment') return { threads: process.env.UV_THREADPOOL_SIZE };
        return input;
      },
    },
    async close() {
      writeFileSync(join(home, `closed-${process.pid}`), '');
    },
  };
});
