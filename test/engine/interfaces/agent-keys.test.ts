import { describe, expect, it } from 'vitest';
import { systemSection } from '#engine/home/settings.ts';
import { interfaceDefinition } from '#engine/interfaces/definitions.ts';
import { readSection } from '#engine/interfaces/read-section.ts';
import { selectedColumnCount } from '#engine/interfaces/select-list.ts';
import { parseIni } from '#shared/domain/ini/document.ts';
import { messageText } from '#shared/i18n/messages.ts';

/** Reads the agents' keys of section [Bank] of a file with these lines. */
function read(...lines: readonly string[]) {
  const document = parseIni(new TextEncoder().encode(lines.join('\r\n')));
  const section = systemSection(document, 'Bank');
  if (!section) throw new Error('The file has no section [Bank].');
  const streams = { phoneLink: false, timeLink: true };
  return readSection(section, interfaceDefinition('universal'), streams);
}

const needed = [
  '[Bank]',
  'ActivitySQL=SELECT name, id FROM activities',
  'AgentActivityTable=events',
  'AgentColumn=agent',
  'ActivityColumn=activity',
  'ActivityStartTimeStampColumn=began',
];
const withKeys = (...lines: readonly string[]) => read(...needed, ...lines);
/** A section with other lines for some keys: the first of two keys counts. */
const instead = (...lines: readonly string[]) => read('[Bank]', ...lines, ...needed.slice(1));

const duration = ['ActivityTimeSpanType=0', 'ActivityDurationColumn=seconds'] as const;

describe("the agents' keys of the Universal interface", () => {
  it('say what activities there are, whose, which, from when and for how many seconds (type 0)', () => {
    expect(withKeys(...duration)).toEqual({
      sources: [],
      findings: [],
      agents: {
        system: 'Bank',
        activitySql: 'SELECT name, id FROM activities',
        table: 'events',
        agent: 'agent',
        activity: 'activity',
        start: { columns: ['began'], kind: 'datetime' },
        span: { kind: 'duration', expression: 'seconds' },
      },
    });
  });

  it('or until when (type 1)', () => {
    const { agents } = withKeys('ActivityTimeSpanType=1', 'ActivityEndTimeStampColumn=ended');
    expect(agents?.span).toEqual({ kind: 'end', end: { columns: ['ended'], kind: 'datetime' } });
  });

  it('or nothing more: the next activity ends it, and some end the session (type 2)', () => {
    const { agents, findings } = withKeys('ActivityTimeSpanType=2', 'LogOffActivities=0; 99 ;LOGOFF;');
    expect(agents?.span).toEqual({ kind: 'next', logOffActivities: ['0', '99', 'LOGOFF'] });
    expect(findings).toEqual([]);
  });

  it('are understood without the type where one column says which it is', () => {
    expect(withKeys('ActivityDurationColumn=seconds').agents?.span.kind).toBe('duration');
    expect(withKeys('ActivityEndTimeStampColumn=ended').agents?.span.kind).toBe('end');
    expect(withKeys().findings).toMatchObject([{ code: 'KEY_MISSING', key: 'ActivityTimeSpanType' }]);
  });

  it('are read as people write them: any case, blanks, notes, quotes, semicolons, doubles, switched-off keys', () => {
    const { agents, findings } = read(
      '[Bank] the one in Lyon',
      'agents of the bank',
      '#ActivitySQL=SELECT name FROM activities',
      'activitysql =  SELECT DISTINCT description, id FROM activities; ;',
      'ActivitySQL=SELECT 1',
      'ACTIVITYTIMESPANTYPE = 1 ;(start and end time only)',
      'AgentActivityTable = events e INNER JOIN people p ON p.id = e.person',
      'AgentColumn=""Agent""',
      'ActivityColumn=\'"EventType"\'',
      'ActivityStartTimeStampColumn=CASE WHEN d > 0 THEN began ELSE ended END',
      'ActivityStartTimeStampType = 2 ;(date/time field)',
      'ActivityEndTimeStampColumn="ended"',
      'ActivityEndTimeStampType=1 ;(Unix)',
      'MinimumActivityDuration= 60 ;(seconds)',
      'MaximumActivityDuration=0',
    );
    expect(findings).toEqual([]);
    expect(agents).toEqual({
      system: 'Bank',
      activitySql: 'SELECT DISTINCT description, id FROM activities',
      table: 'events e INNER JOIN people p ON p.id = e.person',
      agent: '"Agent"',
      activity: '"EventType"',
      start: { columns: ['CASE WHEN d > 0 THEN began ELSE ended END'], kind: 'datetime' },
      span: { kind: 'end', end: { columns: ['ended'], kind: 'unix' } },
      minimumSeconds: 60,
    });
  });

  it('have a format for text, of their own or for both, and date and time in two columns', () => {
    const both = withKeys(
      'ActivityTimeSpanType=1',
      'ActivityStartTimeStampType=0',
      'ActivityEndTimeStampColumn=ended',
      'ActivityEndTimeStampType=0',
      'ActivityTimeStampFormat=dd.mm.yyyy HH:MM:SS',
      'ActivityEndTimeStampFormat=yyyymmddHHMMSS',
    ).agents;
    expect(both?.start).toEqual({ columns: ['began'], kind: 'text', formats: ['dd.mm.yyyy HH:MM:SS'] });
    expect(both?.span).toMatchObject({ end: { kind: 'text', formats: ['yyyymmddHHMMSS'] } });
    const two = instead(
      'ActivityStartTimeStampColumn=day;"Time"',
      'ActivityStartTimeStampType=0',
      'ActivityStartTimeStampFormat=yyyy-mm-dd;HH:MM:SS',
      ...duration,
    ).agents;
    expect(two?.start).toEqual({
      columns: ['day', 'Time'],
      kind: 'text',
      formats: ['yyyy-mm-dd', 'HH:MM:SS'],
    });
    expect(
      instead('ActivityStartTimeStampColumn=day;clock', ...duration).agents?.start,
      'a DATE and a TIME',
    ).toEqual({ columns: ['day', 'clock'], kind: 'datetime' });
  });

  it('have a clock of their own in TimeZone_TimeLink, else that of the calls', () => {
    const zone = (...lines: string[]) => withKeys(...duration, ...lines).agents?.zone?.id;
    expect(zone('TimeZone=Europe/Paris', 'TimeZone_TimeLink=00:00')).toBe('UTC');
    expect(zone('TimeZone=Europe/Paris')).toBe('Europe/Paris');
    expect(zone('TimeZone=Europe/Paris', '#TimeZone_TimeLink=12')).toBe('Europe/Paris');
    expect(zone()).toBeUndefined();
  });

  it('are nobody’s concern where TimeLink is not read', () => {
    const document = parseIni(new TextEncoder().encode('[Bank]\r\nActivitySQL=SELECT name FROM a'));
    const streams = { phoneLink: false, timeLink: false };
    const reading = readSection(systemSection(document, 'Bank')!, interfaceDefinition('universal'), streams);
    expect(reading).toEqual({ sources: [], findings: [] });
  });
});

describe("what is wrong with the agents' keys", () => {
  const mistakes: readonly (readonly [lines: readonly string[], code: string, key: string, words: RegExp])[] =
    [
      [['ActivitySQL=SELECT name FROM activities'], 'ACTIVITY_SQL_NO_ID', 'ActivitySQL', /name and the id/],
      [['ActivityTimeSpanType=3'], 'KEY_VALUE', 'ActivityTimeSpanType', /0 \(start and duration\)/],
      [['ActivityTimeSpanType=both'], 'KEY_VALUE', 'ActivityTimeSpanType', /not a number/],
      [['ActivityTimeSpanType=0'], 'KEY_MISSING', 'ActivityDurationColumn', /with the seconds/],
      [['ActivityTimeSpanType=1'], 'KEY_MISSING', 'ActivityEndTimeStampColumn', /with the end/],
      [
        ['ActivityStartTimeStampType=4', ...duration],
        'KEY_VALUE',
        'ActivityStartTimeStampType',
        /1 \(Unix seconds\)/,
      ],
      [
        ['ActivityStartTimeStampColumn=a;b;c', ...duration],
        'KEY_VALUE',
        'ActivityStartTimeStampColumn',
        /3 columns/,
      ],
      [
        ['ActivityStartTimeStampColumn=a;b', 'ActivityStartTimeStampType=1', ...duration],
        'KEY_VALUE',
        'ActivityStartTimeStampColumn',
        /Unix seconds are in one/,
      ],
      [
        ['ActivityStartTimeStampType=0', 'ActivityStartTimeStampFormat=yyyy-mm-dd;HH:MM:SS', ...duration],
        'LIST_LENGTH',
        'ActivityStartTimeStampFormat',
        /2 parts for 1 column/,
      ],
      [
        ['ActivityStartTimeStampType=0', 'ActivityTimeStampFormat=yyyy-qq', ...duration],
        'KEY_VALUE',
        'ActivityTimeStampFormat',
        /year, month and day/,
      ],
      [
        ['ActivityStartTimeStampType=0', 'ActivityTimeStampFormat=yyyy-mmm-dd', ...duration],
        'KEY_VALUE',
        'ActivityTimeStampFormat',
        /"mmm" is not known/,
      ],
      [
        [
          'ActivityStartTimeStampColumn=clock;day',
          'ActivityStartTimeStampType=0',
          'ActivityTimeStampFormat=HH:MM;yyyy-mm-dd',
          ...duration,
        ],
        'KEY_VALUE',
        'ActivityTimeStampFormat',
        /the first column/,
      ],
      [
        ['MinimumActivityDuration=-5', ...duration],
        'KEY_VALUE',
        'MinimumActivityDuration',
        /less than nothing/,
      ],
      [
        ['MinimumActivityDuration=600', 'MaximumActivityDuration=60', ...duration],
        'KEY_VALUE',
        'MinimumActivityDuration',
        /no activity would be left/,
      ],
      [['TimeZone_TimeLink=Middle/Earth', ...duration], 'ZONE_UNKNOWN', 'TimeZone_TimeLink', /Middle/],
    ];

  for (const [lines, code, key, words] of mistakes) {
    it(`${lines[0]}: ${code} with the key and its line`, () => {
      const { agents, findings } = instead(...lines);
      expect(agents).toBeUndefined();
      const found = findings.find((finding) => finding.key === key)!;
      expect(found).toMatchObject({ severity: 'error', code });
      expect(found.message).toMatch(words);
      const written = lines.findIndex((line) => line.startsWith(`${key}=`));
      expect(found.line).toBe(written < 0 ? undefined : written + 2);
    });
  }

  it('a session that nothing ends is a warning: the section can be read', () => {
    const { agents, findings } = withKeys('ActivityTimeSpanType=2');
    expect(agents?.span).toEqual({ kind: 'next', logOffActivities: [] });
    expect(findings).toMatchObject([
      { severity: 'warning', code: 'LOG_OFF_MISSING', key: 'LogOffActivities' },
    ]);
  });

  it('every missing key is named at once, and in French and German too', () => {
    const { findings } = read('[Bank]', 'ActivityTimeSpanType=1');
    expect(findings.map(({ key }) => key)).toEqual([
      'ActivitySQL',
      'AgentActivityTable',
      'AgentColumn',
      'ActivityColumn',
      'ActivityStartTimeStampColumn',
      'ActivityEndTimeStampColumn',
    ]);
    const all = mistakes.flatMap(([lines]) => instead(...lines).findings);
    for (const finding of [...findings, ...all, ...withKeys('ActivityTimeSpanType=2').findings]) {
      for (const language of ['fr', 'de'] as const) {
        const text = messageText(language, finding);
        expect(text, finding.message).not.toBe(finding.message);
        expect(text).not.toMatch(/{{|undefined/);
      }
    }
  });

  it.each(['Start', 'End'])('a list of no column is none: Activity%sTimeStampColumn', (which) => {
    const key = `Activity${which}TimeStampColumn`;
    const span = ['ActivityTimeSpanType=1', 'ActivityEndTimeStampColumn=ended'];
    for (const empty of [';', ' ; ;', '";"']) {
      const { agents, findings } = instead(`${key}=${empty}`, ...span);
      expect(agents).toBeUndefined();
      expect(findings).toMatchObject([{ severity: 'error', code: 'KEY_MISSING', key }]);
    }
  });

  it('a zone that both streams read is told of once', () => {
    const lines = [...needed, ...duration, 'TimeZone=Nowhere', 'CallDataTable=c', 'TimeStampColumn=t'];
    const document = parseIni(
      new TextEncoder().encode([...lines, 'QueueNameColumn=q', 'ValueTypes=v'].join('\r\n')),
    );
    const streams = { phoneLink: true, timeLink: true };
    const { findings } = readSection(
      systemSection(document, 'Bank')!,
      interfaceDefinition('universal'),
      streams,
    );
    expect(findings).toMatchObject([{ code: 'ZONE_UNKNOWN', key: 'TimeZone' }]);
  });
});

describe('how many columns a SELECT gives', () => {
  it('is counted where the text tells', () => {
    const counts: readonly (readonly [string, number | undefined])[] = [
      ['SELECT name, id FROM a', 2],
      ["select distinct( string(convert(varchar(5),s), '=', n) ) from t", 1],
      ['SELECT DISTINCT (convert(char(5),id)+"="+name), id FROM t', 2],
      ['SELECT TOP 10 name, id, x FROM t', 3],
      ['SELECT DISTINCT TOP (10) PERCENT name FROM t', 1],
      ['SELECT FIRST 5 name,id FROM t', 2],
      ["SELECT 'a, b' AS x, [c, d], `e,f` FROM t", 3],
      ['SELECT CASE WHEN a IN (1, 2) THEN 1 ELSE 0 END, b * 2, COUNT(*) FROM t', 3],
      ['SELECT 1, 2 UNION SELECT 3, 4', 2],
      ['SELECT (SELECT MAX(id) FROM b), name FROM t', 2],
      ['SELECT * FROM t', undefined],
      ['SELECT t.*, id FROM t', undefined],
      ['SELECT name -- , id\nFROM t', undefined],
      ['WITH a AS (SELECT 1) SELECT * FROM a', undefined],
      ['EXEC activities', undefined],
    ];
    for (const [sql, count] of counts) expect(selectedColumnCount(sql), sql).toBe(count);
  });
});
