import path from 'node:path';
import type { HomeCommand } from '#shared/contract/mapping.ts';
import { encodeText } from '#shared/domain/ini/bytes.ts';
import { applyCommands, type MappingCommand } from '#shared/domain/mapping/commands.ts';
import { type MapContext, mapBytes, mappings, parseMap } from '#shared/domain/mapping/document.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { readHomeFile } from './home-file.ts';
import type { MapChange, ScriptChange } from './mapping-batch.ts';
import type { HomePaths } from './paths.ts';
import { decodeScript, scenarioFiles, withCrlf } from './scenarios.ts';

/** What commands make of the files, before anything is written. */
export interface PlannedChange {
  readonly map: MapChange;
  readonly scripts: readonly ScriptChange[];
  /** The commands that take it back, in the order to apply them. */
  readonly inverse: readonly HomeCommand[];
  /** Numbers of the scripts that are made, in the order of the commands. */
  readonly created: readonly number[];
}

/**
 * Works out what the commands make of map and scripts as they are now.
 *
 * @throws XlinkError `MAP_CONFLICT` when they are not what a command expects.
 */
export async function planCommands(
  paths: HomePaths,
  commands: readonly HomeCommand[],
  context: (database: string | undefined) => MapContext,
): Promise<PlannedChange> {
  const { bytes: before, revision: beforeRevision } = await readHomeFile(paths.mapping);
  const document = parseMap(before);
  const all = mappings(document);
  const scripts = await openScripts(paths);
  const created: number[] = [];
  let next = Math.max(0, ...scripts.numbers, ...all.map((mapping) => mapping.script?.number ?? 0)) + 1;
  const mapCommands: MappingCommand[] = [];
  const scriptInverses: HomeCommand[] = [];
  for (const command of commands) {
    if (command.kind === 'write-scenario') scriptInverses.unshift(await scripts.write(command));
    else if (command.kind === 'create-scenario') {
      const number = next;
      next += 1;
      created.push(number);
      const { target, text } = command;
      scriptInverses.unshift(await scripts.write({ kind: 'write-scenario', number, text, before: null }));
      mapCommands.push({ kind: 'set-script', target, script: number, before: null });
    } else mapCommands.push(command);
  }
  const { doc, inverses } = applyCommands(document, mapCommands, context(all[0]?.database));
  return {
    map: { before, beforeRevision, after: mapBytes(doc) },
    scripts: scripts.changes(),
    inverse: [...inverses, ...scriptInverses],
    created,
  };
}

type WriteScenario = Extract<HomeCommand, { kind: 'write-scenario' }>;

/** The scripts of the home with what commands make of them. */
async function openScripts(paths: HomePaths) {
  const files = await scenarioFiles(paths);
  const touched = new Map<number, { before: Uint8Array | null; now: Uint8Array | null }>();

  async function scriptOf(number: number) {
    const known = touched.get(number);
    if (known !== undefined) return known;
    const name = files.get(number);
    const before = name === undefined ? null : (await readHomeFile(path.join(paths.folder, name))).bytes;
    const script = { before, now: before };
    touched.set(number, script);
    return script;
  }

  return {
    numbers: [...files.keys()],
    async write(command: WriteScenario): Promise<WriteScenario> {
      const { number, text } = command;
      const script = await scriptOf(number);
      const present = script.now === null ? null : decodeScript(script.now);
      if (command.before !== undefined && !sameText(command.before, present?.text ?? null)) {
        throw otherScript(number, present === null);
      }
      const old = script.now;
      script.now = text === null ? null : bytesOf(command, text, present?.encoding ?? 'utf-8');
      const isPlain = old === null || sameBytes(encodeText(withCrlf(present!.text), 'utf-8'), old);
      return {
        kind: 'write-scenario',
        number,
        text: present?.text ?? null,
        before: text,
        ...(isPlain ? {} : { bytes: Buffer.from(old).toString('base64') }),
      };
    },
    changes: (): ScriptChange[] =>
      [...touched]
        .filter(([, { before, now }]) => !(before === now || (before && now && sameBytes(before, now))))
        .map(([number, { before, now }]) => ({
          fileName: files.get(number) ?? `${number}.BAS`,
          before,
          after: now,
        })),
  };
}

/** The bytes that stood there, where they still say what the command says. */
function bytesOf(
  { bytes }: WriteScenario,
  text: string,
  encoding: Parameters<typeof encodeText>[1],
): Uint8Array {
  const exact = bytes === undefined ? undefined : Buffer.from(bytes, 'base64');
  if (exact !== undefined && sameText(decodeScript(exact).text, text)) return exact;
  return encodeText(withCrlf(text), encoding);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Line ends do not count: what was written with LF is there with CRLF. */
function sameText(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && withCrlf(a) === withCrlf(b));
}

function otherScript(number: number, isGone: boolean): XlinkError {
  return new XlinkError(
    'MAP_CONFLICT',
    `${number}.BAS was ${isGone ? 'removed' : 'changed'} meanwhile. Look at the script again and repeat the change.`,
    { script: `${number}.BAS`, number, variant: isGone ? 'script-gone' : 'script-changed' },
  );
}
