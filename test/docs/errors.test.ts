import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Texts of that form that name something else: what other programs call so, and words of the script editor that are no error. */
const notOurs =
  /^(SCENARIO_FIX|SCENARIO_HELP|SCENARIO_TEMPLATE|SQLITE_.*|SQL_.*|XLINK_CSP_NONCE|CONN_TIMEOUT|BINARY_DOUBLE|BYTE_ARRAY|DELTA_BINARY_PACKED|EAI_AGAIN)$/;
/** Codes of one word: as texts they cannot be told from other words in capitals. */
const oneWord = ['CANCELLED', 'INTERNAL', 'USAGE'];

/** Every code in the sources of the program; the words in other languages repeat them. */
function codesInSources(): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of ['shared', 'electron', 'renderer']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || (folder === 'shared' && name.startsWith('i18n'))) continue;
      const text = readFileSync(join(root, folder, name), 'utf8');
      for (const [, code = ''] of text.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g)) {
        if (!notOurs.test(code)) found.set(code, `${folder}/${name}`);
      }
      for (const code of oneWord) if (text.includes(`'${code}'`)) found.set(code, `${folder}/${name}`);
    }
  }
  return found;
}

const rows = readFileSync(join(root, 'docs/errors.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| |\s*\|$/g, '')));
const listed = rows.map(([code = '']) => code.replaceAll('`', ''));

describe('docs/errors.md', () => {
  it('lists every code that the program can say', () => {
    const missing = [...codesInSources()].filter(([code]) => !listed.includes(code));
    expect(missing).toEqual([]);
  });

  it('lists none that the program never says, and each once', () => {
    const known = codesInSources();
    expect(listed.filter((code) => !known.has(code))).toEqual([]);
    expect(listed.filter((code, index) => listed.indexOf(code) !== index)).toEqual([]);
  });

  it('says of each what it means and what to do', () => {
    for (const row of rows) {
      expect(row.length, row[0]).toBe(3);
      for (const cell of row) expect(cell.length, row[0]).toBeGreaterThan(3);
    }
  });
});
