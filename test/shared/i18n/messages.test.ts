import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listValue } from '#shared/domain/ini/values.ts';
import { parseSource } from '#shared/domain/mapping/document.ts';
import { compileScenario, runScenario } from '#shared/domain/scenario/index.ts';
import { parseDay } from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { consoleWords as consoleDe } from '#shared/i18n/de/console.ts';
import { dialogWords as dialogsDe } from '#shared/i18n/de/dialogs.ts';
import { formatsFor } from '#shared/i18n/formats.ts';
import { consoleWords as consoleFr } from '#shared/i18n/fr/console.ts';
import { dialogWords as dialogsFr } from '#shared/i18n/fr/dialogs.ts';
import { type MessageShape, messagesOf, messageText } from '#shared/i18n/messages.ts';
import { errorShape } from '#shared/rpc/errors.ts';

const root = join(import.meta.dirname, '../../..');

/** Only the command line says these, and it speaks English. */
const ofTheCommandLine = [
  'USAGE',
  'FILE_UNREADABLE',
  'CONFIRMATION_NEEDED',
  'EXPORT_NEEDS_FILE',
  'EXPORT_FILE_UNWRITABLE',
  'VALUE_TYPE_UNKNOWN',
  'MAPPING_SOURCE_ABSENT',
];

const codes = readFileSync(join(root, 'docs/errors.md'), 'utf8')
  .split('\n')
  .flatMap((line) => /^\| `([A-Z0-9_]+)` \|/.exec(line)?.[1] ?? []);

/** Of everything that can say a code. */
const sources = ['shared/domain', 'shared/contract', 'shared/rpc', 'electron', 'renderer']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  )
  .join('\n');

/** What a text names, once each: a quantity and the word that goes with it are one. */
const holes = (text: string) => [...new Set([...text.matchAll(/{{(\w+)/g)].map(([, name]) => name))].sort();

function thrown(work: () => unknown): MessageShape {
  try {
    work();
  } catch (error) {
    return errorShape(error);
  }
  throw new Error('Nothing was thrown.');
}

describe.each(['fr', 'de'] as const)('Messages in %s', (language) => {
  const messages = messagesOf[language];
  const names = Object.keys(messages);

  it('are there for every code of docs/errors.md that the console can show', () => {
    expect(codes.length).toBeGreaterThan(150);
    const known = new Set(names.map((name) => name.split('.')[0]));
    expect(codes.filter((code) => !known.has(code) && !ofTheCommandLine.includes(code))).toEqual([]);
  });

  it('are there for nothing that the program never says', () => {
    const said = new Set(names.map((name) => name.split('.')[0]!));
    expect([...said].filter((code) => !sources.includes(`'${code}'`) && code !== 'effect')).toEqual([]);
  });

  it('end as sentences do, and never shout', () => {
    for (const [name, texts] of Object.entries(messages)) {
      for (const text of [texts].flat()) {
        expect(text.trim(), name).toBe(text);
        expect(text, name).not.toMatch(/!$/);
      }
    }
  });

  it('speak of every finding and every fault of the programs the language is tested with', () => {
    const programs = join(root, 'test/shared/domain/scenario/programs');
    const english: string[] = [];
    let told = 0;
    for (const file of readdirSync(programs, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.bas')) continue;
      const { program, findings } = compileScenario(readFileSync(join(programs, file), 'utf8'));
      const said: MessageShape[] = [...findings];
      if (program) {
        const outcome = runScenario(program, { paras: [], weekday: 2, minutes: 480 });
        if (!outcome.ok && outcome.error.details?.variant !== 'own') said.push(outcome.error);
      }
      told += said.length;
      for (const shape of said) {
        const text = messageText(language, shape);
        if (text === shape.message || /{{|undefined|\[object/.test(text)) english.push(`${file}: ${text}`);
      }
    }
    expect(told).toBeGreaterThan(100);
    expect(english).toEqual([]);
  });
});

/** All texts under some words, whatever their depth. */
function textsOf(words: unknown): string[] {
  return typeof words === 'string' ? [words] : Object.values(words as object).flatMap(textsOf);
}

describe('What is set as each language sets it', () => {
  it('French: a no-break space before ; : ? ! and inside « »', () => {
    const texts = textsOf([messagesOf.fr, consoleFr, dialogsFr]);
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter((text) => /[ ][;:?!»]|«(?!\u00a0)|(?<!\u00a0)»/.test(text))).toEqual([]);
  });

  it('German: quotes „so“, and no others', () => {
    const texts = textsOf([messagesOf.de, consoleDe, dialogsDe]);
    const count = (text: string, sign: string) => text.split(sign).length - 1;
    expect(texts.filter((text) => count(text, '„') !== count(text, '“') || /[«»”]/.test(text))).toEqual([]);
  });
});

describe('A message in two languages', () => {
  it('has the same codes and variants', () => {
    expect(Object.keys(messagesOf.de).sort()).toEqual(Object.keys(messagesOf.fr).sort());
  });

  it('has the same sentences with the same things to fill in', () => {
    for (const [name, french] of Object.entries(messagesOf.fr)) {
      const german = [messagesOf.de[name] ?? ''].flat();
      expect(german.map(holes), name).toEqual([french].flat().map(holes));
    }
  });
});

describe('messageText', () => {
  const refused: MessageShape = {
    code: 'MAPPING_SOURCE_UNKNOWN',
    message: 'The source "Bank:Sales:LOST" cannot be read.',
    details: {
      source: 'Bank:Sales:LOST',
      problem: {
        code: 'MAP_SOURCE_VALUE_TYPE',
        message: '"LOST" is no value type of Bank. It offers OFFERED, AHT.',
        details: { valueType: 'LOST', system: 'Bank', offered: ['OFFERED', 'AHT'] },
      },
    },
  };

  it('is the engine’s own in English', () => {
    expect(messageText('en', refused)).toBe(refused.message);
  });

  it('joins lists, and tells what lies inside in the same language', () => {
    expect(messageText('de', refused)).toBe(
      'Die Quelle „Bank:Sales:LOST“ ist nicht lesbar: „LOST“ ist keine Kennzahl von Bank. Angeboten werden OFFERED, AHT.',
    );
  });

  it('fills in from the fields of a problem what its details do not have', () => {
    const problem = { code: 'STAMP_MISSING_HOUR', message: 'x', system: 'Bank', details: {} };
    expect(messageText('fr', problem)).toMatch(/^Bank\u00a0: des horodatages/);
  });

  it('falls back to English where something it speaks of is missing, or the code or variant is not known', () => {
    const message = 'Said in English.';
    for (const shape of [
      { code: 'STAMP_MISSING_HOUR', message },
      { code: 'STAMP_MISSING_HOUR', message, system: '' },
      { code: 'NOT_KNOWN', message },
      { code: 'toString', message },
      { code: 'SCENARIO_DIVISION_BY_ZERO', message, details: { variant: 'own' } },
      { code: 'SECTION_INVALID', message, details: { system: 'Bank', problem: { code: 'NO', message: '' } } },
    ]) {
      expect(messageText('fr', shape)).toBe(message);
    }
  });

  it('writes days as the reader does, in English too', () => {
    const shape = {
      code: 'CHECK_FEWER_ROWS',
      message: 'ACD returned 12 rows for 2026-03-29, at the last import 96.',
      system: 'ACD',
      day: '2026-03-29',
      details: { rows: 12, before: 96 },
    };
    expect(messageText('fr', shape)).toContain('12 lignes pour le 29 mars 2026, contre 96');
    expect(messageText('de', shape)).toContain('für den 29. März 2026 12 Zeilen');
    expect(messageText('en', shape)).toContain('12 rows for March 29, 2026, at the last import 96.');
    expect(messageText('en', shape, formatsFor('en', ['en-GB']))).toContain('rows for 29 March 2026, at');
  });

  it('leaves what is quoted from a source as it stands there', () => {
    const shape = {
      code: 'STAMP_UNREADABLE',
      message: 'ACD: time stamps such as "2026-03-29" cannot be read on 2026-03-29.',
      system: 'ACD',
      day: '2026-03-29',
      details: { stamp: '2026-03-29' },
    };
    expect(messageText('fr', shape)).toContain('«\u00a02026-03-29\u00a0»');
    expect(messageText('de', shape)).toContain('„2026-03-29“');
    expect(messageText('en', shape)).toBe(
      'ACD: time stamps such as "2026-03-29" cannot be read on March 29, 2026.',
    );
  });

  it('writes quantities with the signs of the language, and numbers that are names as they are', () => {
    const idle = { code: 'CHECK_TIME_WITHOUT_CALLS', message: 'x', queue: 'A', valueType: 'B' };
    expect(messageText('fr', { ...idle, details: { value: 0.84 } })).toContain('0,84');
    expect(messageText('de', { ...idle, details: { value: 1234.5 } })).toContain('1.234,5');
    const unknown = { code: 'RUN_UNKNOWN', message: 'x', details: { runId: 12345 } };
    expect(messageText('de', unknown)).toContain('Lauf 12345 ');
  });

  it('says one value, and several values', () => {
    const zeroes = { code: 'WRITE_NULL_ZEROES', message: 'x', queue: 'Hotline', day: '2026-08-01' };
    expect(messageText('fr', { ...zeroes, details: { count: 1 } })).toContain(
      '1 valeur enregistrée passerait à 0',
    );
    expect(messageText('fr', { ...zeroes, details: { count: 2 } })).toContain(
      '2 valeurs enregistrées passeraient à 0',
    );
    expect(messageText('de', { ...zeroes, details: { count: 1 } })).toContain('1 gespeicherter Wert würde');
    expect(messageText('de', { ...zeroes, details: { count: 0 } })).toContain('0 gespeicherte Werte würden');
  });

  it('takes what it fills in as it is', () => {
    const shape = { code: 'ODBC_ERROR', message: 'x', details: { driverText: '{{code}} $1 $&' } };
    expect(messageText('de', shape)).toBe('Der Treiber meldet: {{code}} $1 $&');
  });

  it('says what became of the value around what went wrong in the script', () => {
    const problem = {
      code: 'SCENARIO_DIVISION_BY_ZERO',
      message: 'x',
      script: '3.BAS',
      line: 5,
      details: { effect: 'interval-kept' },
    };
    expect(messageText('de', problem)).toBe(
      '3.BAS, Zeile 5: Division durch null: Prüfen Sie zuerst den Teiler, zum Beispiel If Para2 <> 0 Then. Der Wert des Intervalls bleibt, wie er war.',
    );
  });

  it('tells what really goes wrong', () => {
    expect(
      messageText(
        'fr',
        thrown(() => parseDay('29.3.2026')),
      ),
    ).toBe('«\u00a029.3.2026\u00a0» n’est pas un jour. Écrivez AAAA-MM-JJ, par exemple 2026-03-29.');
    expect(
      messageText(
        'de',
        thrown(() => zoneOf('Europe/Pariss')),
      ),
    ).toMatch(/^„Europe\/Pariss“ ist keine Zeitzone\. Meinten Sie .*Europe\/Paris/);
    const list = listValue('a;"b');
    expect(messageText('fr', list.ok ? { code: '', message: '' } : list.problem)).toBe(
      'Le guillemet avant "b n’est pas fermé. Fermez-le.',
    );
    const source = parseSource('Other:Sales:OFFERED', [{ name: 'Bank' }]);
    expect(messageText('de', 'code' in source ? source : { code: '', message: '' })).toBe(
      '„Other“ ist kein System der Einstellungen. Legen Sie das System an, oder berichtigen Sie den Namen.',
    );
    const [finding] = compileScenario('Sub Main()\nIf Para1 > 0\nResult = 1\nEnd If\nEnd Sub').findings;
    expect(messageText('fr', finding!)).toBe('Then manque après la condition\u00a0: écrivez If … Then.');
  });
});
