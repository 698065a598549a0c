import { listValue, numberValue, sqlValue, unquote } from '#shared/domain/ini/values.ts';
import { type Zone, zoneOf } from '#shared/domain/time/zone.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { SystemSection } from '../home/settings.ts';
import type { AgentSource } from './agent-source.ts';
import type { CallSource, SectionFinding } from './call-source.ts';

/** What a section says: its sources when it can be read, and everything that is wrong or odd about it. */
export interface SectionReading {
  /** One for each kind of queues; none where something essential is wrong. */
  readonly sources: readonly CallSource[];
  readonly agents?: AgentSource;
  readonly findings: readonly SectionFinding[];
}

export type Report = (
  code: string,
  key: string,
  message: string,
  details?: SectionFinding['details'],
  severity?: SectionFinding['severity'],
) => void;

/** Collects findings with the line of their key; what several parts of a definition stumble over is said once. */
export function sectionReport(section: SystemSection): { findings: SectionFinding[]; report: Report } {
  const findings: SectionFinding[] = [];
  const report: Report = (code, key, message, details, severity = 'error') => {
    if (findings.some((found) => found.code === code && found.key === key && found.message === message))
      return;
    const line = section.line(key);
    const place = line === undefined ? {} : { line };
    findings.push({ severity, code, message, key, ...(details ? { details } : {}), ...place });
  };
  return { findings, report };
}

export function hasErrors(findings: readonly SectionFinding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

/** A statement or expression as it is sent, or undefined. */
export function statementOf(section: SystemSection, key: string): string | undefined {
  const value = section.written(key);
  return value === undefined ? undefined : sqlValue(value) || undefined;
}

/** With `byPlace` empty parts stay: each part belongs to the one at its place in another list. */
export function listOf(section: SystemSection, key: string, report: Report, byPlace = false): string[] {
  const value = section.written(key);
  if (value === undefined) return [];
  const list = listValue(value);
  if ('value' in list) return byPlace ? list.value : list.value.filter((item) => item !== '');
  report('KEY_VALUE', key, `${key}: ${list.problem.message}`, { problem: list.problem });
  return [];
}

export function numberOf(section: SystemSection, key: string, report: Report): number | undefined {
  const written = section.written(key);
  if (written === undefined) return undefined;
  const value = numberValue(written);
  if ('value' in value) return value.value;
  report('KEY_VALUE', key, `${key}: ${value.problem.message}`, { problem: value.problem });
  return undefined;
}

/** `Interval`: minutes that divide a day; 0 or none: rows are calls. */
export function readInterval(section: SystemSection, report: Report, key = 'Interval'): number | undefined {
  const minutes = numberOf(section, key, report);
  if (minutes === undefined || minutes === 0) return undefined;
  if (!Number.isInteger(minutes) || minutes < 0 || 1440 % minutes !== 0) {
    report(
      'KEY_VALUE',
      key,
      `${key}=${minutes} does not divide a day. Write 5, 10, 15, 20, 30 or 60 minutes.`,
      { variant: 'Interval', key, value: minutes },
    );
    return undefined;
  }
  return minutes;
}

/** How an interface writes an offset: as such, or counted down from 12 (12 = UTC, 11 = UTC+1). */
export type ZoneForm = 'usual' | 'twelve';

export function readZone(
  section: SystemSection,
  report: Report,
  key = 'TimeZone',
  form: ZoneForm = 'usual',
): Zone | undefined {
  const written = section.written(key);
  if (written === undefined) return undefined;
  // No zone has a semicolon: what stands behind one is a note.
  const text = unquote(written.split(';', 1)[0]!);
  try {
    return zoneOf(form === 'twelve' && countsDownFromTwelve(text) ? offsetOfTwelve(text) : text);
  } catch (error) {
    const { message, details } = errorShape(error);
    report('ZONE_UNKNOWN', key, message, details);
    return undefined;
  }
}

/** A bare number; with a sign or colon it is an offset, with letters a name. */
function countsDownFromTwelve(text: string): boolean {
  const number = Number(text.replace(',', '.'));
  return /^\d{1,2}([.,]\d+)?$/.test(text) && number <= 26;
}

function offsetOfTwelve(text: string): string {
  const minutes = Math.round((12 - Number(text.replace(',', '.'))) * 60);
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/** Our own key: what to do with figures over more minutes than the WFM queue counts in. */
export function readCoarserInterval(section: SystemSection, report: Report): 'refuse' | 'split' {
  const written = section.value('CoarserInterval')?.toLowerCase();
  if (written === undefined || written === 'refuse') return 'refuse';
  if (written === 'split') return 'split';
  report('KEY_VALUE', 'CoarserInterval', `CoarserInterval=${written} is not known. Write refuse or split.`, {
    variant: 'CoarserInterval',
    value: written,
  });
  return 'refuse';
}

/** Minutes after the end of an interval until the ACD has its figures, where the section does not say. */
const usualDelayMinutes = 5;
/** Days before today that the ACD may still change, where the section does not say. */
const usualLookBackDays = 1;

/** Our own keys, of every interface: when figures of the running day are there, and how long they may change. */
export function readTiming(
  section: SystemSection,
  report: Report,
): { readonly delayMinutes: number; readonly lookBackDays: number } {
  return {
    delayMinutes: wholeNumberUpTo(1440, 'DelayMinutes', section, report) ?? usualDelayMinutes,
    lookBackDays: wholeNumberUpTo(60, 'LookBackDays', section, report) ?? usualLookBackDays,
  };
}

function wholeNumberUpTo(
  most: number,
  key: string,
  section: SystemSection,
  report: Report,
): number | undefined {
  const value = numberOf(section, key, report);
  if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= most)) return value;
  report('KEY_VALUE', key, `${key}=${value} cannot be. Write a whole number from 0 to ${most}.`, {
    variant: 'whole-number',
    key,
    value,
    most,
  });
  return undefined;
}
