import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemSection } from '#engine/home/settings.ts';
import { stampKinds, valueFunctions } from '#engine/interfaces/call-source.ts';
import { callKindSchema, standardDefinitionSchema } from '#engine/interfaces/definition-schema.ts';
import { readSection } from '#engine/interfaces/read-section.ts';
import { interfaceKeySchema } from '#shared/contract/systems.ts';
import { parseIni } from '#shared/domain/ini/document.ts';

const page = readFileSync(new URL('../../docs/adding-an-acd.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, text]) => JSON.parse(text!) as unknown,
);
const definition = standardDefinitionSchema.strict().parse(examples[0]);

function reading(section: string, streams: { phoneLink: boolean; timeLink: boolean }, of = definition) {
  return readSection(systemSection(parseIni(Buffer.from(`[Acme]\r\n${section}`)), 'Acme')!, of, streams);
}

describe('docs/adding-an-acd.md', () => {
  it('shows a definition that can be read as it stands, whatever is chosen', () => {
    for (const keys of ['', 'Release=4\r\n', "QueueFilter=site = 'Paris'\r\n"]) {
      const { sources, findings } = reading(keys, { phoneLink: true, timeLink: false });
      expect(findings, keys).toEqual([]);
      expect(sources[0]?.intervalMinutes).toBe(15);
      expect(sources[0]?.listing?.sql.includes("AND (site = 'Paris')")).toBe(keys.startsWith('Queue'));
      const hold = sources[0]?.valueTypes.find(({ name }) => name === 'hold_s')?.expression;
      expect(hold).toBe(keys.startsWith('Release') ? 'onhold_ms / 1000' : 'hold_s');
    }
  });

  it('shows values for the agents that can be read', () => {
    const agents = standardDefinitionSchema.shape.agents.parse(examples[1]);
    const { agents: source, findings } = reading(
      'StateTable=states\r\n',
      { phoneLink: false, timeLink: true },
      { ...definition, agents },
    );
    expect(findings).toEqual([]);
    expect(source?.table).toBe('states s JOIN people p ON p.id = s.person');
  });

  it('speaks of every field of a definition', () => {
    const kind = callKindSchema.shape;
    const fields = [
      ...Object.keys(standardDefinitionSchema.shape),
      ...Object.keys(interfaceKeySchema.shape),
      ...Object.keys(kind),
      ...Object.keys(kind.stamp.shape),
      ...Object.keys(kind.key.element.shape),
      ...interfaceKeySchema.shape.kind.options,
      ...stampKinds,
      ...valueFunctions,
      'optional',
      'function',
    ];
    expect(fields.length).toBeGreaterThan(50);
    expect(fields.filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
  });
});
