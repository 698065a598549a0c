import { describe, expect, it } from 'vitest';
import { columnFacts, type SampleValue } from '#engine/interfaces/find-tables/column-facts.ts';
import { namesCandidates } from '#engine/interfaces/find-tables/name-tables.ts';
import { propose } from '#engine/interfaces/find-tables/propose.ts';
import { ratedByColumns, ratedByTableName } from '#engine/interfaces/find-tables/rank-tables.ts';
import { textForms, timeOfDayFormats } from '#engine/interfaces/find-tables/stamp-forms.ts';
import type { Message } from '#shared/contract/common.ts';
import type { Proposal, TableColumn } from '#shared/contract/find-tables.ts';
import { messageText } from '#shared/i18n/messages.ts';

const nowUtc = Date.UTC(2026, 10, 22) / 1000;
const two = (value: number) => String(value).padStart(2, '0');

type Columns = Readonly<Record<string, readonly [TableColumn['kind'], (row: number) => SampleValue]>>;

/** The proposal for a table of these columns with so many rows, each value made from the number of its row. */
function proposed(columns: Columns, rows = 60): Proposal {
  const names = Object.keys(columns);
  const facts = columnFacts(
    names.map((name) => ({ name, kind: columns[name]![0], type: columns[name]![0] })),
    Array.from({ length: rows }, (_, row) => names.map((name) => columns[name]![1](row))),
  );
  const proposal = propose({ table: { name: 'calls' }, columns: facts, nowUtc });
  const { stamps, queues, figures, questions } = proposal;
  said.push(
    ...[...stamps, ...queues, ...figures, proposal.rows].flatMap(({ reasons }) => reasons),
    ...questions.map(({ message }) => message),
  );
  return proposal;
}

/** Every reason and question that came up. */
const said: Message[] = [];

/** Row 0 … 3 at 08:00, 4 … 7 at 08:15 and so on: four queues an interval. */
const quarter = (row: number) => Math.floor(row / 4) * 15 + 8 * 60;
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const hhmm = (minutes: number) => Math.floor(minutes / 60) * 100 + (minutes % 60);
const queue = (row: number) => ['Vertrieb', 'Technik', 'Rechnung', 'Zentrale'][row % 4]!;
const count = (row: number) => (row * 7) % 23;
const seconds = (row: number) => 61 + ((row * 37) % 900);

const variants = (proposal: Proposal) => proposal.questions.map(({ message }) => message.details?.variant);

describe('The proposal for a table', () => {
  it('finds a date/time, a queue and figures by German names', () => {
    const { choices, questions, rows } = proposed({
      ID: ['number', (row) => row],
      Zeitstempel: ['date-time', (row) => `2026-03-10 ${clock(quarter(row))}:00`],
      Warteschlange: ['text', queue],
      Angebotene_Anrufe: ['number', count],
      Angenommen: ['number', count],
      Verloren: ['number', count],
      Gesprächszeit: ['number', seconds],
      Max_Wartezeit: ['number', seconds],
      Agenten_Nr: ['number', count],
    });
    expect(questions).toEqual([]);
    expect(choices).toEqual({
      table: { name: 'calls' },
      stamp: { kind: 'column', column: 'Zeitstempel', type: 'datetime' },
      queueColumns: ['Warteschlange'],
      figures: [
        { column: 'Angebotene_Anrufe', function: 'SUM' },
        { column: 'Angenommen', function: 'SUM' },
        { column: 'Verloren', function: 'SUM' },
        { column: 'Gesprächszeit', function: 'SUM' },
        { column: 'Max_Wartezeit', function: 'MAX' },
      ],
      rows: 15,
    });
    expect(rows.reasons[0]?.details).toEqual({ variant: 'interval', minutes: 15 });
  });

  it('finds them by French names too, and Unix seconds by their values', () => {
    const start = Date.UTC(2026, 2, 10) / 1000;
    const { choices, questions } = proposed({
      cle: ['number', (row) => row],
      horodatage: ['number', (row) => start + quarter(row) * 60],
      file_attente: ['text', queue],
      appels_presentes: ['number', count],
      appels_traites: ['number', count],
      duree_conversation: ['number', seconds],
    });
    expect(questions).toEqual([]);
    expect(choices.stamp).toEqual({ kind: 'column', column: 'horodatage', type: 'unix' });
    expect(choices.queueColumns).toEqual(['file_attente']);
    expect(choices.figures.map(({ column }) => column)).toEqual([
      'appels_presentes',
      'appels_traites',
      'duree_conversation',
    ]);
  });

  it('puts a date and a time as HHMM together, and takes the interval from its own column', () => {
    const { choices, questions, rows } = proposed({
      row_date: ['date', () => '2026-03-10'],
      starttime: ['number', (row) => hhmm(quarter(row))],
      intrvl: ['number', () => 30],
      acd: ['number', () => 1],
      split: ['number', (row) => 101 + (row % 4)],
      callsoffered: ['number', count],
      acdcalls: ['number', count],
      abncalls: ['number', count],
      acdtime: ['number', seconds],
    });
    expect(questions).toEqual([]);
    expect(choices.stamp).toEqual({
      kind: 'date-and-time',
      dateColumn: 'row_date',
      timeColumn: 'starttime',
      timeForm: 'hhmm',
    });
    expect(choices.queueColumns).toEqual(['split']);
    expect(choices.figures.map(({ column }) => column)).toEqual([
      'callsoffered',
      'acdcalls',
      'abncalls',
      'acdtime',
    ]);
    expect(choices.rows).toBe(30);
    expect(rows.reasons[0]?.details?.variant).toBe('interval-column');
  });

  it('knows minutes since midnight from HHMM where the numbers tell', () => {
    const { choices } = proposed({
      dmn_date: ['date', () => '2026-03-10'],
      dmn_time: ['number', (row) => quarter(row)],
      group_name: ['text', queue],
      calls: ['number', count],
    });
    expect(choices.stamp).toMatchObject({ timeColumn: 'dmn_time', timeForm: 'minutes' });
  });

  it('asks where HHMM and minutes are the same', () => {
    const proposal = proposed(
      {
        tag: ['date', (row) => `2026-03-${two(10 + (row % 3))}`],
        uhrzeit: ['number', (row) => (row % 4) * 15],
        queue: ['text', queue],
        anrufe: ['number', count],
      },
      40,
    );
    expect(variants(proposal)).toContain('time-form');
    expect(proposal.choices.stamp).toBeUndefined();
  });

  it('asks where day and month cannot be told apart, and offers both formats', () => {
    const proposal = proposed({
      StartTime: ['text', (row) => `05/03/2026 ${clock(quarter(row))}`],
      Queue: ['text', queue],
      Offered: ['number', count],
    });
    expect(proposal.questions).toMatchObject([
      { about: 'stamp', options: ['dd/mm/yyyy HH:MM', 'mm/dd/yyyy HH:MM'] },
    ]);
    expect(proposal.choices.stamp).toBeUndefined();
    expect(proposal.choices.rows).toBe(15);
  });

  it('takes rows whose stamps lie on no grid for calls, counts them and leaves the interval out', () => {
    const { choices, rows } = proposed({
      call_id: ['text', (row) => `2026-${row}`],
      call_start: ['date-time', (row) => `2026-03-10 08:${two(row % 60)}:${two((row * 7) % 60)}`],
      call_end: ['date-time', (row) => `2026-03-10 09:${two(row % 60)}:${two((row * 7) % 60)}`],
      queue_name: ['text', queue],
      agent_name: ['text', (row) => `Agent ${row % 9}`],
      talk_seconds: ['number', seconds],
      abandoned: ['number', (row) => row % 2],
    });
    expect(rows.value).toBe('calls');
    expect(choices).toMatchObject({
      stamp: { column: 'call_start' },
      queueColumns: ['queue_name'],
      figures: [
        { column: 'call_id', function: 'COUNT' },
        { column: 'talk_seconds', function: 'SUM' },
        { column: 'abandoned', function: 'SUM' },
      ],
      rows: 'calls',
    });
  });

  it('names no column to count calls of which nothing is measured', () => {
    const { choices } = proposed({
      uniqueid: ['text', (row) => `u${row}`],
      calldate: ['date-time', (row) => `2026-03-10 08:${two(row % 60)}:${two((row * 7) % 60)}`],
      dnis: ['text', (row) => `0${row % 3}`],
    });
    expect(choices).toMatchObject({ queueColumns: ['dnis'], figures: [], rows: 'calls' });
  });

  it('asks, and guesses nothing, where names and values say nothing', () => {
    const proposal = proposed({
      a: ['number', count],
      b: ['text', (row) => `${row} x`],
      c: ['number', (row) => row - 5],
    });
    expect(variants(proposal)).toEqual(['stamp-none', 'queue-none', 'figures-none']);
    expect(proposal.choices).toEqual({ table: { name: 'calls' }, queueColumns: [], figures: [] });
  });

  it('asks where two columns are as likely as each other', () => {
    const proposal = proposed({
      von: ['date-time', (row) => `2026-03-10 ${clock(quarter(row))}:00`],
      zeit: ['date-time', (row) => `2026-03-10 ${clock(quarter(row) + 1)}:00`],
      split: ['text', queue],
      skill: ['text', queue],
      anrufe: ['number', count],
    });
    expect(variants(proposal)).toEqual(expect.arrayContaining(['stamp-several', 'queue-several']));
    expect(proposal.choices.stamp).toBeUndefined();
    expect(proposal.choices.queueColumns).toEqual([]);
  });

  it('says that a table without rows was judged by names and types only', () => {
    const proposal = proposed(
      {
        Timestamp: ['date-time', () => null],
        Queue: ['text', () => null],
        CallsOffered: ['number', () => null],
      },
      0,
    );
    expect(variants(proposal)).toEqual(['empty', 'rows']);
    expect(proposal.choices).toMatchObject({
      stamp: { column: 'Timestamp', type: 'datetime' },
      queueColumns: ['Queue'],
      figures: [{ column: 'CallsOffered' }],
    });
  });

  it('says of each proposal why, by a code that is told in any language', () => {
    const { stamps, queues, figures, rows } = proposed({
      Zeit: ['text', (row) => `10.03.2026 ${clock(quarter(row))}`],
      Queue: ['text', queue],
      Anrufe: ['number', count],
    });
    for (const { reasons } of [...stamps, ...queues, ...figures, rows]) {
      expect(reasons.length).toBeGreaterThan(0);
      for (const { code, details } of reasons) {
        expect(code).toBe('FIND_TABLES_REASON');
        expect(details?.variant).toBeTypeOf('string');
      }
    }
    expect(stamps[0]?.choice).toMatchObject({ format: 'dd.mm.yyyy HH:MM' });
  });
});

describe('The format of texts', () => {
  it.each([
    [['2026-03-10 08:15:00'], ['yyyy-mm-dd HH:MM:SS']],
    [['2026-03-10T08:15'], ['yyyy-mm-ddTHH:MM']],
    [['10.03.2026 08:15', '01.03.2026 09:00'], ['dd.mm.yyyy HH:MM']],
    [['1.3.2026 8:15', '12.3.2026 18:15'], ['d.m.yyyy H:MM']],
    [['3/10/26 8:15 AM', '3/29/26 10:15 PM'], ['m/dd/yy h:MM tt']],
    [['25/03/2026 08:15'], ['dd/mm/yyyy HH:MM']],
    [['202603100815'], ['yyyymmddHHMM']],
    [['20260310081500'], ['yyyymmddHHMMSS']],
    [['20260310 0815'], ['yyyymmdd HHMM']],
    [['2026-03-10 08:15:00.123'], ['yyyy-mm-dd HH:MM:SS.fff']],
    [['2026-03-10T08:15:00Z', '2026-03-10T08:15:00+01:00'], [undefined]],
    [['2026-03-10 8h15'], ["yyyy-mm-dd H'h'MM"]],
    [['05/03/2026 08:15'], ['dd/mm/yyyy HH:MM', 'mm/dd/yyyy HH:MM']],
    [['2026-03-10', '2026-13-10'], []],
    [['Sales', 'Support'], []],
    [['10.03.2026 25:15'], []],
    [['99999999'], []],
  ])('of %j is %j', (texts, formats) => {
    expect(textForms(texts).map(({ format }) => format)).toEqual(formats);
  });

  it('of a time of the day', () => {
    expect(timeOfDayFormats(['08:15', '23:45'])).toEqual(['HH:MM']);
    expect(timeOfDayFormats(['8:15:30', '23:45:00'])).toEqual(['H:MM:SS']);
    expect(timeOfDayFormats(['0815'])).toEqual(['HHMM']);
    expect(timeOfDayFormats(['0875'])).toEqual([]);
  });
});

describe('The names of keys', () => {
  const facts = (columns: Readonly<Record<string, readonly SampleValue[]>>) =>
    columnFacts(
      Object.entries(columns).map(([name, values]) => ({
        name,
        kind: typeof values[0] === 'number' ? ('number' as const) : ('text' as const),
        type: '',
      })),
      Array.from({ length: Object.values(columns)[0]!.length }, (_, row) =>
        Object.values(columns).map((values) => values[row]!),
      ),
    );
  const [key] = facts({ split: [101, 102, 103, 101] });

  it('are found where the keys really are', () => {
    const candidates = namesCandidates(key!, [
      { table: { name: 'agents' }, columns: facts({ id: [1, 2, 3], name: ['A', 'B', 'C'] }) },
      {
        table: { name: 'splits' },
        columns: facts({ split_no: [100, 101, 102, 103], split_name: ['Z', 'Sales', 'Help', 'Info'] }),
      },
    ]);
    expect(candidates).toHaveLength(1);
    expect(candidates[0]).toMatchObject({
      choice: { table: { name: 'splits' }, nameColumn: 'split_name', keyColumn: 'split_no' },
      reasons: [{ details: { variant: 'join', matched: 3, keys: 3 } }],
    });
    expect(candidates[0]!.confidence).toBeGreaterThan(0.7);
  });

  it('are less sure where one name stands for two keys', () => {
    const table = { name: 'splits' };
    const clear = namesCandidates(key!, [
      { table, columns: facts({ split: [101, 102, 103], name: ['A', 'B', 'C'] }) },
    ]);
    const doubled = namesCandidates(key!, [
      { table, columns: facts({ split: [101, 102, 103], name: ['A', 'A', 'A'] }) },
    ]);
    expect(doubled[0]!.confidence).toBeLessThan(clear[0]!.confidence);
  });
});

describe('Reasons and questions', () => {
  it('are told in French and German, with everything they speak of', () => {
    const variants = new Set(said.map(({ details }) => details?.variant));
    expect(variants.size, [...variants].join(' ')).toBeGreaterThan(15);
    for (const message of said) {
      for (const language of ['fr', 'de'] as const) {
        const text = messageText(language, message);
        expect(text, message.message).not.toBe(message.message);
        expect(text).not.toMatch(/{{|undefined|\[object/);
      }
    }
  });
});

describe('The order of tables', () => {
  it('goes by their names', () => {
    const likelihood = (name: string) => ratedByTableName(name).likelihood;
    expect(likelihood('queue_interval')).toBeGreaterThan(likelihood('config'));
    expect(likelihood('WarteschlangeStatistik')).toBeGreaterThan(likelihood('kunden'));
    expect(likelihood('agent_log')).toBeLessThan(likelihood('hsplit'));
  });

  it('and by what their columns say, whatever the name', () => {
    const columns = (names: Readonly<Record<string, TableColumn['kind']>>): TableColumn[] =>
      Object.entries(names).map(([name, kind]) => ({ name, kind, type: '' }));
    const t17 = ratedByColumns(
      't_017',
      columns({ ts: 'date-time', queue: 'text', offered: 'number', lost: 'number' }),
    );
    const queues = ratedByColumns('queues', columns({ id: 'number', name: 'text' }));
    expect(t17.likelihood).toBeGreaterThan(queues.likelihood);
    expect(t17.reasons.at(-1)?.details).toEqual({
      variant: 'table-columns',
      stamps: 1,
      queues: 1,
      figures: 2,
    });
  });
});
