import { Temporal } from 'temporal-polyfill';
import type { Random } from './random.ts';
import { otherZones, type Window } from './windows.ts';

/** One source and the WFM queues it feeds; as the program that recomputes it is told (JSON). */
export interface Case {
  readonly id: number;
  readonly table: string;
  readonly kind: StampKind;
  readonly isEnd: boolean;
  readonly sourceZone: string | null;
  /** The clock that the time stamps were written by; not always the one that the source is said to have. */
  readonly writtenBy: string;
  readonly interval: number | null;
  readonly split: boolean;
  readonly stampColumns: readonly string[];
  readonly hasZoneColumn: boolean;
  readonly queueColumn: string;
  /** How far from a day, as its numbers are written, rows may stand that belong to it. */
  readonly marginHours: number;
  readonly figures: readonly Figure[];
  readonly mappings: readonly Mapping[];
  readonly fromDay: string;
  readonly toDay: string;
}

export type StampKind =
  | 'unix'
  | 'datetime'
  | 'iso-z'
  | 'iso-offset'
  | 'iso-letter'
  | 'iso-blank'
  | 'dd.mm.yyyy HH:MM'
  | 'yyyymmddHHMMSS'
  | 'yyyymmdd HHMM'
  | 'm/d/yyyy h:MM tt'
  | 'date-hhmm';

export interface Figure {
  readonly name: string;
  readonly column: string;
  readonly function: 'SUM' | 'COUNT' | 'AVG' | 'MIN' | 'MAX';
  readonly isText: boolean;
  readonly type: 'INTEGER' | 'REAL' | 'VARCHAR(20)';
}

/** What a mapping's script computes: the sum, that of all but the last by the last, or the first in percent of the second. */
export type Script = 'sum' | 'average' | 'percent';

export interface Mapping {
  readonly queueId: number;
  readonly valueTypeId: number;
  readonly zone: string;
  readonly minutes: 10 | 15 | 20 | 30 | 60;
  readonly sources: readonly {
    /** As the call data has it. */
    readonly key: string | number;
    readonly figure: string;
  }[];
  readonly script: Script;
}

interface WrittenCase extends Case {
  /** Midnight is written as 24:00 of the day before. */
  readonly writes24: boolean;
  /** Ends are written as so many seconds before. */
  readonly endsEarlier: number;
}

export interface SourceCase extends WrittenCase {
  readonly createSql: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const kinds: readonly StampKind[] = [
  'unix',
  'datetime',
  'datetime',
  'datetime',
  'iso-z',
  'iso-offset',
  'iso-letter',
  'iso-blank',
  'dd.mm.yyyy HH:MM',
  'yyyymmddHHMMSS',
  'yyyymmdd HHMM',
  'm/d/yyyy h:MM tt',
  'date-hhmm',
];

const zoneForms = ['+02:00', '+0200', 'minutes', 'hours', 'seconds', 'name', 'some', 'unknown'] as const;

/** A case that is random in everything: its zones, intervals, stamps and values. */
export function randomCase(id: number, window: Window, random: Random): SourceCase {
  const zones = [...window.zones, ...window.zones, ...otherZones];
  const kind = random.of(kinds);
  const isHistory = kind === 'date-hhmm';
  const isWallClock = !['unix', 'iso-z', 'iso-offset'].includes(kind);
  const queueCount = random.chance(0.4) ? 2 : 1;
  const queues = Array.from({ length: queueCount }, (_, index) => ({
    id: id * 10 + index + 1,
    key: isHistory ? index + 1 : 'AB'[index]!,
    zone: random.of(zones),
    minutes: random.of([15, 15, 30, 60, 20, 10] as const),
  }));
  const sourceZone = random.chance(0.7) ? random.of(zones) : null;
  // An instant says itself what clock it is of; a wall clock time may be that of a clock nobody spoke of.
  const isOther = random.chance(isWallClock ? 0.1 : 0.5);
  const clock = isOther ? random.of(zones) : (sourceZone ?? queues[0]!.zone);
  const minutes = random.of([null, 5, 15, 15, 30, 60, 60, 120]);
  const rowMinutes = isHistory ? random.of([15, 15, 30, 60, 120, 240, 1440, 2880]) : minutes;
  const interval = isHistory ? null : minutes;
  const isEnd = !isHistory && interval !== null && random.chance(0.35);
  const zoneForm = isWallClock && !isHistory && random.chance(0.3) ? random.of(zoneForms) : undefined;
  const figures = figuresOf(random, isHistory);
  const table = isHistory ? `hsplit_${id}` : `t_${id}`;
  const stampColumns = isHistory
    ? ['row_date', 'starttime', 'intrvl']
    : ['stamp', ...(zoneForm ? ['zone'] : [])];
  const queueColumn = isHistory ? 'split' : 'queue';
  const stampType = { unix: 'INTEGER', datetime: 'TIMESTAMP' }[kind as string] ?? 'VARCHAR(40)';
  const columns = [
    ...(isHistory
      ? ['row_date VARCHAR(10)', 'starttime INTEGER', 'intrvl INTEGER', 'acd INTEGER', 'split INTEGER']
      : [`stamp ${stampType}`, 'queue VARCHAR(10)', ...(zoneForm ? ['zone VARCHAR(40)'] : [])]),
    ...[...new Set(figures.map(({ column, type }) => `${column} ${type}`))],
  ];
  const description: WrittenCase = {
    id,
    table,
    kind,
    isEnd,
    sourceZone,
    writtenBy: clock,
    writes24: !['unix', 'iso-z', 'm/d/yyyy h:MM tt'].includes(kind) && random.chance(0.4),
    endsEarlier: isEnd && random.chance(0.3) ? random.of([60, 1]) : 0,
    interval,
    split: random.chance(0.6),
    stampColumns,
    hasZoneColumn: zoneForm !== undefined,
    queueColumn,
    marginHours: 72,
    figures,
    mappings: queues.flatMap((queue) => mappingsOf(queue, figures)),
    fromDay: window.from,
    toDay: window.to,
  };
  const rowOf = rowWriter(description, zoneForm, random);
  const keys = isHistory ? [1, 2, 3] : ['A', 'B', 'C'];
  const rows = keys.flatMap((key) => stampsOf(clock, rowMinutes, window, random).map((at) => rowOf(at, key)));
  return { ...description, createSql: `CREATE TABLE ${table} (${columns.join(', ')})`, rows };
}

function figuresOf(random: Random, isHistory: boolean): Figure[] {
  const figure = (column: string, type: Figure['type'], how: Figure['function'], name = column): Figure => ({
    name,
    column,
    function: how,
    isText: type === 'VARCHAR(20)',
    type,
  });
  if (isHistory) return [figure('CALLSOFFERED', 'INTEGER', 'SUM'), figure('ACDTIME', 'REAL', 'SUM')];
  const hows = ['AVG', 'MIN', 'MAX', 'COUNT'] as const;
  return [
    figure('f1', 'INTEGER', 'SUM'),
    figure('f2', random.chance(0.5) ? 'REAL' : 'VARCHAR(20)', 'SUM'),
    figure('f3', random.chance(0.5) ? 'REAL' : 'INTEGER', random.of(hows)),
  ];
}

/** Each figure as it is, and the first two added. */
function mappingsOf(
  {
    id: queueId,
    key,
    zone,
    minutes,
  }: Pick<Mapping, 'zone' | 'minutes'> & { id: number; key: string | number },
  figures: readonly Figure[],
): Mapping[] {
  const mapping = (valueTypeId: number, from: readonly Figure[]): Mapping => {
    const sources = from.map(({ name }) => ({ key, figure: name }));
    return { queueId, valueTypeId, zone, minutes, sources, script: 'sum' };
  };
  return [...figures.map((figure, index) => mapping(index + 1, [figure])), mapping(9, figures.slice(0, 2))];
}

interface Stamped {
  readonly startUtc: number;
  readonly endUtc: number;
  readonly minutes: number | null;
}

/** Intervals of the source's own clock, cut at its changes; or calls at any second. Dense around the changes. */
function stampsOf(zone: string, interval: number | null, window: Window, random: Random): Stamped[] {
  const from = Date.parse(`${window.from}T00:00:00Z`) / 1000 - 30 * 3600;
  const to = Date.parse(`${window.to}T00:00:00Z`) / 1000 + 54 * 3600;
  if (interval === null) {
    return Array.from({ length: 60 }, () => {
      const startUtc = from + random.below(to - from);
      return { startUtc, endUtc: startUtc, minutes: null };
    });
  }
  const starts: number[] = [];
  const changes: number[] = [];
  for (let at = from; at < to; at += 60) {
    const isChange = offsetAt(zone, at) !== offsetAt(zone, at - 60);
    if (isChange) changes.push(at);
    if (isChange || (at + offsetAt(zone, at)) % (interval * 60) === 0) starts.push(at);
  }
  const near = (at: number) => changes.some((change) => Math.abs(change - at) < 4 * 3600);
  const taken = starts.flatMap((startUtc, index) => {
    const endUtc = starts[index + 1] ?? startUtc + interval * 60;
    const isTaken = random.chance(near(startUtc) ? 0.8 : 12 / starts.length + 0.05);
    return isTaken ? [{ startUtc, endUtc, minutes: interval }] : [];
  });
  // Some twice: the source adds them.
  return [...taken, ...taken.filter(() => random.chance(0.1))];
}

const offsets = new Map<string, number>();

/** Seconds, by Temporal. */
function offsetAt(zone: string, utc: number): number {
  // No clock change was ever within a minute of another one.
  const key = `${zone} ${Math.floor(utc / 60)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(utc / 60) * 60_000);
    offset = at.toZonedDateTimeISO(zone).offsetNanoseconds / 1e9;
    offsets.set(key, offset);
  }
  return offset;
}

function rowWriter(
  { kind, isEnd, writtenBy, writes24, endsEarlier, figures }: WrittenCase,
  zoneForm: (typeof zoneForms)[number] | undefined,
  random: Random,
): (at: Stamped, key: string | number) => (string | number | null)[] {
  return ({ startUtc, endUtc, minutes }, key) => {
    const utc = isEnd ? endUtc - endsEarlier : startUtc;
    // Now and then a time that the clock may not have shown at all.
    const slip = kind !== 'unix' && random.chance(0.03) ? random.of([-3600, -1800, 1800, 3600]) : 0;
    const offset = offsetAt(writtenBy, utc);
    const local = utc + offset + slip;
    const values = valuesOf(figures, random);
    if (kind === 'date-hhmm') {
      const iso = isoOf(local, writes24);
      const clock = Number(iso.slice(11, 13)) * 100 + Number(iso.slice(14, 16));
      return [iso.slice(0, 10), clock, minutes ?? 15, 1, key, ...values];
    }
    const stamp = stampText(kind, utc, isoOf(local, writes24), offset);
    const zone = zoneForm === undefined ? [] : [zoneCell(zoneForm, writtenBy, offset, random)];
    return [stamp, key, ...zone, ...values];
  };
}

function isoOf(seconds: number, writes24 = false): string {
  if (writes24 && seconds % 86_400 === 0) return isoOf(seconds - 1).replace('23:59:59', '24:00:00');
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** @param iso the wall clock time */
function stampText(kind: StampKind, utc: number, iso: string, offset: number): string | number {
  const [year, month, day, hour, minute, second] = iso.split(/[- :]/) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  switch (kind) {
    case 'unix':
      return utc;
    case 'iso-z':
      return `${isoOf(utc).replace(' ', 'T')}Z`;
    case 'iso-offset':
      return `${iso}${offsetText(offset, ':')}`;
    case 'iso-letter':
      return iso.replace(' ', 'T').replace(/:00$/, '');
    case 'iso-blank':
      return iso.replace(/(?: 00:00)?:00$/, '');
    case 'dd.mm.yyyy HH:MM':
      return `${day}.${month}.${year} ${hour}:${minute}`;
    case 'yyyymmddHHMMSS':
      return `${year}${month}${day}${hour}${minute}${second}`;
    case 'yyyymmdd HHMM':
      return `${year}${month}${day} ${hour}${minute}`;
    case 'm/d/yyyy h:MM tt':
      return `${Number(month)}/${Number(day)}/${year} ${((Number(hour) + 11) % 12) + 1}:${minute} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
    default:
      return iso;
  }
}

function offsetText(offset: number, colon: string): string {
  const minutes = Math.abs(offset) / 60;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`;
}

function zoneCell(
  form: (typeof zoneForms)[number],
  zone: string,
  offset: number,
  random: Random,
): string | null {
  switch (form) {
    case '+02:00':
      return offsetText(offset, ':');
    case '+0200':
      return offsetText(offset, '');
    case 'minutes':
      return String(offset / 60);
    case 'hours':
      return String(offset / 3600);
    case 'seconds':
      return String(offset);
    case 'name':
      return zone;
    case 'some':
      return random.chance(0.5) ? offsetText(offset, ':') : random.of([null, '', ' ']);
    case 'unknown':
      return random.chance(0.8) ? offsetText(offset, ':') : random.of(['Mars/Olympus', '7', 'summer', '17']);
  }
}

/** Whole numbers, decimals that no binary fraction is, nulls and what is less than nothing. */
function valuesOf(figures: readonly Figure[], random: Random): (string | number | null)[] {
  return figures.map(({ type }) => {
    if (random.chance(0.1)) return null;
    const whole = random.below(400) - 40;
    if (type === 'INTEGER') return whole;
    const decimals = random.of([0, 1, 2, 2, 3, 6]);
    const value = `${whole < 0 ? '-' : ''}${Math.abs(whole)}${decimals === 0 ? '' : `.${String(random.below(10 ** decimals)).padStart(decimals, '0')}`}`;
    if (type === 'REAL') return Number(value);
    if (random.chance(0.02)) return random.of(['n/a', '', '1,234', '--']);
    // As people write it: with a comma, with groups.
    if (decimals === 3) return `${value.replace('.', ',')}0`;
    if (random.chance(0.05)) return '1.234,5';
    return random.chance(0.5) ? value.replace('.', ',') : value;
  });
}
