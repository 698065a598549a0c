import { appendFile, open, readFile, rename, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { HomeCommand } from '#shared/contract/mapping.ts';
import type { Home } from './home.ts';

export type JournalOrigin = 'console' | 'cli' | 'service';

/** Who changes something, and how it is told. */
export interface Author {
  readonly origin: JournalOrigin;
  /** In the words of the one who does it; made from the commands when left out. */
  readonly label?: string | undefined;
  /** For a change that takes back or makes again the change `of`. */
  readonly takes?: { readonly kind: 'undo' | 'redo'; readonly of: number } | undefined;
}

/** One change of mappings and scripts, as a line of `journal.jsonl`. */
export interface JournalRecord {
  readonly id: number;
  readonly atUtc: string;
  readonly user: string;
  readonly host: string;
  readonly origin: JournalOrigin;
  readonly kind: 'change' | 'undo' | 'redo';
  /** The change that is undone or redone. */
  readonly of?: number;
  readonly label: string;
  readonly commands: readonly HomeCommand[];
  readonly inverse: readonly HomeCommand[];
}

/** A record without its commands, and where they are. */
export interface JournalHead extends Omit<JournalRecord, 'commands' | 'inverse'> {
  readonly commandCount: number;
  /** The first few commands, told in English. */
  readonly details: readonly string[];
  readonly queueIds: ReadonlySet<number>;
  readonly file: string;
  readonly offset: number;
  readonly bytes: number;
}

const fileName = 'journal.jsonl';
const fullBytes = 8 * 1024 * 1024;
/** `journal.1.jsonl` is the youngest of the full ones. */
const keptFull = 4;
const shownDetails = 20;

/** The journal of a home: read from the files, of which only what is new is read again. */
export interface Journal {
  /** Oldest first. */
  heads(): Promise<readonly JournalHead[]>;
  record(head: JournalHead): Promise<JournalRecord | undefined>;
}

interface KnownFile {
  readonly bytes: number;
  readonly changedMs: number;
  readonly heads: readonly JournalHead[];
}

export function openJournal(home: Home, describe: (command: HomeCommand) => string): Journal {
  let known = new Map<string, KnownFile>();

  async function headsOf(file: string): Promise<KnownFile | undefined> {
    const now = await stat(file).catch(() => undefined);
    if (now === undefined) return undefined;
    const before = known.get(file);
    if (before !== undefined && before.bytes === now.size && before.changedMs === now.mtimeMs) return before;
    const isLonger = before !== undefined && before.bytes < now.size && file.endsWith(fileName);
    const from = isLonger && (await beginsAs(file, before)) ? before.bytes : 0;
    const text = await readFrom(file, from);
    const added = headsIn(text, file, from, describe);
    return {
      bytes: now.size,
      changedMs: now.mtimeMs,
      heads: from > 0 ? [...before!.heads, ...added] : added,
    };
  }

  return {
    async heads() {
      const files: (readonly [string, KnownFile])[] = [];
      for (const file of journalFiles(home.paths.folder)) {
        const found = await headsOf(file);
        if (found) files.push([file, found]);
      }
      known = new Map(files);
      return files.flatMap(([, { heads }]) => heads);
    },
    async record({ file, offset, bytes, id }) {
      const buffer = Buffer.alloc(bytes);
      const handle = await open(file, 'r').catch(() => undefined);
      if (handle === undefined) return undefined;
      try {
        await handle.read(buffer, 0, bytes, offset);
      } finally {
        await handle.close();
      }
      const record = parseRecord(buffer.toString('utf8'));
      // A file that was full meanwhile is another one now.
      return record?.id === id ? record : undefined;
    },
  };
}

/** A full journal gives its name to the next one, which may be longer already. */
async function beginsAs(file: string, { heads }: KnownFile): Promise<boolean> {
  const first = heads[0];
  if (first === undefined) return false;
  const line = (await readFrom(file, 0, first.offset + first.bytes)).subarray(first.offset).toString('utf8');
  const record = parseRecord(line);
  return record?.id === first.id && record.atUtc === first.atUtc;
}

/** Oldest first. */
function journalFiles(folder: string): string[] {
  const full = Array.from({ length: keptFull }, (_, index) => `journal.${keptFull - index}.jsonl`);
  return [...full, fileName].map((name) => path.join(folder, name));
}

async function readFrom(file: string, offset: number, length?: number): Promise<Buffer> {
  if (offset === 0 && length === undefined) return readFile(file);
  const handle = await open(file, 'r');
  try {
    const size = length ?? (await handle.stat()).size - offset;
    const buffer = Buffer.alloc(Math.max(0, size));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function headsIn(
  bytes: Buffer,
  file: string,
  base: number,
  describe: (command: HomeCommand) => string,
): JournalHead[] {
  const heads: JournalHead[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    const stop = end < 0 ? bytes.length : end;
    const record = parseRecord(bytes.subarray(from, stop).toString('utf8'));
    if (record) {
      const { commands, inverse: _, ...rest } = record;
      heads.push({
        ...rest,
        commandCount: commands.length,
        details: commands.slice(0, shownDetails).map(describe),
        queueIds: new Set(commands.flatMap((one) => ('target' in one ? [one.target.queueId] : []))),
        file,
        offset: base + from,
        bytes: stop - from,
      });
    }
    from = stop + 1;
  }
  return heads;
}

/** A line that was cut off by a full disk or a lost machine is passed over. */
function parseRecord(line: string): JournalRecord | undefined {
  if (line.trim() === '') return undefined;
  try {
    const record = JSON.parse(line) as JournalRecord;
    return Number.isInteger(record.id) && Array.isArray(record.commands) ? record : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Adds a change. The caller holds the lock of the map, so that numbers are given once. A journal that cannot be written
 * takes nothing back: the change is done, and stays.
 *
 * @returns its number, or undefined when it could not be written.
 */
export async function addToJournal(
  home: Home,
  author: Author,
  commands: readonly HomeCommand[],
  inverse: readonly HomeCommand[],
  label: string,
): Promise<number | undefined> {
  const file = path.join(home.paths.folder, fileName);
  try {
    const { id: last, cutOff } = await lastOf(file);
    const previous = last ?? (await lastOf(path.join(home.paths.folder, 'journal.1.jsonl'))).id ?? 0;
    const record: JournalRecord = {
      id: previous + 1,
      atUtc: new Date().toISOString(),
      user: userName(),
      host: os.hostname(),
      origin: author.origin,
      kind: author.takes?.kind ?? 'change',
      ...(author.takes === undefined ? {} : { of: author.takes.of }),
      label,
      commands,
      inverse,
    };
    await makeRoom(home.paths.folder, file);
    await appendFile(file, `${cutOff ? '\n' : ''}${JSON.stringify(record)}\n`);
    return record.id;
  } catch (error) {
    home.logs.write('isps_ul.log', `the journal cannot be written: ${String(error)}`);
    return undefined;
  }
}

export function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return String(process.getuid?.() ?? 'unknown');
  }
}

async function makeRoom(folder: string, file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size < fullBytes) return;
  for (let number = keptFull; number >= 1; number -= 1) {
    const from = number === 1 ? file : path.join(folder, `journal.${number - 1}.jsonl`);
    await rename(from, path.join(folder, `journal.${number}.jsonl`)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

/** The number of the last whole record, and whether a line that was cut off follows it. */
async function lastOf(file: string): Promise<{ id: number | undefined; cutOff: boolean }> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  let tail = 64 * 1024;
  for (;;) {
    const from = Math.max(0, size - tail);
    const bytes = size === 0 ? Buffer.alloc(0) : await readFrom(file, from, size - from);
    const cutOff = bytes.length > 0 && bytes.at(-1) !== 0x0a;
    const lines = bytes.toString('utf8').split('\n');
    const ids = (from > 0 ? lines.slice(1) : lines).flatMap((line) => parseRecord(line)?.id ?? []);
    const id = ids.at(-1);
    if (id !== undefined || from === 0) return { id, cutOff };
    tail *= 8;
  }
}
