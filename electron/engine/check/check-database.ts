import type { Finding } from '#shared/contract/check.ts';
import { type MappingTarget, mappings, parseSource } from '#shared/domain/mapping/document.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { readMap, sourceVocabulary } from '../home/mapping.ts';
import { type ExternalSystem, readSystemSection, systemConnection } from '../home/systems.ts';
import { type CallSource, sourceId } from '../interfaces/call-source.ts';
import { connectTimeoutMs } from '../interfaces/external-tree.ts';
import { levelsError } from '../interfaces/queue-levels.ts';
import { canonicalPath, queueKeyText, sourceOfPath } from '../interfaces/queue-path.ts';
import { queuesByPath, readExternalQueues } from '../interfaces/read-tree.ts';
import { openConnection } from '../odbc/connection.ts';
import { connectionStringOf } from '../odbc/connectionString.ts';
import { askStatements } from './ask-statements.ts';
import { agentQuestions, askTable, callQuestions } from './ask-table.ts';
import { mappingFile, settingsFile } from './files.ts';

/** One system may take as long, whatever its database does. */
const systemTimeoutMs = 30_000;

/** Says where a finding stands, in the section of the system that is asked. */
export type Placed = (
  finding: Pick<Finding, 'code' | 'message'> & Partial<Omit<Finding, 'file' | 'system' | 'line'>>,
) => Finding;

/** Asks the database of each system whether it takes the statements and has the tables and columns. */
export async function checkDatabases(
  home: Home,
  systems: readonly ExternalSystem[],
  signal?: AbortSignal,
): Promise<Finding[]> {
  const mapped = await mappedSources(home, systems);
  const all = await Promise.all(
    systems.map(async (system) => {
      const placed = placedIn(system);
      if (system.section?.value('Source') === undefined) return [];
      const deadline = AbortSignal.timeout(systemTimeoutMs);
      const within = signal ? AbortSignal.any([deadline, signal]) : deadline;
      try {
        return await checkDatabase(home, system, mapped.get(system.name) ?? [], placed, within);
      } catch (error) {
        signal?.throwIfAborted();
        const { code, message, details } = errorShape(error);
        return [placed({ severity: 'error', code, message, details, key: 'Source' })];
      }
    }),
  );
  return all.flat();
}

function placedIn({ name, section }: ExternalSystem): Placed {
  return ({ severity = 'error', ...finding }) => {
    const line = finding.key === undefined ? undefined : section?.line(finding.key);
    return {
      ...finding,
      severity,
      file: settingsFile,
      system: name,
      ...(line === undefined ? {} : { line }),
    };
  };
}

async function checkDatabase(
  home: Home,
  system: ExternalSystem,
  mapped: readonly MappedSource[],
  placed: Placed,
  signal: AbortSignal,
): Promise<Finding[]> {
  const { sources, agents } = readSystemSection(system, system);
  const connection = await openConnection(connectionStringOf(await systemConnection(home, system)), {
    connectTimeoutMs,
    signal,
  });
  try {
    const findings: Finding[] = [];
    const listed = new Map<string, ReadonlyMap<string, unknown>>();
    for (const source of sources) {
      const refused = await askStatements(connection, source, placed, signal);
      findings.push(...refused, ...(await askTable(connection, callQuestions(source), placed, signal)));
      if (refused.some(({ severity }) => severity === 'error')) continue;
      const queues = await readExternalQueues(connection, source, signal);
      const odd = queues.find(({ key }) => key.length !== source.queueKey.length);
      if (odd) {
        const { code, message, details } = levelsError(source, odd.key.length);
        findings.push(placed({ code, message, details, key: 'QueueNameColumn' }));
      }
      listed.set(sourceId(source), queuesByPath(queues));
    }
    if (agents) findings.push(...(await askTable(connection, agentQuestions(agents), placed, signal)));
    findings.push(...missingQueues(mapped, sources, listed, system));
    return findings;
  } finally {
    await connection.close();
  }
}

interface MappedSource extends MappingTarget {
  readonly path: readonly string[];
  readonly line: number;
}

/** By system: what the map reads of it. */
async function mappedSources(
  home: Home,
  systems: readonly ExternalSystem[],
): Promise<ReadonlyMap<string, readonly MappedSource[]>> {
  const vocabulary = sourceVocabulary(systems);
  const bySystem = new Map<string, MappedSource[]>();
  for (const { target, entries } of mappings(await readMap(home))) {
    for (const { source, line } of entries) {
      const parsed = parseSource(source, vocabulary);
      if ('code' in parsed) continue;
      const mapped = { ...target, path: parsed.path, line };
      const found = bySystem.get(parsed.system);
      if (found) found.push(mapped);
      else bySystem.set(parsed.system, [mapped]);
    }
  }
  return bySystem;
}

/** Mapped queues that the source does not list (any more). */
function missingQueues(
  mapped: readonly MappedSource[],
  sources: readonly CallSource[],
  listed: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
  { name }: ExternalSystem,
): Finding[] {
  return mapped.flatMap(({ path, ...place }): Finding[] => {
    const source = sourceOfPath(sources, path);
    const queues = source && listed.get(sourceId(source));
    if (!queues || queues.has(queueKeyText(canonicalPath(source, path)))) return [];
    const externalQueue = path.join(' › ');
    return [
      {
        severity: 'warning',
        code: 'EXTERNAL_QUEUE_MISSING',
        message: `${name} does not list the queue ${externalQueue} (any more). Its figures are read where they exist; check the mapping.`,
        details: { externalQueue },
        file: mappingFile,
        system: name,
        ...place,
      },
    ];
  });
}
