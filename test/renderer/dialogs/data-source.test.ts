import { describe, expect, it } from 'vitest';
import {
  type DataSource,
  findDataSource,
  isHidden,
  matchingSources,
} from '../../../renderer/dialogs/configuration/data-source.ts';

const source = (name: string, scope: 'user' | 'system', notes: DataSource['notes'] = []): DataSource => ({
  name,
  driver: 'SQLite3',
  scope,
  definedIn: `${scope}.ini`,
  notes,
});
const hidden = { code: 'DSN_TWICE', message: 'x', details: { variant: 'hidden-by-user' } };
const counts = { code: 'DSN_TWICE', message: 'x', details: { variant: 'counts' } };
const bits = { code: 'DSN_BITNESS', message: 'x' };

describe('a data source that is typed by name', () => {
  it('is the one that counts of several, in any case', () => {
    const all = [source('Bank', 'system', [hidden]), source('bank', 'user', [counts])];
    expect(findDataSource(all, ' BANK ')?.scope).toBe('user');
    expect(isHidden(all[0]!)).toBe(true);
    expect(isHidden(all[1]!)).toBe(false);
  });

  it('is found though only programs of the other bitness see it, so that this can be said', () => {
    const all = [source('Avaya', 'system', [bits])];
    expect(findDataSource(all, 'Avaya')).toBe(all[0]);
    expect(isHidden(all[0]!)).toBe(true);
  });

  it('narrows the list by name, driver or description; a connection string asks for none', () => {
    const all = [source('Bank', 'user'), { ...source('Avaya', 'user'), description: 'of the bank' }];
    expect(matchingSources(all, 'ban')).toEqual(all);
    expect(matchingSources(all, 'ava')).toEqual([all[1]]);
    expect(matchingSources(all, 'Driver=SQLite3;')).toEqual([]);
  });
});
