import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entries,
  findEntry,
  getValue,
  type IniDocument,
  iniBytes,
  parseIni,
  removeKey,
  sections,
  setValue,
} from '#shared/domain/ini/document.ts';
import { joinLines } from '#shared/domain/ini/lines.ts';
import { flagValue, listValue, numberValue, sqlValue, unquote } from '#shared/domain/ini/values.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { realFiles } from './real.ts';
import { anyIniBytes } from './samples.ts';

/*
 * Files belong to people and other programs: whatever stands in one, it is read without a crash and written back with
 * every byte, also after a key was changed and changed back.
 */

const documents = 100_000;
const chunk = 1_000;
/** It takes half a minute of a processor, and ten of a busy machine; the limit only keeps a hang from hiding. */
const limitMs = 1_200_000;

/** What was done to a real file, at places given as parts of its length. */
const mutations = fc.oneof(
  fc.record({
    kind: fc.constant('cut' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(80),
  }),
  fc.record({
    kind: fc.constant('copy' as const),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(80),
  }),
  fc.record({
    kind: fc.constant('put' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.constantFrom(
      ...['\r', '\n', '\r\n', '=', ';', '[', ']', '"', "'", '#', ' ', '\t', '\0', '\xe9', '\xff', '\xc3'].map(
        (text) => Uint8Array.from(text, (char) => char.charCodeAt(0)),
      ),
    ),
  }),
  fc.record({
    kind: fc.constant('byte' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    value: fc.nat(255),
  }),
);
type Mutation = typeof mutations extends fc.Arbitrary<infer T> ? T : never;

const mutatedFile = fc
  .tuple(fc.constantFrom(...realFiles), fc.array(mutations, { minLength: 1, maxLength: 4 }))
  .map(([file, changes]) => changes.reduce(mutated, file));

function mutated(file: Uint8Array, change: Mutation): Uint8Array {
  const at = Math.floor(change.at * file.length);
  switch (change.kind) {
    case 'cut':
      return joined(file.subarray(0, at), file.subarray(at + change.length));
    case 'copy': {
      const from = Math.floor(change.from * file.length);
      return joined(file.subarray(0, at), file.subarray(from, from + change.length), file.subarray(at));
    }
    case 'put':
      return joined(file.subarray(0, at), change.bytes, file.subarray(at));
    case 'byte':
      return file.length === 0 ? file : file.with(Math.min(at, file.length - 1), change.value);
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Without the matchers of the test runner, which would take most of the time. */
function mustBeSame(bytes: Uint8Array, before: Uint8Array, what: string): void {
  if (bytes.length === before.length && bytes.every((byte, index) => byte === before[index])) return;
  throw new Error(`${what}: ${bytes.length} bytes instead of ${before.length}, or others.`);
}

/** Undefined where the change was refused, since the file's encoding could not hold it. */
function changed(change: () => IniDocument): Uint8Array | undefined {
  try {
    return iniBytes(change());
  } catch (error) {
    if (error instanceof XlinkError && error.code === 'INI_ENCODING') return undefined;
    throw error;
  }
}

const newValues = ['99', 'x;y', 'x', '"quoted"', 'two words'];

function survives(bytes: Uint8Array, pick: number): void {
  let doc: IniDocument;
  try {
    doc = parseIni(bytes);
  } catch (error) {
    if (error instanceof XlinkError && error.code === 'INI_UTF16') return;
    throw error;
  }
  mustBeSame(iniBytes(doc), bytes, 'written back');
  const names = ['', ...sections(doc).map(({ name }) => name)];
  for (const name of names) {
    for (const { rawValue } of entries(doc, name)) {
      unquote(rawValue);
      listValue(rawValue);
      numberValue(rawValue);
      flagValue(rawValue);
      sqlValue(rawValue);
    }
  }
  const name = names[pick % names.length]!;
  const keys = entries(doc, name);
  const key = keys[pick % Math.max(keys.length, 1)]?.key;
  const value = newValues[pick % newValues.length]!;
  if (key !== undefined) {
    const before = getValue(doc, name, key)!;
    const after = setValue(doc, name, key, value);
    if (findEntry(after, name, key) === undefined) throw new Error(`${key} is lost.`);
    const undone = changed(() => setValue(after, name, key, before));
    if (undone) mustBeSame(undone, bytes, 'a key changed and changed back');
    const removed = removeKey(doc, name, key);
    if (findEntry(removed, name, key) !== undefined) throw new Error(`${key} is still there.`);
    mustBeSame(utf8(textOf(removed)), utf8(textWithout(doc, name, key)), 'a key removed');
  }
  const added = setValue(doc, name, 'A new key', value);
  const taken = textOf(removeKey(added, name, 'A new key'));
  const text = textOf(doc);
  // A last line without a line end gets one when another follows it, and keeps it.
  if (taken !== text && taken.replace(/\r\n?$|\n$/, '') !== text) throw new Error('a key added and removed');
}

const textOf = (doc: IniDocument): string => joinLines(doc.lines);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** All other lines, as they are. */
function textWithout(doc: IniDocument, name: string, key: string): string {
  const gone = new Set(
    entries(doc, name)
      .filter((entry) => entry.key.toLowerCase() === key.toLowerCase())
      .map(({ line }) => line),
  );
  return joinLines(doc.lines.filter((_, index) => !gone.has(index + 1)));
}

/** In chunks, between which the test runner gets its turn. */
async function surviveAll(files: fc.Arbitrary<Uint8Array>): Promise<number> {
  let done = 0;
  for (let seed = 1; done < documents; seed += 1) {
    fc.assert(
      fc.property(files, fc.nat(10_000), (bytes, pick) => {
        done += 1;
        survives(bytes, pick);
      }),
      { numRuns: chunk, seed: 20_261_122 + seed },
    );
    await setImmediate();
  }
  return done;
}

describe('200,000 ini documents are read, changed, changed back and written with every byte', () => {
  it(
    'generated ones',
    async () => {
      expect(await surviveAll(anyIniBytes)).toBeGreaterThanOrEqual(documents);
    },
    limitMs,
  );

  it(
    'real ones, mutated',
    async () => {
      expect(await surviveAll(mutatedFile)).toBeGreaterThanOrEqual(documents);
    },
    limitMs,
  );
});
