import type { Message } from '#shared/contract/common.ts';
import type { ScenarioProgram } from '#shared/domain/scenario/index.ts';
import { type CallSource, type ExternalValueType, sourceId } from '../interfaces/call-source.ts';
import { canonicalPath, queueKeyText, sourceOfPath } from '../interfaces/queue-path.ts';
import { gridKey } from './day-grid.ts';
import type { ProblemReport } from './problems.ts';

/** A WFM value that is to be computed: its queue's clock, its sources in order, its script. */
export interface PlannedMapping {
  readonly queueId: number;
  readonly queue: string;
  readonly valueTypeId: number;
  readonly valueType: string;
  readonly timeZone: string;
  readonly intervalMinutes: number;
  readonly gridKey: string;
  readonly scenario: ScenarioProgram;
  readonly scenarioText: string;
  /** `3.BAS`, for messages; undefined where the default sum is used. */
  readonly script?: string;
  /** Entry n feeds `Para<n>`. */
  readonly sources: readonly PlannedSource[];
}

export interface PlannedSource {
  readonly system: string;
  /** Which of the system's sources, see `sourceId`. */
  readonly sourceId: string;
  /** Path of the external queue as the tree and the map show it. */
  readonly path: readonly string[];
  readonly valueType: ExternalValueType;
}

/** What one source of a system has to be asked for: mapped queues and mapped value types only. */
export interface SystemNeeds {
  readonly source: CallSource;
  /** Distinct paths of external queues. */
  readonly queues: readonly (readonly string[])[];
  readonly valueTypes: readonly ExternalValueType[];
}

/**
 * One part of a run: the mappings whose first source is of this system, computed and written together, one
 * transaction a day. A mapping fed by several systems belongs to the part of its first one and makes that
 * part read the others too, so a value is never computed from half of its sources.
 */
export interface PlannedPart {
  readonly system: string;
  readonly mappings: readonly PlannedMapping[];
  readonly needs: readonly SystemNeeds[];
}

/** Everything a run will do, before anything is read. */
export interface ImportPlan {
  readonly parts: readonly PlannedPart[];
  /** What cannot be imported, and why: each is a problem of the run. */
  readonly problems: readonly ProblemReport[];
}

/** A mapping as the home has it, resolved as far as it can be. */
export interface MappingInput {
  readonly queueId: number;
  readonly valueTypeId: number;
  readonly queue?: {
    readonly name: string;
    readonly timeZone: string;
    readonly intervalMinutes: number;
    readonly active: boolean;
  };
  readonly valueType?: { readonly name: string };
  readonly sources: readonly {
    readonly text: string;
    readonly system?: string;
    readonly path?: readonly string[];
    readonly valueType?: string;
    /** Why the source cannot be taken apart. */
    readonly problem?: Message;
  }[];
  readonly script?: string;
  readonly scenario:
    | { readonly program: ScenarioProgram; readonly text: string }
    | { readonly problem: ProblemReport };
}

type SourcesBySystem = ReadonlyMap<string, readonly CallSource[]>;

/**
 * Puts the mappings of the chosen systems together. A mapping that cannot be computed as a whole (unknown
 * queue, source or script) is left out and reported: no half values.
 */
export function planImport(
  mappings: readonly MappingInput[],
  sources: SourcesBySystem,
  chosenSystems: ReadonlySet<string>,
  everything: boolean,
): ImportPlan {
  const problems: ProblemReport[] = [];
  const bySystem = new Map<string, PlannedMapping[]>();
  for (const mapping of mappings) {
    const concerned = mapping.sources.some(
      (entry) =>
        (entry.system !== undefined && chosenSystems.has(entry.system)) ||
        (everything && (entry.system === undefined || !sources.has(entry.system))),
    );
    if (!concerned) continue;
    if (mapping.queue?.active === false) continue;
    const planned = planMapping(mapping, sources, problems);
    if (!planned) continue;
    const owner = planned.sources[0]!.system;
    const list = bySystem.get(owner);
    if (list) list.push(planned);
    else bySystem.set(owner, [planned]);
  }
  const parts = [...bySystem].map(([system, planned]) => ({
    system,
    mappings: planned,
    needs: needsOf(planned, sources),
  }));
  return { parts, problems };
}

function planMapping(
  mapping: MappingInput,
  sources: SourcesBySystem,
  problems: ProblemReport[],
): PlannedMapping | undefined {
  const place = {
    queueId: mapping.queueId,
    valueTypeId: mapping.valueTypeId,
    ...(mapping.script === undefined ? {} : { script: mapping.script }),
  };
  const { queue, valueType } = mapping;
  if (!queue || !valueType) {
    problems.push({
      ...place,
      code: 'MAPPING_TARGET_UNKNOWN',
      message: queue
        ? `Value type ${mapping.valueTypeId} of the mapping is not known to WFM. Load it with "xlink wfm load", or remove the mapping.`
        : `WFM queue ${mapping.queueId} of the mapping is not known to WFM. Load it with "xlink wfm load", or remove the mapping.`,
      details: { variant: queue ? 'value-type' : 'queue' },
    });
    return undefined;
  }
  if ('problem' in mapping.scenario) {
    problems.push({ ...place, ...mapping.scenario.problem });
    return undefined;
  }
  const plannedSources: PlannedSource[] = [];
  for (const entry of mapping.sources) {
    const reason = entry.problem ?? sourceProblem(entry, sources);
    if (reason !== undefined) {
      problems.push({
        ...place,
        ...(entry.system === undefined ? {} : { system: entry.system }),
        code: 'MAPPING_SOURCE_UNKNOWN',
        message: `The source "${entry.text}" of ${queue.name}, ${valueType.name} cannot be read: ${reason.message}`,
        details: { source: entry.text, problem: reason },
      });
      return undefined;
    }
    const source = sourceOfPath(sources.get(entry.system!)!, entry.path!)!;
    const external = findValueType(source, entry.valueType!)!;
    const misfit = intervalProblem(source, queue);
    if (misfit) {
      problems.push({ ...place, system: source.system, ...misfit });
      return undefined;
    }
    plannedSources.push({
      system: source.system,
      sourceId: sourceId(source),
      path: canonicalPath(source, entry.path!),
      valueType: external,
    });
  }
  const { program, text: scenarioText } = mapping.scenario;
  if (program.paraCount > plannedSources.length) {
    problems.push({
      ...place,
      code: 'SCENARIO_PARA_MISSING',
      message: `${mapping.script ?? 'The script'} uses Para${program.paraCount}, but ${queue.name}, ${valueType.name} has ${plannedSources.length} source${plannedSources.length === 1 ? '' : 's'}. Map one more or change the script.`,
      details: { para: program.paraCount, sources: plannedSources.length },
    });
    return undefined;
  }
  return {
    queueId: mapping.queueId,
    queue: queue.name,
    valueTypeId: mapping.valueTypeId,
    valueType: valueType.name,
    timeZone: queue.timeZone,
    intervalMinutes: queue.intervalMinutes,
    gridKey: gridKey(queue.timeZone, queue.intervalMinutes),
    scenario: program,
    scenarioText,
    ...(mapping.script === undefined ? {} : { script: mapping.script }),
    sources: plannedSources,
  };
}

/** Why figures of the source cannot be put into the intervals of the queue; undefined: they can. */
export function intervalProblem(
  source: CallSource,
  queue: { readonly name: string; readonly intervalMinutes: number },
): (Message & { readonly details: Record<string, unknown> }) | undefined {
  const { system, intervalMinutes: minutes, intervalColumn, coarserInterval } = source;
  // A column that says the minutes of each row has the last word.
  if (minutes === undefined || intervalColumn !== undefined) return undefined;
  if (queue.intervalMinutes % minutes === 0) return undefined;
  const isCoarser = minutes > queue.intervalMinutes;
  const mayBeSplit = isCoarser && minutes % queue.intervalMinutes === 0;
  if (mayBeSplit && coarserInterval === 'split') return undefined;
  return {
    code: isCoarser ? 'INTERVAL_COARSER' : 'INTERVAL_ACROSS',
    message: `${system} counts in ${minutes} minutes, ${queue.name} in ${queue.intervalMinutes}: the figures cannot be divided. Set the queue to ${minutes} minutes or the ACD to ${queue.intervalMinutes}${mayBeSplit ? ', or write CoarserInterval=split into the section' : ''}.`,
    details: { system, queue: queue.name, queueMinutes: queue.intervalMinutes, sourceMinutes: minutes },
  };
}

/** Why a right side that was taken apart names nothing that can be read; undefined: it does. */
export function sourceProblem(
  entry: Pick<MappingInput['sources'][number], 'text' | 'system' | 'path' | 'valueType'>,
  sources: SourcesBySystem,
): Message | undefined {
  const ofSystem = entry.system === undefined ? undefined : sources.get(entry.system);
  if (!ofSystem) {
    const system = entry.system ?? '';
    return {
      code: 'MAP_SOURCE_UNCONFIGURED',
      message: `system "${system}" is not configured or its section has errors.`,
      details: { system },
    };
  }
  if (entry.path === undefined || entry.path.length === 0) {
    return {
      code: 'MAP_SOURCE_SHORT',
      message: 'it names no external queue.',
      details: { source: entry.text },
    };
  }
  const source = sourceOfPath(ofSystem, entry.path);
  if (!source) {
    const kinds = ofSystem.map(({ kind }) => kind);
    return {
      code: 'MAP_SOURCE_KIND',
      message: `"${entry.path.join(':')}" is none of the kinds of queues of ${entry.system}: ${kinds.join(', ')}.`,
      details: { path: entry.path.join(':'), system: entry.system!, kinds },
    };
  }
  if (entry.valueType === undefined || !findValueType(source, entry.valueType)) {
    const valueType = entry.valueType ?? '';
    const offered = source.valueTypes.slice(0, 12).map((type) => type.name);
    return {
      code: 'MAP_SOURCE_VALUE_TYPE',
      message: `"${valueType}" is no value type of ${source.system}. It offers ${offered.join(', ')}.`,
      details: { valueType, system: source.system, offered },
    };
  }
  return undefined;
}

/** Value types are compared without case: old map files write `OFFERED` for a column `offered`. */
export function findValueType(source: CallSource, name: string): ExternalValueType | undefined {
  return (
    source.valueTypes.find((type) => type.name === name) ??
    source.valueTypes.find((type) => type.name.toLowerCase() === name.toLowerCase())
  );
}

function needsOf(mappings: readonly PlannedMapping[], sources: SourcesBySystem): SystemNeeds[] {
  const needs = new Map<
    string,
    { source: CallSource; queues: Map<string, readonly string[]>; types: Map<string, ExternalValueType> }
  >();
  for (const mapping of mappings) {
    for (const entry of mapping.sources) {
      let need = needs.get(entry.sourceId);
      if (!need) {
        const source = sources.get(entry.system)!.find((found) => sourceId(found) === entry.sourceId)!;
        need = { source, queues: new Map(), types: new Map() };
        needs.set(entry.sourceId, need);
      }
      need.queues.set(queueKeyText(entry.path), entry.path);
      need.types.set(entry.valueType.name, entry.valueType);
    }
  }
  return [...needs.values()].map(({ source, queues, types }) => ({
    source,
    queues: [...queues.values()],
    valueTypes: [...types.values()],
  }));
}
