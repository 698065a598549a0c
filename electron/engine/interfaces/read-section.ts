import { unquote } from '#shared/domain/ini/values.ts';
import type { SystemSection } from '../home/settings.ts';
import { readAgentKeys } from './agent-keys.ts';
import type { StandardDefinition } from './definition-schema.ts';
import { fillTemplate, withDefaults } from './definition-template.ts';
import { type SectionReading, sectionReport } from './section-reading.ts';
import { readStandardSection } from './standard.ts';
import { readUniversalSection } from './universal.ts';

/** Which streams of a system are read; keys of the others are nobody's concern. */
export interface Streams {
  readonly phoneLink: boolean;
  readonly timeLink: boolean;
}

/** Reads a section by the rules of its interface. */
export function readSection(
  written: SystemSection,
  definition: StandardDefinition,
  streams: Streams,
): SectionReading {
  const section = withDefaults(written, definition);
  const { calls } = definition;
  const { sources, findings } = !streams.phoneLink
    ? { sources: [], findings: [] }
    : calls
      ? readStandardSection(section, { ...definition, calls })
      : readUniversalSection(section, definition.zoneForm);
  if (!streams.timeLink) return { sources, findings };
  const read = readAgents(section, definition);
  return {
    sources,
    ...(read.agents ? { agents: read.agents } : {}),
    // Keys that both streams read are told of once.
    findings: [
      ...findings,
      ...read.findings.filter(({ code, key }) =>
        findings.every((found) => found.code !== code || found.key !== key),
      ),
    ],
  };
}

function readAgents(
  section: SystemSection,
  definition: StandardDefinition,
): Pick<SectionReading, 'agents' | 'findings'> {
  const { findings, report } = sectionReport(section);
  const agents = readAgentKeys(agentSection(section, definition, report), report, definition.zoneForm);
  return { ...(agents ? { agents } : {}), findings };
}

/** What the interface knows itself stands in front of what the section says. */
function agentSection(
  section: SystemSection,
  { agents }: StandardDefinition,
  report: Parameters<typeof fillTemplate>[2],
): SystemSection {
  if (!agents) return section;
  const own = new Map<string, string>();
  for (const [key, template] of Object.entries(agents)) {
    const value = [fillTemplate(template, section, report)].flat().join('\n');
    if (value !== '') own.set(key.toLowerCase(), inQuotes(value));
  }
  const written = (key: string) => own.get(key.toLowerCase()) ?? section.written(key);
  return {
    name: section.name,
    written,
    value(key) {
      const text = written(key);
      return text === undefined ? undefined : unquote(text);
    },
    line: (key) => section.line(key),
  };
}

/** The readers of keys strip one outer pair of quotes; what a definition says is meant as it stands. */
function inQuotes(value: string): string {
  return unquote(value) === value ? value : `"${value}"`;
}
