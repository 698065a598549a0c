import { describe, expect, it, onTestFinished } from 'vitest';
import { systemSection } from '#engine/home/settings.ts';
import { dayGrid } from '#engine/imports/day-grid.ts';
import { agentStatement } from '#engine/interfaces/agent-statement.ts';
import { callStatement } from '#engine/interfaces/call-statement.ts';
import { interfaceDefinition } from '#engine/interfaces/definitions.ts';
import { readSection } from '#engine/interfaces/read-section.ts';
import type { ZoneForm } from '#engine/interfaces/section-reading.ts';
import { parseIni } from '#shared/domain/ini/document.ts';
import type { Day } from '#shared/domain/time/day.ts';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importCalls, storedValues } from '../../support/home.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/* In every written form a zone is what the source's clock shows when a day begins in UTC. */

const keys = {
  CallDataTable: 'calls',
  TimeStampColumn: 'began',
  QueueNameColumn: 'queue',
  QueueNameType: '0',
  ValueTypes: 'offered',
  ActivitySQL: 'SELECT name, id FROM activities',
  AgentActivityTable: 'events',
  AgentColumn: 'agent',
  ActivityColumn: 'activity',
  ActivityStartTimeStampColumn: 'began',
  ActivityTimeSpanType: '0',
  ActivityDurationColumn: 'seconds',
};

function read(zoneKeys: Readonly<Record<string, string>>, zoneForm: ZoneForm = 'usual') {
  const document = parseIni(new TextEncoder().encode(section('ACD', { ...keys, ...zoneKeys })));
  const streams = { phoneLink: true, timeLink: true };
  return readSection(
    systemSection(document, 'ACD')!,
    { ...interfaceDefinition('universal'), zoneForm },
    streams,
  );
}

/** Agents' activities are read from the day before on. */
const lookBackHours = 24;

/** Hours the source's clock is ahead of UTC, as the statement for a day in UTC asks for it. */
function hoursOfCalls(zoneKeys: Readonly<Record<string, string>>, zoneForm?: ZoneForm, day = '2026-03-02') {
  const source = read(zoneKeys, zoneForm).sources[0]!;
  const { parameters } = callStatement({
    source,
    product: 'postgresql',
    columns: [{ sql: 'SUM(offered)', combine: 'sum' }],
    keys: [['Sales']],
    numericKeys: [false],
    grids: [dayGrid('UTC', 15, day as Day)],
  });
  return hoursBetween(day, String(parameters[0]));
}

function hoursOfAgents(zoneKeys: Readonly<Record<string, string>>, zoneForm?: ZoneForm) {
  const source = read(zoneKeys, zoneForm).agents!;
  const statement = agentStatement({
    source,
    product: 'postgresql',
    windows: [dayGrid('UTC', 15, '2026-03-02' as Day)],
  });
  return hoursBetween('2026-03-02', String(statement.parameters[0])) + lookBackHours;
}

function hoursBetween(day: string, local: string): number {
  return (Date.parse(`${local.replace(' ', 'T')}Z`) - Date.parse(`${day}T00:00:00Z`)) / 3_600_000;
}

describe('TimeZone', () => {
  const forms: readonly (readonly [written: string, hours: number])[] = [
    ['-2', -2],
    ['2', 2],
    ['+2', 2],
    ['3.5', 3.5],
    ['3,5', 3.5],
    ['-3.5', -3.5],
    ['5.75', 5.75],
    ['-08:00', -8],
    ['06:30', 6.5],
    ['+05:45', 5.75],
    ['00:00', 0],
    ['-00:00', 0],
    ['0', 0],
    ['+0530', 5.5],
    ['UTC', 0],
    ['Z', 0],
    ['UTC+2', 2],
    ['GMT-3:30', -3.5],
    ['14', 14],
    ['-2 ;(hours)', -2],
    ['-08:00 ;(Pacific)', -8],
    ['"06:30"', 6.5],
    ['"06:30" ;(Myanmar)', 6.5],
    ['Europe/Paris', 1],
    ['europe/paris', 1],
    ['Asia/Kolkata', 5.5],
    ['America/St_Johns', -3.5],
    ['Europe/Paris ;(the ACD is in Lyon)', 1],
  ];

  for (const [written, hours] of forms) {
    it(`${written} is ${hours} hours from UTC, for calls and agents alike`, () => {
      expect(hoursOfCalls({ TimeZone: written })).toBe(hours);
      expect(hoursOfAgents({ TimeZone: written })).toBe(hours);
    });
  }

  it('a name has the clock changes of its place, an offset has none', () => {
    expect(hoursOfCalls({ TimeZone: 'Europe/Paris' }, 'usual', '2026-07-01')).toBe(2);
    expect(hoursOfCalls({ TimeZone: '+01:00' }, 'usual', '2026-07-01')).toBe(1);
  });

  it('that is none is an error with its line and the likely names', () => {
    for (const written of ['15', '-08:75', 'Paris/Europe', '3.333', 'local']) {
      const { sources, agents, findings } = read({ TimeZone: written });
      expect({ sources, agents }, written).toEqual({ sources: [], agents: undefined });
      expect(findings, written).toMatchObject([{ code: 'ZONE_UNKNOWN', key: 'TimeZone', line: 14 }]);
    }
    expect(read({ TimeZone: 'Paris' }).findings[0]?.message).toContain('Europe/Paris');
  });
});

describe('TimeZone of the interfaces that count down from 12', () => {
  for (let written = 0; written <= 24; written += 0.5) {
    const hours = 12 - written;
    it(`${written} is ${hours} hours from UTC`, () => {
      expect(hoursOfCalls({ TimeZone: String(written) }, 'twelve')).toBe(hours);
      expect(hoursOfAgents({ TimeZone: '12', TimeZone_TimeLink: String(written) }, 'twelve')).toBe(hours);
    });
  }

  it('takes names, and offsets that show that they are offsets', () => {
    expect(hoursOfCalls({ TimeZone: 'Europe/Paris' }, 'twelve')).toBe(1);
    expect(hoursOfCalls({ TimeZone: '+02:00' }, 'twelve')).toBe(2);
    expect(hoursOfCalls({ TimeZone: '-5' }, 'twelve')).toBe(-5);
    expect(hoursOfCalls({ TimeZone: '12 ;(none)' }, 'twelve')).toBe(0);
    expect(hoursOfCalls({ TimeZone: '11,5' }, 'twelve')).toBe(0.5);
  });
});

describe('TimeZone_TimeLink', () => {
  it("is the clock of the agents' data, TimeZone that of the calls", () => {
    const both = { TimeZone: 'Europe/Paris', TimeZone_TimeLink: '00:00' };
    expect(hoursOfCalls(both)).toBe(1);
    expect(hoursOfAgents(both)).toBe(0);
    expect(hoursOfAgents({ TimeZone: 'Europe/Paris', TimeZone_TimeLink: '' })).toBe(1);
  });

  it('that is wrong leaves the calls readable', () => {
    const { sources, agents, findings } = read({ TimeZone: '1', TimeZone_TimeLink: 'no' });
    expect(sources).toHaveLength(1);
    expect(agents).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'ZONE_UNKNOWN', key: 'TimeZone_TimeLink' }]);
  });
});

describe('an import', () => {
  for (const [written, startUtc] of [
    ['-2', '2026-03-02T10:00:00Z'],
    ['3.5', '2026-03-02T04:30:00Z'],
    ['-08:00 ;(Pacific)', '2026-03-02T16:00:00Z'],
    ['06:30', '2026-03-02T01:30:00Z'],
    ['00:00', '2026-03-02T08:00:00Z'],
    ['America/New_York', '2026-03-02T13:00:00Z'],
  ] as const) {
    it(`puts 08:00 of a source with TimeZone=${written} into ${startUtc}`, async () => {
      const database = sqliteFile(`
        CREATE TABLE calls (began TIMESTAMP, queue VARCHAR(20), offered INTEGER);
        INSERT INTO calls VALUES ('2026-03-02 08:00:00', 'Sales', 7);`);
      onTestFinished(database.remove);
      const home = await homeWith({
        settings: settings(section('ACD', { Source: database.connectionString, ...keys, TimeZone: written })),
        mapping: map('0:1:1=ACD:Sales:offered'),
        wfm: {
          queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 15 }],
          valueTypes: [{ id: 1, name: 'Calls' }],
        },
      });
      await importCalls(home, { from: '2026-03-02', to: '2026-03-02' });
      expect(await storedValues(home, 1, 1)).toEqual({ [startUtc]: 7 });
    });
  }
});
