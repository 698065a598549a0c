import { XlinkError } from '../../rpc/errors.ts';
import type { MapDocument } from './document.ts';
import { linesAfter, type MapDraft, openDraft, type Splice } from './draft.ts';
import {
  addingEntry,
  checkPlace,
  entriesOf,
  type MapContext,
  movingEntry,
  removingEntry,
  replacingEntry,
  scriptOf,
  settingScript,
} from './edit.ts';
import { type LinePatch, patchBack, patching } from './patch.ts';
import type { MappingTarget } from './syntax.ts';

/**
 * A change of a mapping, plain data for journal and contract. Indexes are 0-based. `exact` is set by
 * {@link applyCommand} on an inverse and used where the lines still stand as it left them.
 */
export type MappingCommand =
  | {
      readonly kind: 'add-entry';
      readonly target: MappingTarget;
      readonly source: string;
      /** At the end when left out. */
      readonly at?: number | undefined;
      readonly exact?: LinePatch | undefined;
    }
  | {
      readonly kind: 'remove-entry';
      readonly target: MappingTarget;
      readonly index: number;
      /** What stands there; anything else is a conflict. */
      readonly source: string;
      readonly exact?: LinePatch | undefined;
    }
  | {
      readonly kind: 'move-entry';
      readonly target: MappingTarget;
      readonly from: number;
      readonly to: number;
      /** What stands at `from`; anything else is a conflict. Not looked at when left out. */
      readonly source?: string | undefined;
    }
  | {
      /** The line keeps its place and its left side. */
      readonly kind: 'replace-entry';
      readonly target: MappingTarget;
      readonly index: number;
      /** What stands there; anything else is a conflict. */
      readonly source: string;
      readonly replacement: string;
    }
  | {
      readonly kind: 'set-script';
      readonly target: MappingTarget;
      /** The `<n>` of `<n>.BAS`, null for none. */
      readonly script: number | null;
      /** What is set there, null for none; anything else is a conflict. Not looked at when left out. */
      readonly before?: number | null | undefined;
      readonly exact?: LinePatch | undefined;
    };

export interface AppliedCommand {
  readonly doc: MapDocument;
  /** Applied to `doc`, gives the bytes back that were there before. */
  readonly inverse: MappingCommand;
}

/**
 * Does a command. Throws `MAP_CONFLICT` when the document is not what the command expects (another source at that
 * place, fewer entries), `MAP_BAD_SOURCE` and `MAP_BAD_SCRIPT`; nothing is changed then.
 */
export function applyCommand(doc: MapDocument, command: MappingCommand, context: MapContext): AppliedCommand {
  const applied = applyCommands(doc, [command], context);
  return { doc: applied.doc, inverse: applied.inverses[0]! };
}

/** Does all commands or none; the inverses are in the order in which they undo them. */
export function applyCommands(
  doc: MapDocument,
  commands: readonly MappingCommand[],
  context: MapContext,
): { readonly doc: MapDocument; readonly inverses: readonly MappingCommand[] } {
  const draft = openDraft(doc);
  const inverses = commands.map((command) => applyToDraft(draft, command, context)).reverse();
  return { doc: { encoding: doc.encoding, lines: draft.lines }, inverses };
}

function applyToDraft(draft: MapDraft, command: MappingCommand, context: MapContext): MappingCommand {
  const { target } = command;
  const own = draft.linesOf(target);
  const sources = entriesOf(own).map((entry) => entry.source);
  const script = scriptOf(own)?.number;
  switch (command.kind) {
    case 'add-entry': {
      const at = command.at ?? sources.length;
      checkPlace(target, at, sources.length);
      const expected = { sources: sources.toSpliced(at, 0, command.source), script };
      const change =
        patched(draft, command, expected) ?? addingEntry(draft, target, command.source, context, at);
      const source = entriesOf(linesAfter(draft, change, target))[at]!.source;
      const exact = make(draft, change);
      return { kind: 'remove-entry', target, index: at, source, exact };
    }
    case 'remove-entry': {
      const { index, source } = command;
      if (sources[index] !== source) throw otherSource(target, index, source, sources[index]);
      const expected = { sources: sources.toSpliced(index, 1), script };
      const change = patched(draft, command, expected) ?? removingEntry(draft, target, index);
      return { kind: 'add-entry', target, source, at: index, exact: make(draft, change) };
    }
    case 'move-entry': {
      const { from, to, source } = command;
      if (source !== undefined && sources[from] !== source) {
        throw otherSource(target, from, source, sources[from]);
      }
      make(draft, movingEntry(draft, target, from, to));
      return { kind: 'move-entry', target, from: to, to: from, source: sources[from]! };
    }
    case 'replace-entry': {
      const { index, source, replacement } = command;
      if (sources[index] !== source) throw otherSource(target, index, source, sources[index]);
      const change = replacingEntry(draft, target, index, replacement);
      make(draft, change);
      const written = entriesOf(draft.linesOf(target))[index]!.source;
      return { kind: 'replace-entry', target, index, source: written, replacement: source };
    }
    case 'set-script': {
      if (command.before !== undefined && command.before !== (script ?? null)) {
        throw otherScript(target, command.before, script);
      }
      const wanted = command.script ?? undefined;
      const change =
        patched(draft, command, { sources, script: wanted }) ?? settingScript(draft, target, wanted, context);
      const exact = make(draft, change);
      return { kind: 'set-script', target, script: script ?? null, before: command.script, exact };
    }
  }
}

/** Makes the change and gives the patch that takes it back. */
function make(draft: MapDraft, change: Splice): LinePatch {
  const back = patchBack(draft, change);
  draft.splice(change);
  return back;
}

/** The change of the command's patch, where it leaves the mapping as the command asks for. */
function patched(
  draft: MapDraft,
  command: { readonly target: MappingTarget; readonly exact?: LinePatch | undefined },
  expected: { readonly sources: readonly string[]; readonly script: number | undefined },
): Splice | undefined {
  const change = command.exact && patching(draft, command.exact, command.target);
  if (change === undefined) return undefined;
  const after = linesAfter(draft, change, command.target);
  const sources = entriesOf(after).map((entry) => entry.source);
  const isAsked =
    scriptOf(after)?.number === expected.script &&
    sources.length === expected.sources.length &&
    sources.every((source, index) => source === expected.sources[index]);
  return isAsked ? change : undefined;
}

function otherScript(target: MappingTarget, expected: number | null, found: number | undefined): XlinkError {
  const name = (number: number | null | undefined) => (number == null ? 'none' : `${number}.BAS`);
  return new XlinkError(
    'MAP_CONFLICT',
    `The script of the mapping is ${name(found)}, not ${name(expected)}: acd_map.ini was changed meanwhile. Look at ` +
      'the mapping again and repeat the change.',
    { ...target, expected: name(expected), found: name(found), variant: 'script' },
  );
}

function otherSource(
  target: MappingTarget,
  index: number,
  expected: string,
  found: string | undefined,
): XlinkError {
  return new XlinkError(
    'MAP_CONFLICT',
    `Entry ${index + 1} of the mapping is ${found === undefined ? 'no longer there' : `"${found}"`}, not ` +
      `"${expected}": acd_map.ini was changed meanwhile. Look at the mapping again and repeat the change.`,
    {
      ...target,
      index,
      expected,
      found: found ?? null,
      variant: found === undefined ? 'gone' : 'other',
      entry: index + 1,
    },
  );
}
