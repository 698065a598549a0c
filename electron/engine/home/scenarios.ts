import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type DecodedText, decodeText, encodeText } from '#shared/domain/ini/bytes.ts';
import { compileScenario, defaultScenario, type ScenarioProgram } from '#shared/domain/scenario/index.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { ProblemReport } from '../imports/problems.ts';
import { readHomeFile, updateHomeFile } from './home-file.ts';
import type { HomePaths } from './paths.ts';

/** Text of `<number>.BAS`; undefined when there is no such file. */
export async function readScenario(paths: HomePaths, number: number): Promise<string | undefined> {
  const { bytes, revision } = await readHomeFile(await scenarioPath(paths, number));
  return revision === 'absent' ? undefined : decodeScript(bytes).text;
}

/** Editors of Windows also save a script as UTF-16 ("Unicode"); it is read, and written back as UTF-8 with a mark. */
export function decodeScript(bytes: Uint8Array): DecodedText {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (label === undefined) return decodeText(bytes);
  return { text: new TextDecoder(label).decode(bytes), encoding: 'utf-8-bom' };
}

/**
 * Writes the script with CRLF in the encoding the file has; null removes it. Gives the text that was there,
 * null where there was none, for undo.
 */
export async function writeScenario(
  paths: HomePaths,
  number: number,
  text: string | null,
): Promise<string | null> {
  let before: string | null = null;
  const file = await scenarioPath(paths, number);
  const absent = (await readHomeFile(file)).revision === 'absent';
  await updateHomeFile(file, undefined, (bytes) => {
    const present = absent ? undefined : decodeScript(bytes);
    before = present?.text ?? null;
    if (text === null) return null;
    return encodeText(withCrlf(text), present?.encoding ?? 'utf-8');
  });
  return before;
}

/**
 * Writes a new script. `<n>` counts up over the `.BAS` files that exist and the numbers the map names; a file that
 * another program makes meanwhile is never written over.
 */
export async function createScenario(
  paths: HomePaths,
  inUse: Iterable<number>,
  text: string,
): Promise<number> {
  const named = Math.max(0, ...inUse);
  const bytes = encodeText(withCrlf(text), 'utf-8');
  for (;;) {
    const number = Math.max(named, ...(await scenarioFiles(paths)).keys()) + 1;
    try {
      await writeFile(paths.scenario(number), bytes, { flag: 'wx' });
      return number;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new XlinkError(
        'HOME_FILE_UNWRITABLE',
        `${number}.BAS cannot be written (${(error as NodeJS.ErrnoException).code}). ` +
          'Nothing was changed. Check free space and permissions of the home folder.',
        {
          file: paths.scenario(number),
          name: `${number}.BAS`,
          reason: (error as NodeJS.ErrnoException).code,
        },
        { cause: error },
      );
    }
  }
}

function withCrlf(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n');
}

/** Compiled script of a mapping; without a script line the sum of the sources, as *Create* would write it. */
export async function mappingScenario(
  paths: HomePaths,
  script: { readonly number: number; readonly fileName: string } | undefined,
  sourceCount: number,
): Promise<{ program: ScenarioProgram } | { problem: ProblemReport }> {
  if (!script) return { program: compileScenario(defaultScenario(sourceCount)).program! };
  const text = await readScenario(paths, script.number);
  if (text === undefined) {
    return {
      problem: {
        code: 'SCENARIO_MISSING',
        message: `${script.fileName} does not exist. Open the scenario and create it, or remove the script line from acd_map.ini.`,
        script: script.fileName,
      },
    };
  }
  const { program, findings } = compileScenario(text);
  if (program) return { program };
  const error = findings.find((finding) => finding.severity === 'error')!;
  return {
    problem: {
      code: 'SCENARIO_INVALID',
      message: `${script.fileName}, line ${error.line}, column ${error.column}: ${error.message}`,
      script: script.fileName,
      line: error.line,
      column: error.column,
      details: { problem: { code: error.code, message: error.message, details: error.details } },
    },
  };
}

/** Windows wrote `3.BAS` or `3.bas`; on other systems the name on disk counts. */
async function scenarioPath(paths: HomePaths, number: number): Promise<string> {
  const name = (await scenarioFiles(paths)).get(number);
  return name === undefined ? paths.scenario(number) : path.join(paths.folder, name);
}

async function scenarioFiles(paths: HomePaths): Promise<Map<number, string>> {
  const files = new Map<number, string>();
  for (const name of await readdir(paths.folder)) {
    const match = /^(\d+)\.bas$/i.exec(name);
    if (match && !files.has(Number(match[1]))) files.set(Number(match[1]), name);
  }
  return files;
}
