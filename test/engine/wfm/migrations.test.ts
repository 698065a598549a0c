import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Migration, migrate, migrations } from '#engine/wfm/sqlite/migrations.ts';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { scratchFolder } from './scratch.ts';

function database(): Database.Database {
  const opened = new Database(join(scratchFolder(), 'wfm.db'));
  onTestFinished(() => void opened.close());
  return opened;
}

const first: Migration = { version: 1, name: 'one', sql: 'CREATE TABLE one (id INTEGER)' };
const second: Migration = {
  version: 2,
  name: 'two',
  sql: 'CREATE TABLE two (id INTEGER); INSERT INTO one VALUES (2)',
};
const broken: Migration = {
  version: 3,
  name: 'three',
  sql: 'CREATE TABLE three (id INTEGER); SELECT nonsense',
};

function state(opened: Database.Database) {
  const tables = opened
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all();
  return { version: opened.pragma('user_version', { simple: true }), tables };
}

describe('Migrations', () => {
  it('are numbered from 1 without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('are done in order, each once', () => {
    const opened = database();
    migrate(opened, [first]);
    expect(state(opened)).toEqual({ version: 1, tables: ['one'] });
    migrate(opened, [first, second]);
    migrate(opened, [first, second]);
    expect(state(opened)).toEqual({ version: 2, tables: ['one', 'two'] });
    expect(opened.prepare('SELECT * FROM one').all()).toEqual([{ id: 2 }]);
  });

  it('leave nothing of a step that fails', () => {
    const opened = database();
    expect(() => migrate(opened, [first, second, broken])).toThrow('nonsense');
    expect(state(opened)).toEqual({ version: 2, tables: ['one', 'two'] });
  });

  it('tell of a file of the first version which system replaced what, so that its runs can be undone', async () => {
    const opened = database();
    migrate(opened, migrations.slice(0, 1));
    opened.exec(`
      INSERT INTO queue VALUES (1, 'Hotline', NULL, 'UTC', 60, 1);
      INSERT INTO value_type VALUES (1, 'Offered', 'count');
      INSERT INTO run (id, stream, systems, from_day, to_day, write_null, dry_run, origin, status, started_utc_s,
        finished_utc_s, owner_host, owner_pid, owner_token, heartbeat_utc_s)
        VALUES (5, 'calls', '["Avaya","Bank"]', '2026-03-28', '2026-03-28', 0, 0, 'cli', 'completed', 1, 2, 'h', 1, 't', 2);
      INSERT INTO run_day (run_id, system, day, state) VALUES (5, 'Avaya', '2026-03-28', 'failed'),
        (5, 'Bank', '2026-03-28', 'done');
      INSERT INTO day_values VALUES (1, 1, '2026-03-28', 0, 60, '[100]', 5);
      INSERT INTO replaced_values VALUES (5, '2026-03-28', 1, 1, 0, 60, '[50]', NULL);`);
    const store = await openSqliteStore(opened.name);
    onTestFinished(() => store.close());
    expect(await store.run(5)).toMatchObject({ undoable: true });
    expect(await store.runChanges(5, { system: 'Bank', day: '2026-03-28' })).toMatchObject([
      { before: { valuesHundredths: '[50]' }, after: { valuesHundredths: '[100]' }, nowRunId: 5 },
    ]);
  });
});
