import { expect } from 'vitest';
import { checkHome } from '#engine/check/check-home.ts';
import { readExternalTree } from '#engine/interfaces/external-tree.ts';
import { testSystem } from '#engine/interfaces/test-system.ts';
import type { Finding } from '#shared/contract/check.ts';
import type { RunProgress } from '#shared/contract/imports.ts';
import type { OdbcTestReport } from '#shared/contract/odbc.ts';
import type { ExternalTree } from '#shared/contract/tree.ts';
import { map, section, settings } from '../acd.ts';
import { homeWith, importMadeUp, storedValues } from '../home.ts';

/** An external system of a standard interface, every value type of every queue mapped as it is. */
export interface StandardCentre {
  /** Folder under `resources/interfaces`. */
  readonly interface: string;
  readonly connectionString: string;
  readonly keys?: Readonly<Record<string, string>>;
  /** External queues as they stand in the map, `Sales` or `1:VDN:Sales`. */
  readonly queues: readonly string[];
  readonly valueTypes: readonly string[];
  /** Of the WFM queues. */
  readonly timeZone: string;
  readonly intervalMinutes: 15 | 30 | 60;
  readonly days: { readonly from: string; readonly to: string };
}

/** Figures by external queue, value type and start: `{ Sales: { offered: { '2026-03-29T00:00:00Z': 3 } } }`. */
export type Figures = Record<string, Record<string, Record<string, number>>>;

/** Imports the days and gives the run with all that is stored after it. */
export async function importedFigures(
  centre: StandardCentre,
): Promise<{ run: RunProgress; figures: Figures }> {
  const { queues, valueTypes, timeZone, intervalMinutes } = centre;
  const home = await homeWith({
    ...files(centre),
    mapping: map(
      ...queues.flatMap((queue, queueAt) =>
        valueTypes.map((type, typeAt) => `0:${queueAt + 1}:${typeAt + 1}=ACD:${queue}:${type}`),
      ),
    ),
    wfm: {
      queues: queues.map((name, index) => ({ id: index + 1, name, timeZone, intervalMinutes })),
      valueTypes: valueTypes.map((name, index) => ({ id: index + 1, name })),
      externalSystems: files(centre).wfm.externalSystems,
    },
  });
  const run = await importMadeUp(home, centre.days);
  const figures: Figures = {};
  for (const [queueAt, queue] of queues.entries()) {
    for (const [typeAt, type] of valueTypes.entries()) {
      const values = await storedValues(home, queueAt + 1, typeAt + 1);
      for (const [start, value] of Object.entries(values)) setFigure(figures, queue, type, start, value);
    }
  }
  return { run, figures };
}

/** The system's tree as the console and `xlink tree` show it. */
export async function treeOf(
  centre: Pick<StandardCentre, 'interface' | 'connectionString' | 'keys'>,
): Promise<ExternalTree> {
  return readExternalTree(await homeWith(files(centre)), 'ACD');
}

/** Of the only kind of queues, as they stand in the map. */
export async function queuesInTree(centre: Parameters<typeof treeOf>[0]): Promise<string[]> {
  const { kinds } = await treeOf(centre);
  return kinds[0]?.queues.map((path) => path.join(':')) ?? [];
}

function files(
  { interface: id, connectionString, keys }: Parameters<typeof treeOf>[0],
  streams = { phoneLink: true, timeLink: false },
) {
  return {
    settings: settings(section('ACD', { Source: connectionString, ...keys })),
    mapping: '',
    wfm: {
      queues: [],
      valueTypes: [],
      externalSystems: [{ name: 'ACD', interface: id, ...streams }],
    },
  };
}

/** What the check has against the system's section once the database was asked as well, and the steps of *Test ODBC* that failed. */
export async function objections(
  centre: Parameters<typeof treeOf>[0],
  streams = { phoneLink: true, timeLink: true },
): Promise<{ findings: Finding[]; steps: OdbcTestReport['steps'] }> {
  const home = await homeWith(files(centre, streams));
  const findings = await checkHome(home, { databases: true });
  const { steps } = await testSystem(home, 'ACD');
  return {
    // The connection strings of the test servers hold their passwords.
    findings: findings.filter(({ code }) => code !== 'PASSWORD_IN_INI'),
    steps: steps.filter(({ outcome }) => outcome === 'failed'),
  };
}

/** One row a queue and interval, as a test's own SQL computes it: start in UTC, queue, then a column a value type. */
export type RecomputedRow = Readonly<Record<string, unknown>> & {
  readonly start: string;
  readonly queue: string;
};

/** Rows in the shape of {@link importedFigures}; null is no figure. */
export function recomputedFigures(rows: readonly RecomputedRow[], valueTypes: readonly string[]): Figures {
  const figures: Figures = {};
  for (const row of rows) {
    for (const type of valueTypes) {
      const value = row[type];
      if (value !== null) setFigure(figures, row.queue, type, row.start, Number(value));
    }
  }
  return figures;
}

function setFigure(figures: Figures, queue: string, type: string, start: string, value: number): void {
  const ofQueue = figures[queue] ?? {};
  figures[queue] = ofQueue;
  ofQueue[type] = { ...ofQueue[type], [start]: value };
}

/** Every stored value is the recomputed one and none is missing; nothing is compared with nothing. */
export function expectFigures(imported: Figures, recomputed: Figures): void {
  expect(Object.keys(recomputed).length, 'queues with figures in the recomputation').toBeGreaterThan(0);
  expect(imported).toEqual(recomputed);
}
