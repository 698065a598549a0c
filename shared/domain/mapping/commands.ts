import { XlinkError } from '../../rpc/errors.ts';
import type { MapDocument } from './document.ts';
import {
  addEntry,
  checkPlace,
  type MapContext,
  moveEntry,
  removeEntry,
  scriptOf,
  setScript,
  sourcesOf,
} from './edit.ts';
import { applyPatch, type LinePatch, patchBack } from './patch.ts';
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
      readonly kind: 'set-script';
      readonly target: MappingTarget;
      /** The `<n>` of `<n>.BAS`, null for none. */
      readonly script: number | null;
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
  const { target } = command;
  const sources = sourcesOf(doc, target);
  switch (command.kind) {
    case 'add-entry': {
      const at = command.at ?? sources.length;
      checkPlace(target, at, sources.length);
      const expected = sources.toSpliced(at, 0, command.source);
      const after =
        patched(doc, command, expected, scriptOf(doc, target)) ??
        addEntry(doc, target, command.source, context, at);
      const source = sourcesOf(after, target)[at]!;
      const exact = patchBack(doc, after);
      return { doc: after, inverse: { kind: 'remove-entry', target, index: at, source, exact } };
    }
    case 'remove-entry': {
      const { index, source } = command;
      if (sources[index] !== source) throw otherSource(target, index, source, sources[index]);
      const expected = sources.toSpliced(index, 1);
      const after = patched(doc, command, expected, scriptOf(doc, target)) ?? removeEntry(doc, target, index);
      const exact = patchBack(doc, after);
      return { doc: after, inverse: { kind: 'add-entry', target, source, at: index, exact } };
    }
    case 'move-entry': {
      const { from, to, source } = command;
      if (source !== undefined && sources[from] !== source) {
        throw otherSource(target, from, source, sources[from]);
      }
      const after = moveEntry(doc, target, from, to);
      const moved = sourcesOf(after, target)[to]!;
      return { doc: after, inverse: { kind: 'move-entry', target, from: to, to: from, source: moved } };
    }
    case 'set-script': {
      const before = scriptOf(doc, target) ?? null;
      const wanted = command.script ?? undefined;
      const after = patched(doc, command, sources, wanted) ?? setScript(doc, target, wanted, context);
      const exact = patchBack(doc, after);
      return { doc: after, inverse: { kind: 'set-script', target, script: before, exact } };
    }
  }
}

/** Does all commands or none; the inverses are in the order in which they undo them. */
export function applyCommands(
  doc: MapDocument,
  commands: readonly MappingCommand[],
  context: MapContext,
): { readonly doc: MapDocument; readonly inverses: readonly MappingCommand[] } {
  let current = doc;
  const inverses: MappingCommand[] = [];
  for (const command of commands) {
    const applied = applyCommand(current, command, context);
    current = applied.doc;
    inverses.unshift(applied.inverse);
  }
  return { doc: current, inverses };
}

/** The document as the command's patch leaves it, where that is also what the command asks for. */
function patched(
  doc: MapDocument,
  command: { readonly target: MappingTarget; readonly exact?: LinePatch | undefined },
  sources: readonly string[],
  script: number | undefined,
): MapDocument | undefined {
  const after = command.exact && applyPatch(doc, command.exact, command.target);
  if (after === undefined || scriptOf(after, command.target) !== script) return undefined;
  const there = sourcesOf(after, command.target);
  const isAsked =
    there.length === sources.length && there.every((source, index) => source === sources[index]);
  return isAsked ? after : undefined;
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
    { ...target, index, expected, found: found ?? null },
  );
}
