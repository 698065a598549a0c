import type { i18n } from 'i18next';
import type { Language } from '#shared/i18n/languages.ts';
import { type Theme, useStore } from '../state/index.ts';

/** The page takes theme and language from the store, now and whenever they change. */
export function followPreferences(words: i18n): void {
  const page = document.documentElement;
  const applyTheme = (theme: Theme) => {
    if (theme === 'system') delete page.dataset.theme;
    else page.dataset.theme = theme;
  };
  const applyLanguage = (language: Language) => {
    page.lang = language;
    void words.changeLanguage(language);
  };
  const { theme, language } = useStore.getState();
  applyTheme(theme);
  applyLanguage(language);
  useStore.subscribe((now, before) => {
    if (now.theme !== before.theme) applyTheme(now.theme);
    if (now.language !== before.language) applyLanguage(now.language);
  });
}
