import type { Finding } from '#shared/contract/check.ts';
import {
  type ForeignMapLine,
  foreignLines,
  type Mapping,
  mappings,
  parseSource,
} from '#shared/domain/mapping/document.ts';
import { compileScenario } from '#shared/domain/scenario/index.ts';
import type { Home } from '../home/home.ts';
import { readMap, sourceVocabulary } from '../home/mapping.ts';
import { readScenario } from '../home/scenarios.ts';
import { passwordInSection, readSettings } from '../home/settings.ts';
import { type ExternalSystem, externalSystems, readSystemSection } from '../home/systems.ts';
import { sourceProblem } from '../imports/plan.ts';
import { hasPassword } from '../odbc/connectionString.ts';

const settingsFile = 'isps_ul.ini';
const mappingFile = 'acd_map.ini';

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

/** Reads ini, map and scripts of a home and says what is wrong, with file and line. Asks no database. */
export async function checkHome(home: Home): Promise<Finding[]> {
  const settings = await readSettings(home.paths);
  const systems = await externalSystems(home, settings);
  const findings: Finding[] = [];
  if (settings.revision === 'absent') {
    findings.push({
      severity: 'warning',
      code: 'SETTINGS_MISSING',
      message:
        'There is no isps_ul.ini yet. Add an external system in Settings > External systems, or copy the file here.',
      file: settingsFile,
    });
  }
  for (const system of systems) findings.push(...checkSystem(system));
  findings.push(...(await checkMappings(home, systems)));
  return findings;
}

function checkSystem(system: ExternalSystem): Finding[] {
  const place = { file: settingsFile, system: system.name };
  const { section } = system;
  if (!section) {
    return [
      {
        ...place,
        severity: 'warning',
        code: 'SYSTEM_NOT_CONFIGURED',
        message: `WFM knows the system "${system.name}", isps_ul.ini has no section for it. Configure it, or remove it.`,
      },
    ];
  }
  const findings: Finding[] = [];
  if (section.value('Source') === undefined) {
    findings.push({
      ...place,
      severity: 'error',
      code: 'SYSTEM_NO_SOURCE',
      message: `Source is missing in section [${system.name}]: name a data source or a connection string.`,
      key: 'Source',
    });
  }
  for (const finding of readSystemSection(system, system).findings) findings.push({ ...place, ...finding });
  const inSource = hasPassword(section.value('Source') ?? '') ? { key: 'Source' } : undefined;
  const password = passwordInSection(section) ?? inSource;
  if (password) {
    const line = section.line(password.key);
    findings.push({
      ...place,
      severity: 'warning',
      code: 'PASSWORD_IN_INI',
      message: `The password of "${system.name}" stands in isps_ul.ini. Enter it in Configuration…: it is then stored encrypted and leaves the file.`,
      key: password.key,
      ...(line === undefined ? {} : { line }),
    });
  }
  return findings;
}

async function checkMappings(home: Home, systems: readonly ExternalSystem[]): Promise<Finding[]> {
  const document = await readMap(home);
  const { queues, valueTypes } = await home.store.directory();
  const queueNames = new Map(queues.map((queue) => [queue.id, queue.name]));
  const typeNames = new Map(valueTypes.map((type) => [type.id, type.name]));
  const vocabulary = sourceVocabulary(systems);
  // A section with errors of its own is reported once, not once per mapping.
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
  for (const mapping of mappings(document)) {
    const { queueId, valueTypeId } = mapping.target;
    const first = mapping.entries[0]?.line ?? mapping.script?.line;
    const place = {
      file: mappingFile,
      queueId,
      valueTypeId,
      ...(first === undefined ? {} : { line: first }),
    };
    if (!queueNames.has(queueId)) {
      findings.push({
        ...place,
        severity: 'error',
        code: 'MAPPING_TARGET_UNKNOWN',
        message: `WFM has no queue ${queueId}. Load it with "xlink wfm load", or remove the lines.`,
        details: { variant: 'queue' },
      });
    }
    if (!typeNames.has(valueTypeId)) {
      findings.push({
        ...place,
        severity: 'error',
        code: 'MAPPING_TARGET_UNKNOWN',
        message: `WFM has no value type ${valueTypeId}. Load it with "xlink wfm load", or remove the lines.`,
        details: { variant: 'value-type' },
      });
    }
    for (const entry of mapping.entries) {
      const parsed = parseSource(entry.source, vocabulary);
      if ('system' in parsed && sources.get(parsed.system)?.length === 0) continue;
      const problem = 'code' in parsed ? parsed : sourceProblem({ text: entry.source, ...parsed }, sources);
      if (problem !== undefined) {
        findings.push({
          ...place,
          severity: 'error',
          code: 'MAPPING_SOURCE_UNKNOWN',
          message: `"${entry.source}" cannot be read: ${problem.message}`,
          details: { source: entry.source, problem },
          line: entry.line,
        });
      }
    }
    findings.push(...(await checkScript(home, mapping)));
  }
  return findings;
}

async function checkScript(home: Home, mapping: Mapping): Promise<Finding[]> {
  const { script, target, entries } = mapping;
  if (!script) {
    return [
      {
        severity: 'hint',
        code: 'SCENARIO_ABSENT',
        message: 'The mapping has no script: the sum of its sources is imported.',
        file: mappingFile,
        ...(entries[0] ? { line: entries[0].line } : {}),
        ...target,
      },
    ];
  }
  if (entries.length === 0) {
    return [
      {
        severity: 'warning',
        code: 'MAPPING_WITHOUT_SOURCE',
        message: `${script.fileName} belongs to a value type to which nothing is mapped: nothing is imported. Map a source, or remove the line.`,
        details: { script: script.fileName },
        file: mappingFile,
        line: script.line,
        ...target,
      },
    ];
  }
  const text = await readScenario(home.paths, script.number);
  if (text === undefined) {
    return [
      {
        severity: 'error',
        code: 'SCENARIO_MISSING',
        message: `${script.fileName} does not exist. Create the scenario again, or remove the line.`,
        details: { script: script.fileName },
        file: mappingFile,
        line: script.line,
        ...target,
      },
    ];
  }
  const place = { file: script.fileName, ...target };
  const { program, findings } = compileScenario(text);
  const result: Finding[] = findings.map(({ severity, code, message, details, line, column }) => ({
    ...place,
    severity,
    code,
    message,
    ...(details === undefined ? {} : { details }),
    line,
    column,
  }));
  if (program && program.paraCount > entries.length) {
    result.push({
      ...place,
      severity: 'error',
      code: 'SCENARIO_PARA_MISSING',
      message: `${script.fileName} uses Para${program.paraCount}, but ${entries.length} source${entries.length === 1 ? ' is' : 's are'} mapped. Map one more or change the script.`,
      details: { script: script.fileName, para: program.paraCount, sources: entries.length },
    });
  }
  const unused = entries
    .map((_, index) => index + 1)
    .filter((para) => program && !program.paras.includes(para));
  if (unused.length > 0) {
    result.push({
      ...place,
      severity: 'warning',
      code: 'SCENARIO_PARA_UNUSED',
      message: `${script.fileName} does not use ${unused.map((para) => `Para${para}`).join(', ')}, which ${unused.length === 1 ? 'is' : 'are'} mapped.`,
      details: { script: script.fileName, paras: unused.map((para) => `Para${para}`) },
    });
  }
  return result;
}
