import { createHash } from 'node:crypto';
import { open, opendir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AdoptedFile } from '#shared/contract/adopt.ts';
import { decodeText } from '#shared/domain/ini/bytes.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { HomePaths } from './paths.ts';

/** One file of an Xlink folder as it was read. */
export interface FolderFile extends AdoptedFile {
  readonly content: Uint8Array;
}

/** An existing Xlink folder, read once. Nothing in it is ever written. */
export interface XlinkFolder {
  readonly folder: string;
  readonly settings: FolderFile;
  readonly mapping?: FolderFile;
  /** By number. */
  readonly scripts: ReadonlyMap<number, FolderFile>;
  /** Files that another one stands for: the same name in other case, or the same number. */
  readonly left: readonly { readonly name: string; readonly taken: string }[];
  /** Of all that was read, names included. */
  readonly fingerprint: string;
}

/** Somebody may point at `C:\`, or at a folder with something else under one of these names. */
const limits = {
  entries: 50_000,
  settingsBytes: 8 * 1024 * 1024,
  mappingBytes: 64 * 1024 * 1024,
  scriptBytes: 1024 * 1024,
  scripts: 20_000,
} as const;

/**
 * Reads `isps_ul.ini`, `acd_map.ini` and the `<n>.BAS` of a folder, in any case of their names, and nothing else.
 *
 * @throws XlinkError `ADOPT_FOLDER_UNREADABLE`, `ADOPT_NO_SETTINGS`, `ADOPT_FILE_UNREADABLE`, `ADOPT_TOO_LARGE`
 */
export async function readXlinkFolder(given: string): Promise<XlinkFolder> {
  const folder = path.resolve(given);
  const names = await namesIn(folder);
  const left: { name: string; taken: string }[] = [];
  const pick = (found: readonly string[], usual: string): string | undefined => {
    const taken = found.includes(usual) ? usual : found[0];
    for (const name of found) if (taken !== undefined && name !== taken) left.push({ name, taken });
    return taken;
  };
  const named = (usual: string) =>
    pick(
      names.filter((name) => name.toLowerCase() === usual),
      usual,
    );

  const settingsName = named('isps_ul.ini');
  if (settingsName === undefined) {
    throw new XlinkError(
      'ADOPT_NO_SETTINGS',
      `There is no isps_ul.ini in ${folder}. Name the folder in which the old program was installed.`,
      { folder },
    );
  }
  const mappingName = named('acd_map.ini');
  const settings = await readOne(folder, settingsName, 'settings', limits.settingsBytes);
  const mapping =
    mappingName === undefined
      ? undefined
      : await readOne(folder, mappingName, 'mapping', limits.mappingBytes);
  for (const file of [settings, mapping]) if (file?.encoding === 'utf-16') throw utf16(folder, file.name);

  const numbers = new Map<number, string[]>();
  for (const name of names) {
    const match = /^(\d{1,9})\.bas$/i.exec(name);
    if (!match) continue;
    const number = Number(match[1]);
    numbers.set(number, [...(numbers.get(number) ?? []), name]);
  }
  if (numbers.size > limits.scripts)
    throw tooLarge(folder, 'scripts', `${numbers.size} scripts`, limits.scripts);
  const scripts = new Map<number, FolderFile>();
  for (const [number, found] of [...numbers].sort(([a], [b]) => a - b)) {
    const name = pick(found, `${number}.BAS`)!;
    scripts.set(number, await readOne(folder, name, 'script', limits.scriptBytes));
  }
  const all = [settings, ...(mapping ? [mapping] : []), ...scripts.values()];
  return {
    folder,
    settings,
    ...(mapping ? { mapping } : {}),
    scripts,
    left,
    fingerprint: fingerprintOf(all),
  };
}

/** The folder as readers of a home see it; what is not the folder's own stays with the home. */
export function pathsOfFolder(read: XlinkFolder, home: HomePaths): HomePaths {
  const inFolder = (name: string) => path.join(read.folder, name);
  return {
    ...home,
    folder: read.folder,
    settings: inFolder(read.settings.name),
    mapping: inFolder(read.mapping?.name ?? 'acd_map.ini'),
    scenario: (number) => inFolder(read.scripts.get(number)?.name ?? `${number}.BAS`),
  };
}

/**
 * Refuses a home that is the folder, or stands in it: what comes into the home would then come into the folder.
 *
 * @throws XlinkError `ADOPT_SAME_FOLDER`
 */
export async function refuseHomeInFolder(folder: string, homeFolder: string): Promise<void> {
  const [from, to] = await Promise.all([realPath(path.resolve(folder)), realPath(path.resolve(homeFolder))]);
  const way = path.relative(from, to);
  if (way !== '' && (way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way))) return;
  throw new XlinkError(
    'ADOPT_SAME_FOLDER',
    way === ''
      ? `${folder} is the home of this console already. Start it with another --home, so that the old folder stays as it is.`
      : `The home ${homeFolder} stands in ${folder}, which would be changed by that. Start the console with another --home.`,
    { folder, homeFolder, variant: way === '' ? 'same' : 'inside' },
  );
}

/** Of a folder that is not there yet: of the nearest one that is. */
async function realPath(folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => undefined);
  if (real !== undefined) return real;
  const parent = path.dirname(folder);
  return parent === folder ? folder : path.join(await realPath(parent), path.basename(folder));
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      names.push(entry.name);
      if (names.length > limits.entries) {
        throw tooLarge(folder, 'entries', `more than ${limits.entries} files`, limits.entries);
      }
    }
  } catch (error) {
    if (error instanceof XlinkError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const variant = reason === 'ENOENT' ? 'missing' : reason === 'ENOTDIR' ? 'file' : 'denied';
    throw new XlinkError(
      'ADOPT_FOLDER_UNREADABLE',
      folderMessage(variant, folder, reason),
      { folder, reason, variant },
      { cause: error },
    );
  }
  return names.sort();
}

function folderMessage(variant: 'missing' | 'file' | 'denied', folder: string, reason: string): string {
  switch (variant) {
    case 'missing':
      return `There is no folder ${folder} on the machine the program runs on. Check the path.`;
    case 'file':
      return `${folder} is no folder. Name the folder in which isps_ul.ini stands.`;
    case 'denied':
      return `${folder} cannot be read (${reason}). Check its permissions.`;
  }
}

async function readOne(
  folder: string,
  name: string,
  kind: AdoptedFile['kind'],
  limitBytes: number,
): Promise<FolderFile> {
  const file = path.join(folder, name);
  let content: Uint8Array;
  try {
    // Asked first: opening a pipe would wait for its other end.
    if (!(await stat(file)).isFile()) throw Object.assign(new Error('no file'), { code: 'not a file' });
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > limitBytes) throw tooLarge(folder, 'file', name, limitBytes);
      content = await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof XlinkError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new XlinkError(
      'ADOPT_FILE_UNREADABLE',
      `${name} in ${folder} cannot be read (${reason}). Check its permissions; nothing was taken over.`,
      { folder, name, reason },
      { cause: error },
    );
  }
  return { name, kind, encoding: encodingOf(content), bytes: content.length, content };
}

function encodingOf(content: Uint8Array): AdoptedFile['encoding'] {
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16';
  return decodeText(content).encoding;
}

function utf16(folder: string, name: string): XlinkError {
  return new XlinkError(
    'ADOPT_FILE_UNREADABLE',
    `${name} in ${folder} is stored as UTF-16 ("Unicode"). Save a copy of the folder with this file as UTF-8 or ANSI, and open that.`,
    { folder, name, variant: 'utf-16' },
  );
}

function tooLarge(
  folder: string,
  variant: 'file' | 'scripts' | 'entries',
  what: string,
  limit: number,
): XlinkError {
  const message =
    variant === 'file'
      ? `${what} in ${folder} is larger than ${Math.round(limit / 1024)} KB, so it is hardly a file of Xlink. Check the folder.`
      : `${folder} holds ${what}, so it is hardly an Xlink folder. Name the one in which isps_ul.ini stands.`;
  return new XlinkError('ADOPT_TOO_LARGE', message, {
    folder,
    variant,
    name: what,
    limit,
    ...(variant === 'file' ? { kilobytes: Math.round(limit / 1024) } : {}),
  });
}

function fingerprintOf(files: readonly FolderFile[]): string {
  const hash = createHash('sha256');
  for (const { name, content } of files) {
    hash.update(`${name}\n${content.length}\n`);
    hash.update(content);
  }
  return hash.digest('hex').slice(0, 32);
}
