import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { testSystem } from '#engine/interfaces/test-system.ts';
import { previousDay, today } from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { messageText } from '#shared/i18n/messages.ts';
import { section, settings } from '../../support/acd.ts';
import { homeWith } from '../../support/home.ts';
import { sqliteFile } from '../../support/sqlite.ts';

const agentKeys = {
  ActivitySQL: 'SELECT name, id FROM states ORDER BY name;',
  AgentActivityTable: 'events',
  AgentColumn: 'agent',
  ActivityColumn: 'state',
  ActivityTimeSpanType: '0',
  ActivityStartTimeStampColumn: 'began',
  ActivityDurationColumn: 'seconds',
};

/** The steps that Test ODBC takes for the agents of a system of TimeLink, with its outcome, note and warnings. */
async function stepsOf(keys: Readonly<Record<string, string>>, rows = '') {
  const database = sqliteFile(`
    CREATE TABLE states (name VARCHAR(20), id INTEGER);
    INSERT INTO states VALUES ('Ready', 1), ('Break', 2);
    CREATE VIEW names AS SELECT name FROM states;
    CREATE TABLE events (agent INTEGER, state INTEGER, began TIMESTAMP, seconds INTEGER);
    ${rows}`);
  onTestFinished(database.remove);
  const home = await homeWith({
    settings: settings(section('ACD', { Source: database.connectionString, ...agentKeys, ...keys })),
    mapping: '',
    wfm: {
      queues: [],
      valueTypes: [],
      externalSystems: [{ name: 'ACD', interface: 'universal', phoneLink: false, timeLink: true }],
    },
  });
  const { steps } = await testSystem(home, 'ACD');
  return Object.fromEntries(
    steps.filter(({ subject }) => subject !== '').map((step) => [`${step.step} ${step.subject}`, step]),
  );
}

describe("Test ODBC of a system's agents", () => {
  it('asks for the right on their table, for the activities, and for a day of them as an import would', async () => {
    // At noon of yesterday on the clock of this machine, which goes on meanwhile only for the others.
    vi.setSystemTime(new Date());
    onTestFinished(() => void vi.useRealTimers());
    const here = zoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone);
    const began = `${previousDay(today(here, Date.now() / 1000))} 12:00:00`;
    const steps = await stepsOf({}, `INSERT INTO events VALUES (4711, 2, '${began}', 600);`);
    expect(Object.keys(steps)).toEqual([
      'table events',
      'statement ActivitySQL',
      'statement AgentActivityTable',
    ]);
    expect(Object.values(steps).map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok']);
    expect(steps['statement ActivitySQL']?.detail).toBe('2 rows, the first one: Break, 2');
    expect(steps['statement AgentActivityTable']?.detail).toBe(`4711, 2, ${began}, 600`);
  });

  it('says that a statement works where there is no row yet', async () => {
    const step = (await stepsOf({}))['statement AgentActivityTable'];
    expect(step).toMatchObject({ outcome: 'ok', detail: 'The statement works and gives no row.' });
  });

  it('names the column that the table does not have, with the words of the driver', async () => {
    const steps = await stepsOf({ ActivityDurationColumn: 'length_of_it' });
    expect(steps['statement ActivitySQL']?.outcome).toBe('ok');
    expect(steps['statement AgentActivityTable']).toMatchObject({
      outcome: 'failed',
      error: { code: 'ODBC_COLUMN_MISSING' },
      detail: expect.stringContaining('length_of_it'),
    });
  });

  it('warns of activities without an id where only the database can tell', async () => {
    const step = (await stepsOf({ ActivitySQL: 'SELECT * FROM names' }))['statement ActivitySQL']!;
    expect(step).toMatchObject({ outcome: 'ok', warnings: [{ code: 'ACTIVITY_SQL_NO_ID' }] });
    for (const language of ['fr', 'de'] as const) {
      expect(messageText(language, step.warnings[0]!)).not.toBe(step.warnings[0]!.message);
    }
  });
});
