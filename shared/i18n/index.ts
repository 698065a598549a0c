import { createInstance, type i18n } from 'i18next';
import { consoleWords as consoleDe } from './de/console.ts';
import { dialogWords as dialogsDe } from './de/dialogs.ts';
import { consoleWords } from './en/console.ts';
import { dialogWords } from './en/dialogs.ts';
import { consoleWords as consoleFr } from './fr/console.ts';
import { dialogWords as dialogsFr } from './fr/dialogs.ts';
import type { Language } from './languages.ts';
import { withMany } from './plurals.ts';

export { type Language, languageNames, languages, pickLanguage } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'console';
    resources: { console: typeof consoleWords; dialogs: typeof dialogWords };
  }
}

const resources = {
  en: { console: consoleWords, dialogs: dialogWords },
  fr: { console: withMany(consoleFr), dialogs: withMany(dialogsFr) },
  de: { console: consoleDe, dialogs: dialogsDe },
};

/** An instance of its own with all words in memory: `t('wfm.title')`, `t('dialogs:configuration.title')`. */
export function createWords(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    ns: ['console', 'dialogs'],
    defaultNS: 'console',
    resources,
    initAsync: false,
    // React escapes what it shows, and logs and terminals are not HTML.
    interpolation: { escapeValue: false },
  });
  return instance;
}
