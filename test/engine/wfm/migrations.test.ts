import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Migration, migrate, migrations } from '#engine/wfm/sqlite/migrations.ts';
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
});
