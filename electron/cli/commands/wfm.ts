import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { Command } from 'commander';
import { correctHomeParents } from '#engine/home/correct-parents.ts';
import { parseWfmLoad, type WfmLoad } from '#shared/contract/wfm-load.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { withHome } from '../context.ts';

export function wfmCommand(): Command {
  const wfm = new Command('wfm').description('queues, value types and systems as WFM knows them');
  wfm
    .command('load')
    .description('adds or changes what the file lists; doing it twice changes nothing')
    .argument('<file>', 'JSON document, see docs/wfm-load.md; - for standard input')
    .action((file: string, _, command: Command) =>
      withHome(command, async (home) => {
        const summary = await home.store.load(await readDocument(file));
        const line = (name: string, counts: { added: number; changed: number; unchanged: number }) =>
          `${name}: ${counts.added} added, ${counts.changed} changed, ${counts.unchanged} unchanged`;
        const { moved, copy, unknownQueueIds } = await correctHomeParents(home);
        return {
          json:
            moved.length + unknownQueueIds.length === 0
              ? summary
              : { ...summary, mapping: { linesMoved: moved.length, copy: copy ?? null, unknownQueueIds } },
          text: [
            line('queues', summary.queues),
            line('value types', summary.valueTypes),
            line('external systems', summary.externalSystems),
            ...(moved.length === 0
              ? []
              : [`acd_map.ini: ${moved.length} lines of queues that moved; as it was: ${copy}`]),
            ...(unknownQueueIds.length === 0
              ? []
              : [`acd_map.ini: kept lines of queues WFM does not have: ${unknownQueueIds.join(', ')}`]),
          ].join('\n'),
        };
      }),
    );
  wfm
    .command('dump')
    .description('prints a document that "wfm load" takes')
    .action((_, command: Command) =>
      withHome(command, async (home) => {
        const document = await home.store.dump();
        return { json: document, text: JSON.stringify(document, null, 2) };
      }),
    );
  return wfm;
}

async function readDocument(file: string): Promise<WfmLoad> {
  let text: string;
  try {
    text = file === '-' ? await readAll(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new XlinkError(
      'FILE_UNREADABLE',
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      { file },
      { cause: error },
    );
  }
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new XlinkError('WFM_LOAD_INVALID', `${file} is no JSON: ${(error as Error).message}`, { file });
  }
  return parseWfmLoad(document);
}
