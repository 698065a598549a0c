import type { Finding } from '#shared/contract/check.ts';
import { type ForeignMapLine, foreignLines, mappings, parseSource } from '#shared/domain/mapping/document.ts';
import { correctParents } from '#shared/domain/mapping/parents.ts';
import { correctsParents } from '../home/correct-parents.ts';
import type { Home } from '../home/home.ts';
import { readMap, sourceVocabulary } from '../home/mapping.ts';
import { readSettings } from '../home/settings.ts';
import { type ExternalSystem, readSystemSection } from '../home/systems.ts';
import { intervalProblem, sourceProblem } from '../imports/plan.ts';
import { sourceOfPath } from '../interfaces/queue-path.ts';
import { checkScript } from './check-scenario.ts';
import { mappingFile } from './files.ts';

/** What is wrong with a line that is no mapping; blank lines, comments and headers are nobody's mistake. */
const foreignReasons: Readonly<Record<ForeignMapLine['reason'], string | undefined>> = {
  blank: undefined,
  comment: undefined,
  section: undefined,
  text: 'it does not begin with <database>:<parent id>:<queue id>:<value type id>=',
  'no-source': 'nothing stands behind the =',
  'script-name': 'a script is named $<number>.BAS',
  'second-script': 'its mapping has a script already, the first one counts',
};

/** Each line of the map, its two ends and its script. */
export async function checkMappings(home: Home, systems: readonly ExternalSystem[]): Promise<Finding[]> {
  const document = await readMap(home);
  const { queues, valueTypes } = await home.store.directory();
  const queueById = new Map(queues.map((queue) => [queue.id, queue]));
  const typeIds = new Set(valueTypes.map((type) => type.id));
  const vocabulary = sourceVocabulary(systems);
  const sources = new Map(
    systems.flatMap((system) => {
      const read = system.section ? readSystemSection(system).sources : undefined;
      return read === undefined ? [] : [[system.name, read] as const];
    }),
  );
  const findings: Finding[] = foreignLines(document)
    .filter((line) => foreignReasons[line.reason] !== undefined)
    .map((line) => ({
      severity: 'warning',
      code: 'MAP_LINE_FOREIGN',
      message: `This line is no mapping and is kept as it is: ${foreignReasons[line.reason]}.`,
      details: { variant: line.reason },
      file: mappingFile,
      line: line.line,
    }));
  // Where the correction is on, the next start makes them right.
  const { moved } = correctsParents((await readSettings(home.paths)).document)
    ? { moved: [] }
    : correctParents(document, (queueId) => queueById.get(queueId)?.parentId);
  for (const { line, target, from, to } of moved) {
    findings.push({
      severity: 'hint',
      code: 'MAP_PARENT_MOVED',
      message: `Queue ${target.queueId} stands under ${to} in WFM, the line says ${from}. It is imported all the same; the old program would lose it. Take AutomaticMappingCorrection=0 out of isps_ul.ini to have such lines corrected.`,
      details: { from, to },
      file: mappingFile,
      line,
      ...target,
    });
  }
  for (const mapping of mappings(document)) {
    const { queueId, valueTypeId } = mapping.target;
    const first = mapping.entries[0]?.line ?? mapping.script?.line;
    const place = {
      file: mappingFile,
      queueId,
      valueTypeId,
      ...(first === undefined ? {} : { line: first }),
    };
    if (!queueById.has(queueId)) {
      findings.push({
        ...place,
        severity: 'error',
        code: 'MAPPING_TARGET_UNKNOWN',
        message: `WFM has no queue ${queueId}. Load it with "xlink wfm load", or remove the lines.`,
        details: { variant: 'queue' },
      });
    }
    if (!typeIds.has(valueTypeId)) {
      findings.push({
        ...place,
        severity: 'error',
        code: 'MAPPING_TARGET_UNKNOWN',
        message: `WFM has no value type ${valueTypeId}. Load it with "xlink wfm load", or remove the lines.`,
        details: { variant: 'value-type' },
      });
    }
    const seen = new Map<string, number>();
    for (const entry of mapping.entries) {
      const at = { ...place, line: entry.line };
      const same = seen.get(entry.source.toLowerCase());
      if (same === undefined) seen.set(entry.source.toLowerCase(), entry.line);
      else {
        findings.push({
          ...at,
          severity: 'warning',
          code: 'MAP_LINE_TWICE',
          message: `"${entry.source}" is mapped a second time (first in line ${same}): with the default scenario it counts twice. Remove one of the lines if that is not meant.`,
          details: { source: entry.source, first: same },
        });
      }
      const parsed = parseSource(entry.source, vocabulary);
      // A section with errors of its own is reported once, not once per mapping.
      if ('system' in parsed && sources.get(parsed.system)?.length === 0) continue;
      const problem = 'code' in parsed ? parsed : sourceProblem({ text: entry.source, ...parsed }, sources);
      if (problem !== undefined) {
        findings.push({
          ...at,
          severity: 'error',
          code: 'MAPPING_SOURCE_UNKNOWN',
          message: `"${entry.source}" cannot be read: ${problem.message}`,
          details: { source: entry.source, problem },
        });
        continue;
      }
      const queue = queueById.get(queueId);
      const source = 'system' in parsed && sourceOfPath(sources.get(parsed.system) ?? [], parsed.path);
      const misfit = queue && source ? intervalProblem(source, queue) : undefined;
      if (misfit) findings.push({ ...at, severity: 'error', ...misfit });
    }
    findings.push(...(await checkScript(home, mapping)));
  }
  return findings;
}
