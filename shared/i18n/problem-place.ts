import type { TFunction } from 'i18next';
import type { Problem } from '../contract/imports.ts';
import type { Formats } from './formats.ts';

/** The IANA zone of a WFM queue; `UTC` when the queue is not known. */
export type ZoneOf = (queueId: number | undefined) => string;

/** Where a problem is, from the widest place to the narrowest. */
export function problemPlace(
  problem: Omit<Problem, 'code' | 'message' | 'count'>,
  t: TFunction<'dialogs'>,
  formats: Formats,
  zoneOf: ZoneOf,
): string {
  const where: string[] = [];
  if (problem.system !== undefined) where.push(problem.system);
  const queue = problem.queue ?? (problem.queueId === undefined ? undefined : String(problem.queueId));
  if (queue !== undefined) where.push(queue);
  const valueType =
    problem.valueType ?? (problem.valueTypeId === undefined ? undefined : String(problem.valueTypeId));
  if (valueType !== undefined) where.push(valueType);
  if (problem.startUtc !== undefined) {
    where.push(formats.dateTimeIn(problem.startUtc, zoneOf(problem.queueId)));
  } else if (problem.day !== undefined) {
    where.push(formats.day(problem.day));
  }
  if (problem.script !== undefined) {
    where.push([problem.script, linePlace(problem, t)].filter((part) => part !== '').join(', '));
  }
  return where.join(' › ');
}

export function linePlace(
  place: { readonly line?: number | undefined; readonly column?: number | undefined },
  t: TFunction<'dialogs'>,
): string {
  if (place.line === undefined) return '';
  return place.column === undefined
    ? t('common.line', { line: place.line })
    : t('common.lineColumn', { line: place.line, column: place.column });
}
