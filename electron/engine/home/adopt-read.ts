import { readdir } from 'node:fs/promises';
import type { AdoptedSystem, AdoptReport } from '#shared/contract/adopt.ts';
import type { Finding } from '#shared/contract/check.ts';
import { foreignLines, type MapDocument, mappings, parseMap } from '#shared/domain/mapping/document.ts';
import { compileScenario } from '#shared/domain/scenario/index.ts';
import { checkHome } from '../check/check-home.ts';
import { interfaceDefinition, interfaceDefinitions } from '../interfaces/definitions.ts';
import type { Directory } from '../wfm/directory.ts';
import { pathsOfFolder, readXlinkFolder, refuseHomeInFolder, type XlinkFolder } from './adopt-files.ts';
import { type WfmNeeds, wfmNeeds } from './adopt-needs.ts';
import { sampleEntries, withoutEntries } from './adopt-sample.ts';
import { suggestedQueue, systemsOfFile } from './adopt-systems.ts';
import { isSampleSettings } from './first-start.ts';
import type { Home } from './home.ts';
import { readHomeFile } from './home-file.ts';
import { decodeScript } from './scenarios.ts';
import { databaseName, readSettings } from './settings.ts';
import { externalSystems } from './systems.ts';

/** What a folder was found to be, with its bytes. */
export interface Survey {
  readonly report: AdoptReport;
  readonly read: XlinkFolder;
}

/** Settings, mappings and scripts of a home. */
export const homeFilePattern = /^(isps_ul\.ini|acd_map\.ini|\d{1,9}\.bas)$/i;

/**
 * Reads an existing Xlink folder and says what the home would make of it. Nothing is changed, there or here.
 *
 * @param interfaces by name of the system, where it is to be another than the guessed one
 * @throws XlinkError `ADOPT_SAME_FOLDER`, `INTERFACE_UNKNOWN`, and what {@link readXlinkFolder} throws
 */
export async function surveyFolder(
  home: Home,
  folder: string,
  interfaces: Readonly<Record<string, string>> = {},
): Promise<Survey> {
  await refuseHomeInFolder(folder, home.paths.folder);
  for (const id of Object.values(interfaces)) await interfaceDefinition(id);
  const read = await readXlinkFolder(folder);
  const paths = pathsOfFolder(read, home.paths);
  const settings = await readSettings(paths);
  const map = parseMap(read.mapping?.content ?? new Uint8Array(0));
  const here = await stateOfHome(home);
  const stored = await home.store.directory();
  const directory = here.sample ? withoutEntries(stored, sampleEntries(stored)) : stored;
  const needs = wfmNeeds(map, directory);
  const chosen = new Map(Object.entries(interfaces).map(([name, id]) => [name.toLowerCase(), id]));
  const systems = systemsOfFile(settings.document, map, await interfaceDefinitions(), chosen);
  const seen = homeOfFolder(home, paths, { ...withNeeds(directory, needs), externalSystems: systems });
  const findings = [
    ...ownFindings(read, systems),
    // Passwords are told of system by system.
    ...(await checkHome(seen)).filter(({ code }) => code !== 'PASSWORD_IN_INI'),
  ];
  const report: AdoptReport = {
    folder: read.folder,
    fingerprint: read.fingerprint,
    files: [read.settings, ...(read.mapping ? [read.mapping] : []), ...read.scripts.values()].map(
      ({ content: _, ...file }) => file,
    ),
    databaseName: databaseName(settings.document) ?? '',
    systems,
    mappings: mappingCounts(map, findings),
    scripts: scriptState(read, map),
    findings,
    ...needs,
    suggested: suggestedQueue(await externalSystems(seen, settings)),
    home: { folder: home.paths.folder, ...here },
  };
  return { report, read };
}

/** The folder as a home of its own, so that what is said of it is what `xlink check` will say of the copy. */
function homeOfFolder(home: Home, paths: Home['paths'], directory: Directory): Home {
  return {
    ...home,
    paths,
    store: { ...home.store, directory: async () => directory },
    secrets: { has: async () => false, read: async () => undefined, write: async () => {} },
    logs: { write() {} },
    close: async () => {},
  };
}

/** What is missing is told once, as a list of ids, and not mapping by mapping. */
function withNeeds(directory: Directory, { queues, valueTypes }: WfmNeeds): Directory {
  return {
    ...directory,
    queues: [
      ...directory.queues,
      ...queues
        .filter(({ id, name }) => name === null && id > 0)
        .map(({ id }) => ({
          id,
          name: String(id),
          parentId: null,
          timeZone: 'UTC',
          intervalMinutes: 60 as const,
          active: true,
        })),
    ],
    valueTypes: [
      ...directory.valueTypes,
      ...valueTypes
        .filter(({ id, name }) => name === null && id > 0)
        .map(({ id }) => ({ id, name: String(id), unit: 'number' })),
    ],
  };
}

async function stateOfHome(home: Home): Promise<{ files: string[]; sample: boolean }> {
  const files = (await readdir(home.paths.folder)).filter((name) => homeFilePattern.test(name)).sort();
  return { files, sample: isSampleSettings((await readHomeFile(home.paths.settings)).bytes) };
}

function ownFindings(read: XlinkFolder, systems: readonly AdoptedSystem[]): Finding[] {
  return [
    ...(read.mapping
      ? []
      : [
          {
            severity: 'warning' as const,
            code: 'ADOPT_NO_MAPPING',
            message: 'There is no acd_map.ini in the folder: the systems are taken over, nothing is mapped.',
            file: 'acd_map.ini',
          },
        ]),
    ...read.left.map(({ name, taken }) => ({
      severity: 'warning' as const,
      code: 'ADOPT_FILE_LEFT',
      message: `${name} is not taken over: ${taken} has the same name in Windows, and counts.`,
      details: { name, taken },
      file: name,
    })),
    ...systems
      .filter(({ usable }) => !usable)
      .map(({ name, line }) => ({
        severity: 'error' as const,
        code: 'ADOPT_SYSTEM_NAME',
        message: `"${name}" cannot be the name of a system, since it has : or = in it or is too long. Rename the section in the copy, and in acd_map.ini.`,
        details: { name },
        file: 'isps_ul.ini',
        line,
      })),
  ];
}

/** A mapping is understood when each of its sources is. */
function mappingCounts(map: MapDocument, findings: readonly Finding[]): AdoptReport['mappings'] {
  const all = mappings(map);
  const wrong = new Set(
    findings
      .filter(
        ({ severity, file, code }) =>
          severity === 'error' && file === 'acd_map.ini' && !/^SCENARIO_/.test(code),
      )
      .map(({ queueId, valueTypeId }) => `${queueId}:${valueTypeId}`),
  );
  const understood = all.filter(({ target }) => !wrong.has(`${target.queueId}:${target.valueTypeId}`));
  return {
    total: all.length,
    understood: understood.length,
    foreignLines: foreignLines(map).filter(({ reason }) => reason !== 'comment' && reason !== 'section')
      .length,
  };
}

function scriptState(read: XlinkFolder, map: MapDocument): AdoptReport['scripts'] {
  const named = new Map(
    mappings(map).flatMap(({ script }) => (script ? [[script.number, script.fileName]] : [])),
  );
  const names = (numbers: readonly number[]) =>
    [...numbers]
      .sort((a, b) => a - b)
      .map((number) => read.scripts.get(number)?.name ?? String(named.get(number)));
  const used = [...named.keys()].filter((number) => read.scripts.has(number));
  return {
    present: read.scripts.size,
    missing: names([...named.keys()].filter((number) => !read.scripts.has(number))),
    invalid: names(
      used.filter((number) => !compileScenario(decodeScript(read.scripts.get(number)!.content).text).program),
    ),
    unused: names([...read.scripts.keys()].filter((number) => !named.has(number))),
  };
}
