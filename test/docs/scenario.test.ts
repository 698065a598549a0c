import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scenarioFunctions } from '#shared/domain/scenario/index.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/operators-guide.md'), 'utf8');

it('the operator’s guide lists every function of the scenario language with its line', () => {
  const rows = scenarioFunctions().map(({ signature, help }) => `| \`${signature}\` | ${help.message} |`);
  expect(rows.filter((row) => !guide.includes(row))).toEqual([]);
});
