import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Formats, formatsFor } from '#shared/i18n/formats.ts';

/** Gives the words of `shared/i18n/<language>/dialogs.ts`. */
export type Translate = TFunction<'dialogs'>;

/** Words, dates and numbers in the reader's language. */
export function useWords(): {
  readonly t: Translate;
  readonly formats: Formats;
  readonly language: string;
} {
  const { t, i18n } = useTranslation('dialogs');
  const language = i18n.resolvedLanguage ?? i18n.language;
  return useMemo(() => ({ t, language, formats: formatsFor(language, navigator.languages) }), [t, language]);
}

/** The reader's language of a text given in several, English where it is missing. */
export function inLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? '';
}
