import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { findTablesHandlers } from '#engine/handlers/find-tables.ts';
import type { Home } from '#engine/home/home.ts';
import { saveSystem } from '#engine/home/system-edit.ts';
import type {
  FoundTables,
  Preview,
  Proposal,
  TableChoices,
  TableDetail,
} from '#shared/contract/find-tables.ts';
import { contract } from '#shared/contract/index.ts';
import { map, section, settings } from '../../../support/acd.ts';
import { homeWith, importCalls, storedValues } from '../../../support/home.ts';

const context = { signal: new AbortController().signal, client: 'test' };

/** A home with a system `ACD` of which nothing but the data source is known. */
export function homeFor(connectionString: string): Promise<Home> {
  return homeWith({
    settings: settings(section('ACD', { Source: connectionString })),
    mapping: '',
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 30 }],
      valueTypes: Array.from({ length: 12 }, (_, index) => ({ id: index + 1, name: `Figure ${index + 1}` })),
      externalSystems: [{ name: 'ACD', interface: 'universal', phoneLink: true, timeLink: false }],
    },
  });
}

export interface Guided {
  readonly list: FoundTables;
  readonly detail: TableDetail;
  readonly proposal: Proposal;
  readonly keys: Readonly<Record<string, string | null>>;
  readonly preview: Preview;
}

/**
 * Goes the way of the dialog on the table that is listed first, or on the one that is named: looks at it, takes what is
 * proposed (as `answer` changes it), looks at the preview, and writes the section.
 */
export async function goThrough(
  home: Home,
  how: { readonly table?: string; readonly answer?: (proposal: Proposal) => TableChoices } = {},
): Promise<Guided> {
  const handlers = findTablesHandlers(home);
  const list = await handlers['findTables.list']({ system: 'ACD' }, context);
  const table =
    how.table === undefined ? list.tables[0]! : list.tables.find(({ name }) => name === how.table)!;
  expect(table, 'the table is listed').toBeDefined();
  const { kind: _, likelihood: __, reasons: ___, ...ref } = table;
  const detail = await handlers['findTables.table']({ system: 'ACD', table: ref }, context);
  const proposal = await handlers['findTables.propose']({ system: 'ACD', table: ref }, context);
  contract['findTables.propose'].output.parse(JSON.parse(JSON.stringify(proposal)));
  const choices = how.answer ? how.answer(proposal) : proposal.choices;
  if (!how.answer) expect(proposal.questions.map(({ message }) => message.message)).toEqual([]);
  const { product } = list;
  const made = await handlers['findTables.keys']({ product, columns: detail.columns, choices }, context);
  expect(made.missing).toEqual([]);
  const keys = Object.fromEntries(made.keys.map(({ key, value }) => [key, value]));
  const preview = await handlers['findTables.preview']({ system: 'ACD', keys }, context);
  contract['findTables.preview'].output.parse(JSON.parse(JSON.stringify(preview)));
  await saveSystem(home, 'ACD', undefined, { kind: 'keys', keys });
  return { list, detail, proposal, keys, preview };
}

/** Maps the figures of a queue and imports a day; the values by value type, as `{ '08:00': 12 }`. */
export async function importedDay(
  home: Home,
  queue: string,
  valueTypes: readonly string[],
  day: string,
): Promise<Record<string, number>[]> {
  const lines = valueTypes.map((name, index) => `0:1:${index + 1}=ACD:${queue}:${name}`);
  await writeFile(path.join(home.paths.folder, 'acd_map.ini'), map(...lines));
  const run = await importCalls(home, { from: day, to: day });
  expect(run.problems).toEqual([]);
  const all: Record<string, number>[] = [];
  for (const index of valueTypes.keys()) {
    const values = await storedValues(home, 1, index + 1);
    all.push(
      Object.fromEntries(
        Object.entries(values)
          .filter(([at]) => at.startsWith(day))
          .map(([at, value]) => [at.slice(11, 16), value]),
      ),
    );
  }
  return all;
}
