import type { Finding } from '#shared/contract/check.ts';
import type { MappingView } from '#shared/contract/mapping.ts';
import type { MappingTarget } from '../state/index.ts';

export type Severity = Finding['severity'];

/** The worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'hint'];

export interface FindingFilter {
  readonly severities: ReadonlySet<Severity>;
  /** `null`: all systems; `undefined`: what belongs to none. */
  readonly system: string | null | undefined;
}

/** Findings of one system, or of none. */
export interface FindingGroup {
  readonly system: string | undefined;
  readonly findings: readonly Finding[];
}

/** Findings by system, in the order given; what belongs to no system comes last. In a group the worst come first. */
export function findingGroups(findings: readonly Finding[], filter: FindingFilter): readonly FindingGroup[] {
  const groups = new Map<string | undefined, Finding[]>();
  for (const finding of findings) {
    const { system, severity } = finding;
    if (!filter.severities.has(severity) || (filter.system !== null && filter.system !== system)) continue;
    const group = groups.get(system);
    if (group === undefined) groups.set(system, [finding]);
    else group.push(finding);
  }
  return [...groups]
    .map(([system, own]) => ({ system, findings: own.sort(byUrgencyAndPlace) }))
    .sort((a, b) => Number(a.system === undefined) - Number(b.system === undefined));
}

function byUrgencyAndPlace(a: Finding, b: Finding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    a.file.localeCompare(b.file) ||
    (a.line ?? 0) - (b.line ?? 0)
  );
}

/** How many findings there are of each severity. */
export function severityCounts(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** `isps_ul.ini:12`, `ValueTypes`: joined by colons, as compilers write a place. */
export function placeParts({ file, line, column, key }: Finding): readonly string[] {
  const place = [file, line, key === undefined ? column : undefined].filter((part) => part !== undefined);
  return key === undefined ? [place.join(':')] : [place.join(':'), key];
}

/** Where the console can put a finding right. */
export type FindingPlace =
  | { readonly kind: 'scenario'; readonly target: MappingTarget }
  | { readonly kind: 'mapping'; readonly target: MappingTarget }
  | { readonly kind: 'queue'; readonly queueId: number }
  | { readonly kind: 'connection'; readonly system: string }
  | {
      readonly kind: 'section';
      readonly system: string;
      readonly line?: number | undefined;
      readonly key?: string | undefined;
    };

const connectionKeys = new Set(['source', 'user', 'pwd', 'password']);

/** Undefined where only an editor of one's own helps. */
export function placeOf(
  finding: Finding,
  mappings: readonly MappingView[] | undefined,
): FindingPlace | undefined {
  const { file, line, key, system, queueId, valueTypeId } = finding;
  const isScript = file.toLowerCase().endsWith('.bas');
  if (queueId !== undefined && valueTypeId !== undefined) {
    return { kind: isScript ? 'scenario' : 'mapping', target: { queueId, valueTypeId } };
  }
  if (isScript) {
    const used = mappings?.find(({ scenario }) => scenario?.fileName.toLowerCase() === file.toLowerCase());
    return used && { kind: 'scenario', target: { queueId: used.queueId, valueTypeId: used.valueTypeId } };
  }
  if (queueId !== undefined) return { kind: 'queue', queueId };
  if (system === undefined) return undefined;
  if (key !== undefined && connectionKeys.has(key.toLowerCase())) return { kind: 'connection', system };
  return { kind: 'section', system, line, key };
}
