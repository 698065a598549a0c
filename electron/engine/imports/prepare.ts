import { mappings, parseSource } from '#shared/domain/mapping/document.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { readMap, sourceVocabulary } from '../home/mapping.ts';
import { mappingScenario, scenarioFiles } from '../home/scenarios.ts';
import { callSources, type ExternalSystem, externalSystems, systemConnection } from '../home/systems.ts';
import type { CallSource } from '../interfaces/call-source.ts';
import { connectionStringOf } from '../odbc/connectionString.ts';
import { type ImportPlan, type MappingInput, planImport } from './plan.ts';
import type { ProblemReport } from './problems.ts';

/** A plan with the connection strings it needs; those stay in the engine. */
export interface PreparedImport extends ImportPlan {
  readonly connectionStrings: ReadonlyMap<string, string>;
}

/**
 * Reads the home as it is now and plans the import of call data for the chosen systems. With `everything`,
 * mappings of systems that do not exist are reported too.
 */
export async function prepareImport(
  home: Home,
  chosen: readonly ExternalSystem[],
  everything: boolean,
): Promise<PreparedImport> {
  const systems = await externalSystems(home);
  const sources = new Map<string, readonly CallSource[]>();
  const connectionStrings = new Map<string, string>();
  const problems: ProblemReport[] = [];
  const chosenNames = new Set(chosen.map((system) => system.name));
  for (const system of systems) {
    try {
      const ofSystem = callSources(system);
      connectionStrings.set(system.name, connectionStringOf(await systemConnection(home, system)));
      sources.set(system.name, ofSystem);
    } catch (error) {
      const { code, message, details } = errorShape(error);
      if (chosenNames.has(system.name)) problems.push({ code, message, system: system.name, details });
    }
  }
  const inputs = await mappingInputs(home, systems);
  const plan = planImport(inputs, sources, chosenNames, everything);
  if (plan.parts.length === 0 && plan.problems.length === 0 && problems.length === 0) {
    problems.push({
      code: 'NOTHING_MAPPED',
      message: `Nothing of ${[...chosenNames].join(', ')} is mapped to an active WFM queue. Map external value types first.`,
      details: { systems: [...chosenNames] },
    });
  }
  return { parts: plan.parts, problems: [...problems, ...plan.problems], connectionStrings };
}

async function mappingInputs(home: Home, systems: readonly ExternalSystem[]): Promise<MappingInput[]> {
  const directory = await home.store.directory();
  const queues = new Map(directory.queues.map((queue) => [queue.id, queue]));
  const valueTypes = new Map(directory.valueTypes.map((type) => [type.id, type]));
  const vocabulary = sourceVocabulary(systems);
  const mapped = mappings(await readMap(home)).filter((mapping) => mapping.entries.length > 0);
  const files = await scenarioFiles(home.paths);
  return Promise.all(
    mapped.map(async ({ target, entries, script }): Promise<MappingInput> => {
      const queue = queues.get(target.queueId);
      const valueType = valueTypes.get(target.valueTypeId);
      return {
        ...target,
        ...(queue ? { queue } : {}),
        ...(valueType ? { valueType } : {}),
        sources: entries.map(({ source }) => {
          const parsed = parseSource(source, vocabulary);
          return 'code' in parsed ? { text: source, problem: parsed } : { text: source, ...parsed };
        }),
        ...(script ? { script: script.fileName } : {}),
        scenario: await mappingScenario(home.paths, script, entries.length, files),
      };
    }),
  );
}
