export const languages = ['en', 'fr', 'de'] as const;
export type Language = (typeof languages)[number];

/** Each language in its own words, as a reader who knows no other looks for it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
};

/** The same keys as the English words, each with some text: a missing or unknown key does not compile. */
export type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>;
};

/** The first of the wanted languages (BCP 47, as a browser lists them) that there are words for, else English. */
export function pickLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    const found = languages.find((language) => language === primary);
    if (found !== undefined) return found;
  }
  return 'en';
}
