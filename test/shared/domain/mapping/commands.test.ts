import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, applyCommands, type MappingCommand } from '#shared/domain/mapping/commands.ts';
import { findMapping, type MapDocument, mapBytes, parseMap } from '#shared/domain/mapping/document.ts';
import { bytesOf, textOf } from '../ini/samples.ts';
import { anyMapBytes, context, sources, targets } from './samples.ts';

const map = (text: string): MapDocument => parseMap(bytesOf(text));
const text = (doc: MapDocument): string => textOf(mapBytes(doc));
const target = { queueId: 11, valueTypeId: 1 };

/** A command that the document can do: places are counted modulo what is there. */
const commandSeeds = fc.record({
  kind: fc.constantFrom('add-entry', 'remove-entry', 'move-entry', 'set-script'),
  target: targets,
  source: sources,
  a: fc.nat(9),
  b: fc.nat(9),
  script: fc.constantFrom(null, 1, 7, 123),
});

type CommandSeed = typeof commandSeeds extends fc.Arbitrary<infer T> ? T : never;

function commandFor(doc: MapDocument, seed: CommandSeed): MappingCommand {
  const entries = findMapping(doc, seed.target)?.entries ?? [];
  if (seed.kind === 'set-script') return { kind: 'set-script', target: seed.target, script: seed.script };
  if (seed.kind === 'add-entry' || entries.length === 0) {
    const at = seed.a % (entries.length + 1);
    return { kind: 'add-entry', target: seed.target, source: seed.source, at };
  }
  const index = seed.a % entries.length;
  const source = entries[index]!.source;
  if (seed.kind === 'remove-entry') return { kind: 'remove-entry', target: seed.target, index, source };
  return { kind: 'move-entry', target: seed.target, from: index, to: seed.b % entries.length };
}

describe('A command and its inverse', () => {
  it('give the original bytes back, in any file, also after a day of commands and a restart', () => {
    fc.assert(
      fc.property(anyMapBytes, fc.array(commandSeeds, { maxLength: 12 }), (bytes, seeds) => {
        let doc = parseMap(bytes);
        const inverses: MappingCommand[] = [];
        for (const seed of seeds) {
          const applied = applyCommand(doc, commandFor(doc, seed), context);
          expect(parseMap(mapBytes(applied.doc)).lines).toEqual(applied.doc.lines);
          doc = applied.doc;
          inverses.unshift(applied.inverse);
        }
        const stored = JSON.parse(JSON.stringify(inverses)) as MappingCommand[];
        const undone = applyCommands(parseMap(mapBytes(doc)), stored, context);
        expect(mapBytes(undone.doc)).toEqual(bytes);
        const redone = applyCommands(undone.doc, undone.inverses, context);
        expect(mapBytes(redone.doc)).toEqual(mapBytes(doc));
      }),
      { numRuns: 2000 },
    );
  });

  it('keep the way a removed line was written', () => {
    const doc = map('WFM : 0:11:1 = a:a:a \n; note\r\nWFM:0:11:1=b:b:b');
    const removed = applyCommand(doc, { kind: 'remove-entry', target, index: 0, source: 'a:a:a' }, context);
    expect(text(removed.doc)).toBe('; note\r\nWFM:0:11:1=b:b:b');
    expect(text(applyCommand(removed.doc, removed.inverse, context).doc)).toBe(text(doc));
  });

  it('still do what was meant where the file has changed meanwhile', () => {
    const doc = map('WFM : 0:11:1 = a:a:a \nWFM:0:11:1=b:b:b\n');
    const removed = applyCommand(doc, { kind: 'remove-entry', target, index: 1, source: 'b:b:b' }, context);
    const elsewhere = map(`; new\n; lines\n${text(removed.doc)}`);
    expect(text(applyCommand(elsewhere, removed.inverse, context).doc)).toBe(
      '; new\n; lines\nWFM : 0:11:1 = a:a:a \nWFM:10:11:1=b:b:b\n',
    );
  });

  it('never change lines of others by a patch that was tampered with', () => {
    const doc = map('WFM:10:12:1=x:x:x\nWFM:10:11:1=a:a:a\n');
    const command: MappingCommand = {
      kind: 'remove-entry',
      target,
      index: 0,
      source: 'a:a:a',
      exact: { line: 1, removed: text(doc), inserted: '' },
    };
    expect(text(applyCommand(doc, command, context).doc)).toBe('WFM:10:12:1=x:x:x\n');
  });
});

describe('Commands on a document that is not what they expect', () => {
  const doc = map('WFM:10:11:1=a:a:a\nWFM:10:11:1=b:b:b\n');
  const conflict = expect.objectContaining({ code: 'MAP_CONFLICT' });
  const commands: MappingCommand[] = [
    { kind: 'remove-entry', target, index: 0, source: 'b:b:b' },
    { kind: 'remove-entry', target, index: 2, source: 'a:a:a' },
    { kind: 'add-entry', target, source: 'c:c:c', at: 3 },
    { kind: 'add-entry', target, source: 'c:c:c', at: -1 },
    { kind: 'move-entry', target, from: 0, to: 2 },
    { kind: 'move-entry', target, from: 0, to: 1, source: 'b:b:b' },
  ];

  it.each(commands.map((command) => [JSON.stringify(command), command] as const))(
    '%s is a conflict',
    (_, command) => {
      expect(() => applyCommand(doc, command, context)).toThrow(conflict);
    },
  );

  it('does all commands of a list or none', () => {
    const list: MappingCommand[] = [
      { kind: 'add-entry', target, source: 'c:c:c' },
      { kind: 'remove-entry', target, index: 0, source: 'nothing' },
    ];
    expect(() => applyCommands(doc, list, context)).toThrow(conflict);
    expect(text(doc)).toBe('WFM:10:11:1=a:a:a\nWFM:10:11:1=b:b:b\n');
  });
});

describe('Many commands', () => {
  it('map a thousand queues in one go and take it back', () => {
    const doc = map('[Mapping]\r\n');
    const commands = Array.from({ length: 1000 }, (_, n): MappingCommand[] => {
      const queue = { queueId: 100 + n, valueTypeId: 1 };
      return [
        { kind: 'add-entry', target: queue, source: `ACD:Queue ${n}:OFFERED` },
        { kind: 'set-script', target: queue, script: n + 1 },
      ];
    }).flat();
    const mapped = applyCommands(doc, commands, context);
    expect(mapped.doc.lines).toHaveLength(2001);
    expect(text(mapped.doc)).toContain(
      'WFM:0:100:1=ACD:Queue 0:OFFERED\r\nWFM:0:100:1=$1.BAS\r\nWFM:0:101:1=',
    );
    expect(mapBytes(applyCommands(mapped.doc, mapped.inverses, context).doc)).toEqual(mapBytes(doc));
  });
});
