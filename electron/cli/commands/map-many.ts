import { type Command, InvalidArgumentError } from 'commander';
import { journalEntry } from '#engine/handlers/journal.ts';
import type { Home } from '#engine/home/home.ts';
import { journalSteps } from '#engine/home/journal-steps.ts';
import { mappingViews } from '#engine/home/mapping.ts';
import { applyHomeCommands } from '#engine/home/mapping-apply.ts';
import { externalSystem } from '#engine/home/systems.ts';
import { readExternalTree } from '#engine/interfaces/external-tree.ts';
import { proposeForSystem, type SystemProposals } from '#engine/match/propose.ts';
import { mapQueuesCommands, replaceQueueCommands } from '#shared/domain/mapping/whole-queue.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { interruptSignal, withHome } from '../context.ts';

const byCommand = { origin: 'cli' } as const;

/** Commands that change many mappings at once, and those that take changes back. */
export function addManyCommands(map: Command): void {
  map
    .command('match')
    .description('proposes an external queue for each WFM queue that has nothing of the system yet')
    .argument('<system>', 'external system')
    .option('--at-least <confidence>', 'proposals to accept or to show, 0 to 1', confidence, 0.85)
    .option('--accept', 'maps what is proposed, all as one change')
    .action((system: string, options: { atLeast: number; accept?: true }, command: Command) =>
      withHome(command, async (home) => {
        const signal = interruptSignal();
        const { name } = await externalSystem(home, system);
        const tree = await readExternalTree(home, name, signal);
        const proposals = await proposeForSystem(home, tree, undefined, signal);
        const matches = await namedMatches(home, proposals, options.atLeast);
        const applied = options.accept ? await accept(home, proposals, matches) : undefined;
        return {
          json: { system: name, matches, ...(applied === undefined ? {} : { applied }) },
          text: [
            ...matches.map(
              ({ queue, queueId, external, confidence: sure, reason }) =>
                `${queue} (${queueId}) = ${external}  ${sure.toFixed(2)} ${reason}`,
            ),
            matches.length === 0 ? 'Nothing to propose.' : '',
            applied === undefined
              ? ''
              : `${applied.sources} value types mapped; journal ${applied.journalId ?? '-'}`,
          ]
            .filter((line) => line !== '')
            .join('\n'),
        };
      }),
    );
  map
    .command('replace')
    .description('puts the new name of an external queue in the place of the old one, in every mapping')
    .argument('<system>', 'external system')
    .argument('<old>', 'path of the queue as in acd_map.ini, levels with : between them')
    .argument('<new>', 'the new path')
    .action((system: string, old: string, now: string, _, command: Command) =>
      withHome(command, async (home) => {
        const { name } = await externalSystem(home, system);
        const commands = replaceQueueCommands(await mappingViews(home), name, old.split(':'), now.split(':'));
        if (commands.length === 0) {
          throw new XlinkError(
            'MAPPING_SOURCE_ABSENT',
            `"${name}:${old}" is not mapped anywhere. "xlink map list" shows what is.`,
            { system: name, path: old },
          );
        }
        const { journalId } = await applyHomeCommands(home, commands, byCommand);
        return {
          json: { replaced: commands.length, journalId: journalId ?? null },
          text: `${commands.length} sources replaced; journal ${journalId ?? '-'}`,
        };
      }),
    );
  map
    .command('journal')
    .description('changes of mappings and scripts, newest first')
    .option('--limit <number>', 'how many', wholeNumber, 50)
    .action((options: { limit: number }, command: Command) =>
      withHome(command, async (home) => {
        const { steps } = await journalSteps(home, 'cli').read({ limit: options.limit });
        const entries = steps.map(journalEntry);
        return {
          json: { entries },
          text: entries
            .map(
              ({ id, atUtc, user, origin, kind, of, label, state }) =>
                `${id}  ${atUtc}  ${user} (${origin})  ${kind === 'change' ? '' : `${kind} of ${of}: `}${label}${state === 'undone' ? '  [undone]' : ''}`,
            )
            .join('\n'),
        };
      }),
    );
  for (const kind of ['undo', 'redo'] as const) {
    map
      .command(kind)
      .description(
        kind === 'undo' ? 'takes a change of the journal back' : 'makes a change again that was undone',
      )
      .argument('<id>', 'number in the journal', wholeNumber)
      .action((id: number, _, command: Command) =>
        withHome(command, async (home) => {
          const taken = await journalSteps(home, 'cli').take(kind, id);
          return { json: taken, text: `${kind} of ${id}: ${taken.label}` };
        }),
      );
  }
}

interface NamedMatch {
  readonly queueId: number;
  readonly queue: string;
  readonly kind: string;
  readonly path: readonly string[];
  readonly external: string;
  readonly confidence: number;
  readonly reason: string;
}

async function namedMatches(home: Home, { rows }: SystemProposals, atLeast: number): Promise<NamedMatch[]> {
  const names = new Map((await home.store.directory()).queues.map(({ id, name }) => [id, name]));
  return rows.flatMap(({ queueId, candidates, proposed }) => {
    const candidate = proposed === null ? undefined : candidates[proposed];
    if (candidate === undefined || candidate.confidence < atLeast) return [];
    const { kind, path, confidence: sure, reason } = candidate;
    const external = path.join(' › ');
    return [{ queueId, queue: names.get(queueId) ?? '', kind, path, external, confidence: sure, reason }];
  });
}

/** Only value types that are certain: there is nobody to ask. */
async function accept(home: Home, { system, kinds }: SystemProposals, matches: readonly NamedMatch[]) {
  const commands = mapQueuesCommands(
    matches.map(({ queueId, kind, path }) => ({
      system,
      queueId,
      path,
      pairs: kinds.find(({ id }) => id === kind)?.pairing.pairs ?? [],
    })),
    await mappingViews(home),
  );
  if (commands.length === 0) return { sources: 0 };
  const { journalId } = await applyHomeCommands(home, commands, byCommand);
  return { sources: commands.length, ...(journalId === undefined ? {} : { journalId }) };
}

function confidence(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('Give a number from 0 to 1.');
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number.');
}
