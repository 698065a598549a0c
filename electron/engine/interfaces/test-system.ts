import type { OdbcTestReport } from '#shared/contract/systems.ts';
import type { Home } from '../home/home.ts';
import { sourceWithLogin } from '../home/system-edit.ts';
import {
  type ExternalSystem,
  externalSystems,
  readSystemSection,
  systemConnection,
} from '../home/systems.ts';
import { testOdbc } from '../odbc/test.ts';

const testDeadlineMs = 20_000;

/** What is to be tested: what stands in the dialog, which need not be saved yet. */
export interface TypedConnection {
  readonly name?: string | undefined;
  readonly source: string;
  readonly user: string;
  readonly password?: string | undefined;
}

/** Tests what the dialog holds; a password that was not typed is the stored one. */
export async function testSystem(home: Home, typed: TypedConnection): Promise<OdbcTestReport> {
  const system = typed.name === undefined ? undefined : await knownSystem(home, typed.name);
  const stored = system?.section ? await systemConnection(home, system).catch(() => undefined) : undefined;
  const password = typed.password ?? stored?.password;
  const sources = system?.section ? readSystemSection(system).sources : [];
  const statements = [
    ...sources.flatMap(({ queueSql }) => (queueSql ? [{ label: 'QueueSQL', sql: queueSql }] : [])),
    ...sources.flatMap(({ queueNameSql }) =>
      queueNameSql ? [{ label: 'QueueMappingSQL', sql: queueNameSql }] : [],
    ),
    ...sources.flatMap(({ kind, listing }) =>
      listing ? [{ label: `queues ${kind}`.trim(), sql: listing.sql }] : [],
    ),
  ];
  return testOdbc(
    {
      source: sourceWithLogin(typed.source, stored?.source, typed.password),
      ...(typed.user === '' ? {} : { user: typed.user }),
      ...(password === undefined || password === '' ? {} : { password }),
    },
    { deadlineMs: testDeadlineMs, statements },
  );
}

async function knownSystem(home: Home, name: string): Promise<ExternalSystem | undefined> {
  const all = await externalSystems(home);
  return all.find((system) => system.name.toLowerCase() === name.toLowerCase());
}
