import { describe, expect, it } from 'vitest';
import { consoleWords as de } from '#shared/i18n/de/console.ts';
import { dialogWords as dialogsDe } from '#shared/i18n/de/dialogs.ts';
import { consoleWords as en } from '#shared/i18n/en/console.ts';
import { dialogWords as dialogsEn } from '#shared/i18n/en/dialogs.ts';
import { consoleWords as fr } from '#shared/i18n/fr/console.ts';
import { dialogWords as dialogsFr } from '#shared/i18n/fr/dialogs.ts';
import { createWords, pickLanguage } from '#shared/i18n/index.ts';

function leaves(words: object, at = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${at}${key}`, value]] : leaves(value, `${at}${key}.`),
  );
}

const holes = (text: string) => [...text.matchAll(/{{(\w+)/g)].map(([, name]) => name).sort();

describe('The words of the console', () => {
  it.each([
    ['French', fr, en],
    ['German', de, en],
    ['French dialogs', dialogsFr, dialogsEn],
    ['German dialogs', dialogsDe, dialogsEn],
  ])(
    '%s: the same keys as in English, each with a text and the same things to fill in',
    (_, words, english) => {
      const known = new Map(leaves(english));
      const translated = leaves(words);
      expect(translated.map(([key]) => key).sort()).toEqual([...known.keys()].sort());
      for (const [key, text] of translated) {
        expect(text.trim(), key).not.toBe('');
        expect(holes(text), key).toEqual(holes(known.get(key) ?? ''));
      }
    },
  );

  it('never shout', () => {
    for (const words of [en, fr, de, dialogsEn, dialogsFr, dialogsDe]) {
      for (const [key, text] of leaves(words)) expect(text, key).not.toMatch(/!$|Oops/);
    }
  });

  it('know one and several, and French its round millions', () => {
    expect(createWords('en').t('interface.queues', { count: 1, number: '1' })).toBe('1 queue');
    expect(createWords('en').t('interface.queues', { count: 2, number: '2' })).toBe('2 queues');
    expect(createWords('fr').t('interface.queues', { count: 1_000_000, number: '1 000 000' })).toBe(
      '1 000 000 files',
    );
  });

  it('name the panes as their operators do', () => {
    const titles = (language: 'fr' | 'de') => {
      const { t } = createWords(language);
      return [t('interface.title'), t('wfm.title'), t('mapping.title')];
    };
    expect(titles('fr')).toEqual(['Interface', 'Files d’attente iWFM', 'Mapping']);
    expect(titles('de')).toEqual(['Schnittstelle', 'WFM Queues', 'Zugeordnete Kennzahlen']);
  });

  it('are picked by what the browser asks for, English otherwise', () => {
    expect(pickLanguage(['pt-BR', 'de-CH', 'fr'])).toBe('de');
    expect(pickLanguage(['fr-CA'])).toBe('fr');
    expect(pickLanguage(['ja'])).toBe('en');
    expect(pickLanguage([])).toBe('en');
  });
});
