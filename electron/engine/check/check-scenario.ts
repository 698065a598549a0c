import type { Finding } from '#shared/contract/check.ts';
import type { Mapping } from '#shared/domain/mapping/document.ts';
import { compileScenario } from '#shared/domain/scenario/index.ts';
import type { Home } from '../home/home.ts';
import { readScenario } from '../home/scenarios.ts';
import { mappingFile } from './files.ts';

/** Whether the script of a mapping is there, compiles, and takes as many Para values as there are sources. */
export async function checkScript(home: Home, mapping: Mapping): Promise<Finding[]> {
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
