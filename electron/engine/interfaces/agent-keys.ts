import type { SystemSection } from '../home/settings.ts';
import type { AgentSource } from './agent-source.ts';
import type { Report, ZoneForm } from './section-reading.ts';

/** Reads the keys of a section that say where the agents' activities are; undefined when it cannot be read. */
export function readAgentKeys(
  _section: SystemSection,
  _report: Report,
  _zoneForm: ZoneForm,
): AgentSource | undefined {
  return undefined;
}
