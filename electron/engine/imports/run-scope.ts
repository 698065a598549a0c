import { XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { type ExternalSystem, externalSystem, externalSystems } from '../home/systems.ts';
import type { Run } from '../wfm/store.ts';
import { type PreparedImport, prepareImport } from './prepare.ts';
import type { ProblemReport } from './problems.ts';

/** What an import is for. */
export interface RunScope {
  /** The mappings they feed are imported, whichever system those belong to. */
  readonly chosen: readonly ExternalSystem[];
  /** Nobody chose: all there are. */
  readonly everything: boolean;
  readonly prepared: PreparedImport;
}

/**
 * What a new import is for. No names: every system set up for PhoneLink. Throws `SYSTEM_UNKNOWN`, `NO_SYSTEM`.
 */
export async function chosenSystems(
  home: Home,
  names: readonly string[] | undefined,
): Promise<Pick<RunScope, 'chosen' | 'everything'>> {
  if (names !== undefined && names.length > 0) {
    const chosen = await Promise.all(names.map((name) => externalSystem(home, name)));
    return {
      chosen: [...new Map(chosen.map((system) => [system.name, system])).values()],
      everything: false,
    };
  }
  const chosen = (await externalSystems(home)).filter((system) => system.phoneLink && system.section);
  if (chosen.length > 0) return { chosen, everything: true };
  throw new XlinkError(
    'NO_SYSTEM',
    'There is no external system to import from. Add one in Settings > External systems, or write its section into isps_ul.ini.',
  );
}

/**
 * The systems whose days the run goes through: the first source of each mapping says whose it is, so a chosen
 * system that only adds to mappings of another is covered by that one's days.
 */
export function runSystems(
  chosen: readonly ExternalSystem[],
  { parts }: Pick<PreparedImport, 'parts'>,
): string[] {
  const owners = parts.map((part) => part.system);
  const covered = new Set(parts.flatMap((part) => part.needs.map((needs) => needs.source.system)));
  const rest = chosen.map((system) => system.name).filter((name) => !covered.has(name));
  return [...owners, ...rest];
}

/**
 * What the rest of a run is for: what it was for when it began, by the mappings, scripts and sections of now. What cannot be
 * done any more as it was asked for is among the problems. Throws `SYSTEM_UNKNOWN` when none of its systems is left.
 */
export async function resumedScope(
  home: Home,
  run: Pick<Run, 'systems' | 'chosenSystems'>,
): Promise<RunScope> {
  const everything = run.chosenSystems === undefined;
  const known = new Map((await externalSystems(home)).map((system) => [system.name, system]));
  const wanted = run.chosenSystems ?? run.systems;
  const chosen = wanted.flatMap((name) => known.get(name) ?? []);
  if (chosen.length === 0) await externalSystem(home, wanted[0] ?? '');
  const gone = [...new Set([...run.systems, ...wanted])].filter((name) => !known.has(name));
  const prepared = await prepareImport(home, chosen, everything);
  const isOfRun = ({ system }: { readonly system: string }) => run.systems.includes(system);
  const elsewhere = prepared.parts.filter((part) => !isOfRun(part));
  const problems: ProblemReport[] = [
    ...gone.map((system) => ({
      code: 'RUN_SYSTEM_GONE',
      system,
      message: `${system} is not set up any more: what was left of it is not imported.`,
    })),
    ...elsewhere.map(({ system, mappings }) => ({
      code: 'RUN_SYSTEM_ADDED',
      system,
      message: `${mappings.length} mappings belong to ${system} now, whose days are not of this run. Import ${system} too.`,
      details: { mappings: mappings.length },
    })),
  ];
  return {
    chosen,
    everything,
    prepared: {
      ...prepared,
      parts: prepared.parts.filter(isOfRun),
      problems: [...problems, ...prepared.problems],
    },
  };
}

/** Said once the days of a run were not all computed by the same mappings. */
export function changedPlan({ id, plans }: Pick<Run, 'id' | 'plans'>): ProblemReport[] {
  if (plans.length < 2) return [];
  return [
    {
      code: 'RUN_PLAN_CHANGED',
      message: `Mappings, scripts or sections were changed while run ${id} was under way: the days it did before are computed by those of then, the others by those of now. Import all of them again to have them alike.`,
      details: { runId: id },
    },
  ];
}
