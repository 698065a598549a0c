import { describe, expect, it } from 'vitest';
import { checkHome } from '#engine/check/check-home.ts';
import { testSystem } from '#engine/interfaces/test-system.ts';
import { openConnection } from '#engine/odbc/connection.ts';
import { connectionStringOf } from '#engine/odbc/connectionString.ts';
import { findingSchema } from '#shared/contract/check.ts';
import { problemSchema } from '#shared/contract/imports.ts';
import { type MessageShape, messageText } from '#shared/i18n/messages.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import { callKeys, callTable, map, script, section, settings, smallCentre } from '../support/acd.ts';
import { homeWith, importCalls } from '../support/home.ts';

/** Two words for each: none of them is the English one, and nothing stays to be filled in. */
function inBoth(shape: MessageShape): { readonly fr: string; readonly de: string } {
  const texts = { fr: messageText('fr', shape), de: messageText('de', shape) };
  for (const text of Object.values(texts)) {
    expect(text, shape.code).not.toBe(shape.message);
    expect(text, shape.code).not.toMatch(/{{|undefined|\[object/);
  }
  return texts;
}

/** As the page gets it. */
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('What the real engine says, in French and German', () => {
  it('names the data sources there are when one is wrong', async () => {
    const login = { source: 'No such DSN', user: 'x', password: 'a secret of nobody' };
    const error = await openConnection(connectionStringOf(login), { connectTimeoutMs: 5_000 }).then(
      () => undefined,
      errorShape,
    );
    const { fr, de } = inBoth(overTheWire(error!));
    expect(fr).toMatch(/^Il n’existe pas de source de données «\u00a0No such DSN\u00a0»\. (Trouvées|Aucune)/);
    expect(de).toMatch(/^Es gibt keine Datenquelle „No such DSN“\. (Hier gefunden|Auf diesem Rechner)/);
    expect(JSON.stringify(error)).not.toContain('a secret of nobody');
  });

  it('tells each step of Test ODBC', async () => {
    const database = callTable([['2026-03-10T08:00:00Z', 'Sales', 7, 6]]);
    const wrong = settings(
      section('ACD', { Source: database.connectionString, ...callKeys, ValueTypes: 'offerd' }),
    );
    const home = await homeWith(smallCentre(database, { settings: wrong }));
    const { steps } = await testSystem(home, 'ACD');
    // Figures are the same in any language.
    const told = steps.filter(({ note }) => note?.details?.variant !== 'first-rows');
    const texts = told.map((step) => inBoth(overTheWire(step.note ?? step.error!)).fr);
    expect(texts[1]).toBe('Une chaîne de connexion, sans nom de source de données.');
    expect(texts[2]).toMatch(/^SQLite3, .*, 64 bits\.$/);
    expect(texts[3]).toMatch(/^Connecté à SQLite/);
    expect(texts[6]).toBe('Lignes\u00a0: 1\u00a0; la première\u00a0: Sales');
    expect(texts[7]).toMatch(
      /^Une colonne de la requête n’existe pas\. Vérifiez son nom\. Le pilote indique/,
    );
    expect(texts[8]).toMatch(/^Aucune ligne du \d{1,2} \p{L}+ \d{4} \(/u);
  });

  it('tells where a script failed, and what became of the value', async () => {
    const centre = smallCentre(callTable([['2026-03-10T08:00:00Z', 'Sales', 7, 0]]), {
      scripts: { 1: script(1, 'Result = 1 / (Para1 - 7)'), 2: script(1, 'Result = Para1 +') },
    });
    const run = await importCalls(await homeWith(centre), { from: '2026-03-10', to: '2026-03-10' });
    const texts = run.problems.map((problem) => inBoth(problemSchema.parse(overTheWire(problem))).fr);
    expect(texts.sort()).toEqual([
      '1.BAS, ligne 7\u00a0: Division par zéro\u00a0: testez d’abord le diviseur, par exemple If Para2 <> 0 Then. La valeur de l’intervalle reste inchangée.',
      '2.BAS, ligne 7, colonne 18\u00a0: Une valeur manque après + à la fin de la ligne.',
    ]);
  });

  it('tells why a day could not be read, and what it fed', async () => {
    const database = callTable([['2026-03-10T08:00:00Z', 'Sales', 7, 0]]);
    const wrong = settings(
      section('ACD', { Source: database.connectionString, ...callKeys, CallDataTable: 'cals' }),
    );
    const home = await homeWith(smallCentre(database, { settings: wrong }));
    const { problems } = await importCalls(home, { from: '2026-03-10', to: '2026-03-10' });
    expect(problems.map(({ code }) => code)).toContain('ODBC_TABLE_MISSING');
    for (const problem of problems) inBoth(overTheWire(problem));
  });

  it('writes the days of a problem as each language writes days', async () => {
    const database = callTable([['2026-03-10T08:00:00Z', 'Sales', 7, 6]]);
    const home = await homeWith(smallCentre(database));
    const day = { from: '2026-03-10', to: '2026-03-10' };
    await importCalls(home, day);
    database.exec('DELETE FROM calls');
    const { problems } = await importCalls(home, { ...day, dryRun: true, writeNull: true });
    const told = (code: string) => {
      const problem = problemSchema.parse(overTheWire(problems.find((one) => one.code === code)));
      return { ...inBoth(problem), en: messageText('en', problem) };
    };
    const empty = told('WRITE_NULL_DAY_EMPTY');
    expect(empty.fr).toMatch(/^ACD n’a rien renvoyé pour le 10 mars 2026\. /);
    expect(empty.de).toMatch(/^ACD hat für den 10\. März 2026 nichts geliefert\. /);
    expect(empty.en).toMatch(/^ACD returned nothing for March 10, 2026\. /);
    const nothing = told('NOTHING_READ');
    expect(nothing.fr).toContain('affectées le 10 mars 2026.');
    expect(nothing.de).toContain('am 10. März 2026 keine Zeile');
    expect(nothing.en).toContain('for the mapped queues on March 10, 2026.');
    const range = await importCalls(home, { from: '2026-03-09', to: '2026-03-10' });
    const days = inBoth(overTheWire(range.problems.find(({ code }) => code === 'NOTHING_READ')!));
    expect(days.fr).toContain('du 9 mars 2026 au 10 mars 2026.');
    expect(days.de).toContain('vom 9. März 2026 bis 10. März 2026');
  });

  it('tells every finding of a home full of mistakes', async () => {
    const home = await homeWith({
      settings: settings(
        section('ACD', { Source: 'x', Pwd: 'a secret of nobody', ...callKeys, TimeZone: 'Europe/Pariss' }),
        section('Two', { CallDataTable: 'calls', TimeStampType: '7', ValueTypes: '"a', Interval: '17' }),
        section('Three', {
          Source: 'x',
          ...callKeys,
          QueueNameType: '1;0;1',
          ValueTypeFunctions: 'sum;med',
          TimeStampType: '0',
          TimeStampFormat: 'yyyy-mm-mm',
        }),
        section('Four', { Source: 'x', ...callKeys }),
      ),
      mapping:
        'this is no mapping\r\n' +
        map(
          '0:9:1=Four:Sales:offered',
          '0:1:9=Four:Sales:offered',
          '0:1:1=Four:Sales:lost',
          '0:1:1=Nobody:Sales:offered',
          '0:1:1=$1.BAS',
          '0:1:2=Four:Sales:offered',
          '0:1:2=$2.BAS',
          '0:2:1=$3.BAS',
          '0:2:2=Four:Sales:offered',
          '0:2:2=Four:Sales:answered',
          '0:2:2=$4.BAS',
          '0:2:2=$5.BAS',
          '0:2:1=',
        ),
      scripts: { 1: script(1, 'Reslt = Para3', 'If x Then'), 4: script(3, 'Result = Para3') },
      wfm: {
        queues: [
          { id: 1, name: 'Hotline' },
          { id: 2, name: 'Orders' },
        ],
        valueTypes: [
          { id: 1, name: 'Calls' },
          { id: 2, name: 'Answered' },
        ],
        externalSystems: [{ name: 'Five', interface: 'universal', phoneLink: true, timeLink: false }],
      },
    });
    const findings = (await checkHome(home)).map((finding) => findingSchema.parse(overTheWire(finding)));
    expect(new Set(findings.map(({ code }) => code)).size).toBeGreaterThan(12);
    for (const finding of findings) inBoth(finding);
    expect(JSON.stringify(findings)).not.toContain('a secret of nobody');
  });
});
