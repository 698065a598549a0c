import type { HomeCommand } from '#shared/contract/mapping.ts';
import { type MapContext, type Mapping, mappings } from '#shared/domain/mapping/document.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from './home.ts';
import { withFileLock } from './home-file.ts';
import { type Author, addToJournal } from './journal.ts';
import { readMap } from './mapping.ts';
import { finishBrokenBatch, hasBrokenBatch, writeBatch } from './mapping-batch.ts';
import { planCommands } from './mapping-plan.ts';
import { commandText } from './mapping-words.ts';
import { databaseName, readSettings } from './settings.ts';

export interface AppliedCommands {
  /** The commands that take them back, in the order to apply them. */
  readonly inverse: HomeCommand[];
  /** Numbers of the scripts that were made, in the order of the commands. */
  readonly created: readonly number[];
  /** Absent where nothing was changed. */
  readonly journalId?: number;
}

const attempts = 5;

/**
 * Applies commands to `acd_map.ini` and the scripts, all or nothing, also when the process dies in between. Read,
 * changed and written under the map's lock: several programs on one home never lose each other's changes.
 *
 * @throws XlinkError `MAP_CONFLICT` when the files no longer are what a command expects.
 */
export async function applyHomeCommands(
  home: Home,
  commands: readonly HomeCommand[],
  author: Author,
): Promise<AppliedCommands> {
  const context = await mapContext(home);
  return withFileLock(home.paths.mapping, async () => {
    await finishBrokenBatch(home.paths);
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const { map, scripts, inverse, created } = await planCommands(home.paths, commands, context);
      if (!(await writeBatch(home.paths, map, scripts))) continue;
      const isChanged = scripts.length > 0 || Buffer.compare(map.before, map.after) !== 0;
      // What is taken back is recorded even where the files were so already: its state is another one.
      if (!isChanged && !author.takes) return { inverse: [...inverse], created };
      const texts = commands.map(commandText);
      const label =
        author.label ?? (texts.length === 1 ? texts[0]! : `${texts[0]} and ${texts.length - 1} more`);
      home.logs.write('isps_ul.log', texts.join('\n'));
      const journalId = await addToJournal(home, author, commands, inverse, label);
      return { inverse: [...inverse], created, ...(journalId === undefined ? {} : { journalId }) };
    }
    throw new XlinkError(
      'HOME_FILE_CHANGED',
      'acd_map.ini was changed by someone else meanwhile. Read it again, then repeat the change.',
      { file: 'acd_map.ini' },
      { retryable: true },
    );
  });
}

/** At the start: clears up after a program that died while it wrote. */
export async function recoverBatch(home: Home): Promise<void> {
  if (await hasBrokenBatch(home.paths)) {
    await withFileLock(home.paths.mapping, () => finishBrokenBatch(home.paths));
  }
}

/**
 * Writes a mapping's script under its number or the next free one; an emptied script is deleted.
 *
 * @param before the text that the writer has seen, null for none.
 * @throws XlinkError `MAP_CONFLICT` when somebody else has changed it since.
 */
export async function saveScenario(
  home: Home,
  target: { readonly queueId: number; readonly valueTypeId: number },
  text: string,
  author: Author,
  before?: string | null,
): Promise<AppliedCommands & { readonly number: number | null }> {
  const all = mappings(await readMap(home));
  const mapping = all.find((found) => isTarget(found, target));
  if (!mapping || mapping.entries.length === 0) {
    throw new XlinkError(
      'MAPPING_EMPTY',
      'Nothing is mapped to this value type yet. Map an external value type first, then write its script.',
      { ...target },
    );
  }
  const { script } = mapping;
  if (!script && typeof before === 'string') throw scriptGone(target);
  const seen = before === undefined ? {} : { before };
  if (text.trim() === '') {
    if (!script) return { number: null, inverse: [], created: [] };
    const shared = all.some((other) => other !== mapping && other.script?.number === script.number);
    const gone: HomeCommand[] = shared
      ? []
      : [{ kind: 'write-scenario', number: script.number, text: null, ...seen }];
    const emptied: HomeCommand[] = [
      { kind: 'set-script', target, script: null, before: script.number },
      ...gone,
    ];
    return { number: null, ...(await applyHomeCommands(home, emptied, author)) };
  }
  if (script) {
    const { number } = script;
    const write: HomeCommand = { kind: 'write-scenario', number, text, ...seen };
    return { number, ...(await applyHomeCommands(home, [write], author)) };
  }
  const applied = await applyHomeCommands(home, [{ kind: 'create-scenario', target, text }], author);
  return { number: applied.created[0]!, ...applied };
}

function scriptGone(target: { readonly queueId: number; readonly valueTypeId: number }): XlinkError {
  return new XlinkError(
    'MAP_CONFLICT',
    'The script was taken from the mapping meanwhile. Look at the mapping again and repeat the change.',
    { ...target, variant: 'script-taken' },
  );
}

export function isTarget(
  mapping: Mapping,
  target: { readonly queueId: number; readonly valueTypeId: number },
): boolean {
  return mapping.target.queueId === target.queueId && mapping.target.valueTypeId === target.valueTypeId;
}

/** Left sides need the database's name and the parent of the queue; top level is written as 0. */
async function mapContext(home: Home): Promise<(database: string | undefined) => MapContext> {
  const { document } = await readSettings(home.paths);
  const parents = new Map(
    (await home.store.directory()).queues.map((queue) => [queue.id, queue.parentId ?? 0]),
  );
  return (present) => ({
    database: databaseName(document) ?? present ?? 'WFM',
    parentQueueId: (queueId) => parents.get(queueId) ?? 0,
  });
}
