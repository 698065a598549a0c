import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type DecodedText, decodeText } from '#shared/domain/ini/bytes.ts';
import { compileScenario, defaultScenario, type ScenarioProgram } from '#shared/domain/scenario/index.ts';
import type { ProblemReport } from '../imports/problems.ts';
import { readHomeFile } from './home-file.ts';
import type { HomePaths } from './paths.ts';

/**
 * Text of `<number>.BAS`; undefined when there is no such file. Who reads many gives the files there are, see
 * {@link scenarioFiles}.
 */
export async function readScenario(
  paths: HomePaths,
  number: number,
  files?: ReadonlyMap<number, string>,
): Promise<string | undefined> {
  const name = (files ?? (await scenarioFiles(paths))).get(number);
  if (name === undefined) return undefined;
  const { bytes, revision } = await readHomeFile(path.join(paths.folder, name));
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

export function withCrlf(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n');
}

/** Compiled script of a mapping; without a script line the sum of the sources, as *Create* would write it. */
export async function mappingScenario(
  paths: HomePaths,
  script: { readonly number: number; readonly fileName: string } | undefined,
  sourceCount: number,
  files?: ReadonlyMap<number, string>,
): Promise<{ program: ScenarioProgram; text: string } | { problem: ProblemReport }> {
  if (!script) return defaultSum(sourceCount);
  const text = await readScenario(paths, script.number, files);
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
  if (program) return { program, text };
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

const defaultSums = new Map<number, { program: ScenarioProgram; text: string }>();

function defaultSum(sourceCount: number): { program: ScenarioProgram; text: string } {
  let sum = defaultSums.get(sourceCount);
  if (sum === undefined) {
    const text = defaultScenario(sourceCount);
    sum = { program: compileScenario(text).program!, text };
    defaultSums.set(sourceCount, sum);
  }
  return sum;
}

/** The scripts there are by number. Windows wrote `3.BAS` or `3.bas`; on other systems the name on disk counts. */
export async function scenarioFiles(paths: HomePaths): Promise<Map<number, string>> {
  const files = new Map<number, string>();
  for (const name of await readdir(paths.folder)) {
    const match = /^(\d+)\.bas$/i.exec(name);
    if (match && !files.has(Number(match[1]))) files.set(Number(match[1]), name);
  }
  return files;
}
