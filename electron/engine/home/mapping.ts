import type { MappingView } from '#shared/contract/mapping.ts';
import {
  type MapDocument,
  type Mapping,
  mappings,
  parseMap,
  parseSource,
} from '#shared/domain/mapping/document.ts';
import { compileScenario, defaultScenario } from '#shared/domain/scenario/index.ts';
import type { Home } from './home.ts';
import { readHomeFile } from './home-file.ts';
import { readScenario, scenarioFiles } from './scenarios.ts';
import { type ExternalSystem, externalSystems, readSystemSection } from './systems.ts';

export async function readMap(home: Home): Promise<MapDocument> {
  return parseMap((await readHomeFile(home.paths.mapping)).bytes);
}

/** What the map's right sides are understood with: systems and, where their sections can be read, value types. */
export function sourceVocabulary(
  systems: readonly ExternalSystem[],
): { name: string; valueTypes?: string[] }[] {
  return systems.map((system) => {
    const sources = system.section ? readSystemSection(system).sources : [];
    const valueTypes = sources.flatMap((source) => source.valueTypes.map((type) => type.name));
    return sources.length > 0 ? { name: system.name, valueTypes } : { name: system.name };
  });
}

/** The mappings as a console shows them: sources understood where they can be, state of each script. */
export async function mappingViews(home: Home): Promise<MappingView[]> {
  const vocabulary = sourceVocabulary(await externalSystems(home));
  const found = mappings(await readMap(home));
  const files = await scenarioFiles(home.paths);
  return Promise.all(
    found.map(async (mapping): Promise<MappingView> => {
      const scenario = await scenarioState(home, mapping, files);
      return {
        queueId: mapping.target.queueId,
        valueTypeId: mapping.target.valueTypeId,
        entries: mapping.entries.map(({ source }) => {
          const parsed = parseSource(source, vocabulary);
          return 'code' in parsed
            ? { source, problem: parsed }
            : { source, ...parsed, path: [...parsed.path] };
        }),
        ...(scenario === undefined ? {} : { scenario }),
      };
    }),
  );
}

async function scenarioState(
  home: Home,
  mapping: Mapping,
  files: ReadonlyMap<number, string>,
): Promise<MappingView['scenario']> {
  if (!mapping.script) return undefined;
  const { number, fileName } = mapping.script;
  const text = await readScenario(home.paths, number, files);
  if (text === undefined) return { number, fileName, state: 'missing' };
  if (sameScript(text, defaultScenario(mapping.entries.length)))
    return { number, fileName, state: 'default' };
  return { number, fileName, state: compiles(text) ? 'changed' : 'invalid' };
}

const compiled = new Map<string, boolean>();
const keptAnswers = 5_000;

/** A home has hundreds of scripts that are the same, and most stay as they are between two questions. */
function compiles(text: string): boolean {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const answer = compileScenario(text).program !== undefined;
  if (compiled.size >= keptAnswers) compiled.clear();
  compiled.set(text, answer);
  return answer;
}

function sameScript(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').trimEnd();
  return plain(a) === plain(b);
}
