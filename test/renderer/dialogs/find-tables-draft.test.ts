import { describe, expect, it } from 'vitest';
import { interfaceDefinitions } from '#engine/interfaces/definitions.ts';
import type { Proposal, TableColumn } from '#shared/contract/find-tables.ts';
import {
  choicesOf,
  type Draft,
  draftOf,
  roleOf,
  rolesFor,
  withAnswer,
  withRole,
  withRowCount,
} from '../../../renderer/dialogs/find-tables/draft.ts';
import { findsTables } from '../../../renderer/dialogs/find-tables/finds-tables.ts';

const columns = {
  start: { name: 'start', kind: 'text', type: 'varchar(20)' },
  day: { name: 'day', kind: 'date', type: 'date' },
  clock: { name: 'clock', kind: 'number', type: 'integer' },
  queue: { name: 'queue', kind: 'text', type: 'varchar(40)' },
  site: { name: 'site', kind: 'text', type: 'varchar(40)' },
  offered: { name: 'offered', kind: 'number', type: 'integer' },
} as const satisfies Record<string, TableColumn>;
const all: readonly TableColumn[] = Object.values(columns);

const because = { confidence: 0.9, reasons: [] };
const proposal: Proposal = {
  stamps: [
    { ...because, choice: { kind: 'column', column: 'start', type: 'text', format: 'dd.mm.yyyy HH:MM' } },
    {
      ...because,
      choice: { kind: 'date-and-time', dateColumn: 'day', timeColumn: 'clock', timeForm: 'minutes' },
    },
  ],
  queues: [],
  figures: [],
  names: [],
  rows: { confidence: 0, reasons: [] },
  questions: [],
  choices: { table: { name: 'calls' }, queueColumns: [], figures: [] },
};
const empty: Draft = draftOf(proposal.choices);

describe('What is chosen for a table', () => {
  it('starts from what was proposed and gives the same back', () => {
    const choices: Proposal['choices'] = {
      table: { name: 'calls' },
      stamp: proposal.stamps[1]!.choice,
      queueColumns: ['queue'],
      names: { table: { name: 'queues' }, nameColumn: 'name', keyColumn: 'id' },
      figures: [{ column: 'offered', function: 'SUM' }],
      rows: 15,
    };
    expect(choicesOf(draftOf(choices), false)).toEqual(choices);
  });

  it('takes what was found out about a column along with its role', () => {
    const draft = withRole(empty, columns.start, 'stamp', proposal);
    expect(roleOf(draft, 'start')).toBe('stamp');
    expect(choicesOf(draft, false).stamp).toEqual(proposal.stamps[0]!.choice);
  });

  it('has one time stamp: a column, or a date with a time, and none while the time is missing', () => {
    const byText = withRole(empty, columns.start, 'stamp', proposal);
    const byDate = withRole(byText, columns.day, 'date', proposal);
    expect(roleOf(byDate, 'start')).toBe('none');
    expect(choicesOf(byDate, false).stamp).toBeUndefined();
    const byBoth = withRole(byDate, columns.clock, 'time', proposal);
    expect(choicesOf(byBoth, false).stamp).toEqual(proposal.stamps[1]!.choice);
    const again = withRole(byBoth, columns.start, 'stamp', proposal);
    expect([roleOf(again, 'day'), roleOf(again, 'clock')]).toEqual(['none', 'none']);
  });

  it('gives a column one role; several queue columns are levels in the order they were chosen', () => {
    let draft = withRole(empty, columns.site, 'queue', proposal);
    draft = withRole(draft, columns.queue, 'queue', proposal);
    expect(draft.queueColumns).toEqual(['site', 'queue']);
    draft = withRole(draft, columns.site, 'COUNT', proposal);
    expect(draft.queueColumns).toEqual(['queue']);
    expect(roleOf(draft, 'site')).toBe('COUNT');
    expect(roleOf(withRole(draft, columns.site, 'none', proposal), 'site')).toBe('none');
  });

  it('names no table for names where the queue has levels', () => {
    const names = { table: { name: 'queues' }, nameColumn: 'name', keyColumn: 'id' };
    const draft = { ...withRole(empty, columns.queue, 'queue', proposal), names };
    expect(choicesOf(draft, false).names).toEqual(names);
    expect(choicesOf(withRole(draft, columns.site, 'queue', proposal), false).names).toBeUndefined();
  });

  it('counts rows before anything that is measured', () => {
    const draft = withRowCount(withRole(empty, columns.offered, 'SUM', proposal), true);
    expect(draft.figures.map(({ column }) => column)).toEqual(['*', 'offered']);
    expect(withRowCount(draft, false).figures.map(({ column }) => column)).toEqual(['offered']);
  });

  it('offers a kind of column only the roles it can have', () => {
    expect(rolesFor('date')).toEqual(['none', 'date', 'COUNT']);
    expect(rolesFor('other')).toEqual(['none']);
    expect(rolesFor('number')).toContain('SUM');
    expect(rolesFor('text')).not.toContain('SUM');
  });
});

describe('An answer to a question', () => {
  it('is a format of the column that was found', () => {
    const draft = withAnswer(empty, 'stamp', 'mm/dd/yyyy HH:MM', proposal, all);
    expect(draft.stamp).toEqual({ column: 'start', type: 'text', format: 'mm/dd/yyyy HH:MM' });
  });

  it('is a column, an interval, or that rows are calls', () => {
    expect(withAnswer(empty, 'queue', 'queue', proposal, all).queueColumns).toEqual(['queue']);
    expect(withAnswer(empty, 'figures', 'offered', proposal, all).figures).toEqual([
      { column: 'offered', function: 'SUM' },
    ]);
    expect(withAnswer(empty, 'rows', '30', proposal, all).rows).toBe(30);
    expect(withAnswer(empty, 'rows', 'calls', proposal, all).rows).toBe('calls');
    expect(roleOf(withAnswer(empty, 'stamp', 'start', proposal, all), 'start')).toBe('stamp');
  });

  it('says what the numbers of a time of the day are', () => {
    const pair = { ...proposal, stamps: [proposal.stamps[1]!] };
    expect(withAnswer(empty, 'stamp', 'hhmm', pair, all).time).toMatchObject({ form: 'hhmm' });
  });

  it('leaves a text without a format open where several fit, and in the ISO form where none is needed', () => {
    const draft = { ...empty, stamp: { column: 'start', type: 'text' as const, format: '' } };
    expect(choicesOf(draft, true).stamp).toMatchObject({ format: '' });
    expect(choicesOf(draft, false).stamp).not.toHaveProperty('format');
  });
});

describe('The search for tables', () => {
  it('is offered by the interfaces whose tables are settings, not by those that know their own', async () => {
    const offered = (await interfaceDefinitions()).filter(findsTables).map(({ id }) => id);
    expect(offered).toEqual(expect.arrayContaining(['universal', 'bosch-bcc']));
    expect(offered).not.toContain('avaya-cms');
  });
});
