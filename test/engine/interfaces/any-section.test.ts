import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemNames, systemSection } from '#engine/home/settings.ts';
import { dayGrid } from '#engine/imports/day-grid.ts';
import { selectColumns } from '#engine/imports/statement-columns.ts';
import { agentStatement } from '#engine/interfaces/agent-statement.ts';
import { callStatement } from '#engine/interfaces/call-statement.ts';
import { standardDefinitions } from '#engine/interfaces/definitions.ts';
import { readSection } from '#engine/interfaces/read-section.ts';
import { parseIni } from '#shared/domain/ini/document.ts';
import type { Day } from '#shared/domain/time/day.ts';
import { realFiles } from '../../shared/domain/ini/real.ts';

const text = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes);
const lines = [
  ...new Set([
    ...realFiles.flatMap((file) => text(file).split(/\r\n|\r|\n/)),
    ...standardDefinitions().flatMap(({ keys }) =>
      keys.map(({ key, example, default: usual }) => `${key}=${example ?? usual ?? ''}`),
    ),
  ]),
];

/** Lines of real files, and of all that the interfaces ask for, in any order, some with other values, under one or two sections. */
const anyFile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...lines),
      fc
        .tuple(
          fc.constantFrom(...lines.filter((line) => line.includes('='))),
          fc.oneof(
            fc.constantFrom('', '0', '1', '2', '3', '-1', 'x', ';', '"', '(', "''", 'a;b;c', 'COUNT', 'yyyy'),
            fc.string({ unit: fc.constantFrom(...' =;[]()"\'aB1é'), maxLength: 12 }),
          ),
        )
        .map(([line, value]) => `${line.split('=')[0]}=${value}`),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((chosen) => ['[ACD]', ...chosen].join('\r\n'));

describe('a section of any text', () => {
  it('is read by every interface without a crash: into statements, or findings that say why not', () => {
    const grids = [dayGrid('Europe/Paris', 15, '2026-03-29' as Day)];
    let read = 0;
    fc.assert(
      fc.property(
        anyFile,
        fc.constantFrom(...standardDefinitions()),
        fc.boolean(),
        (file, definition, isWhole) => {
          // Of two keys the first one counts: the examples fill in what the lines leave out.
          const behind = isWhole ? definition.keys.map(({ key, example = '' }) => `${key}=${example}`) : [];
          const document = parseIni(new TextEncoder().encode([file, ...behind].join('\n')));
          for (const name of systemNames(document)) {
            const section = systemSection(document, name)!;
            const reading = readSection(section, definition, { phoneLink: true, timeLink: true });
            const { sources, agents, findings } = reading;
            for (const finding of findings) expect(finding.message.length).toBeGreaterThan(10);
            const errors = findings.filter(({ severity }) => severity === 'error');
            if (sources.length === 0 || !agents) expect(errors.length).toBeGreaterThan(0);
            for (const source of sources) {
              const numericKeys = source.queueKey.map(({ type }) => type === 'number');
              const { sql, parameters } = callStatement({
                source,
                product: 'sqlserver',
                columns: selectColumns(source.valueTypes).columns,
                keys: [numericKeys.map(() => '7')],
                numericKeys,
                grids,
              });
              expect(sql).toContain('GROUP BY');
              expect(parameters.every((value) => value !== undefined)).toBe(true);
            }
            if (agents) {
              const { sql } = agentStatement({ source: agents, product: 'oracle', windows: grids });
              expect(sql).toContain(agents.table);
            }
            read += 1;
          }
        },
      ),
      { numRuns: 3_000 },
    );
    expect(read).toBeGreaterThanOrEqual(3_000);
  });
});
