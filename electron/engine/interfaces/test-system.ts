import type { OdbcTestReport } from '#shared/contract/odbc.ts';
import { previousDay, today } from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import type { Home } from '../home/home.ts';
import { sourceWithLogin } from '../home/system-edit.ts';
import {
  type ExternalSystem,
  externalSystem,
  externalSystems,
  readSystemSection,
  systemConnection,
} from '../home/systems.ts';
import type { SourceLogin } from '../odbc/connectionString.ts';
import { type OdbcTestOptions, testOdbc, type UnaskedQuestion } from '../odbc/test.ts';
import { testQuestions } from './test-questions.ts';

type Questions = NonNullable<OdbcTestOptions['questions']>;

const testDeadlineMs = 30_000;

/** What is to be tested: what stands in the dialog, which need not be saved yet. */
export interface TypedConnection {
  readonly name?: string | undefined;
  readonly source: string;
  readonly user: string;
  readonly password?: string | undefined;
}

/** Tests what the dialog holds; a password that was not typed is the stored one. */
export async function testTyped(
  home: Home,
  typed: TypedConnection,
  signal?: AbortSignal,
): Promise<OdbcTestReport> {
  const system = typed.name === undefined ? undefined : await knownSystem(home, typed.name);
  const stored = system?.section ? await systemConnection(home, system).catch(() => undefined) : undefined;
  const password = typed.password ?? stored?.password;
  const login = {
    source: sourceWithLogin(typed.source, stored?.source, typed.password),
    ...(typed.user === '' ? {} : { user: typed.user }),
    ...(password === undefined || password === '' ? {} : { password }),
  };
  return runTest(login, system, signal);
}

/**
 * Tests a system as it is configured.
 * @throws XlinkError `SYSTEM_UNKNOWN`, `SYSTEM_NOT_CONFIGURED`, `SYSTEM_NO_SOURCE`, `PASSWORD_ENCODED`
 */
export async function testSystem(home: Home, name: string, signal?: AbortSignal): Promise<OdbcTestReport> {
  const system = await externalSystem(home, name);
  return runTest(await systemConnection(home, system), system, signal);
}

function runTest(
  login: SourceLogin,
  system: ExternalSystem | undefined,
  signal: AbortSignal | undefined,
): Promise<OdbcTestReport> {
  return testOdbc(login, {
    deadlineMs: testDeadlineMs,
    signal,
    questions: system?.section ? questionsOf(system) : () => [],
  });
}

function questionsOf(system: ExternalSystem): Questions {
  const { sources, agents, findings } = readSystemSection(system, system);
  const zone = zoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const yesterday = previousDay(today(zone, Math.floor(Date.now() / 1000)));
  const wrong = findings.find(({ severity }) => severity === 'error');
  const unasked: UnaskedQuestion[] =
    sources.length === 0 && system.phoneLink && wrong
      ? (['first-rows', 'yesterday'] as const).map((step) => ({ step, subject: '', reason: wrong }))
      : [];
  return (product) => [...testQuestions({ product, sources, agents, yesterday, zone }), ...unasked];
}

async function knownSystem(home: Home, name: string): Promise<ExternalSystem | undefined> {
  const all = await externalSystems(home);
  return all.find((system) => system.name.toLowerCase() === name.toLowerCase());
}
