import { z } from 'zod';
import { type Language, languages, pickLanguage } from '#shared/i18n/languages.ts';
import type { Slice } from './state.ts';

export type Theme = 'light' | 'dark' | 'system';

const storedSchema = z.object({
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
  language: z.enum(languages).optional().catch(undefined),
  /** Shares of the width by pane, in percent. */
  panes: z.record(z.string(), z.number()).optional().catch(undefined),
});
type Stored = z.infer<typeof storedSchema>;

export interface PreferencesSlice {
  readonly theme: Theme;
  readonly language: Language;
  /** Undefined: as they come. */
  readonly panes: Readonly<Record<string, number>> | undefined;
  readonly setTheme: (theme: Theme) => void;
  readonly setLanguage: (language: Language) => void;
  readonly setPanes: (panes: Readonly<Record<string, number>> | undefined) => void;
}

const KEY = 'xlink.preferences';

export const preferencesSlice: Slice<PreferencesSlice> = (set) => {
  const stored = readStored();
  const change = (part: Partial<Stored>) => {
    set(part as Partial<PreferencesSlice>);
    writeStored({ ...readStored(), ...part });
  };
  return {
    theme: stored.theme,
    language: stored.language ?? pickLanguage(globalThis.navigator?.languages ?? []),
    panes: stored.panes,
    setTheme: (theme) => change({ theme }),
    setLanguage: (language) => change({ language }),
    setPanes: (panes) => change({ panes }),
  };
};

function readStored(): Stored {
  try {
    return storedSchema.parse(JSON.parse(globalThis.localStorage.getItem(KEY) ?? '{}'));
  } catch {
    // No storage (a locked-down browser) or text that is not ours: start as new.
    return { theme: 'system' };
  }
}

function writeStored(stored: Stored): void {
  try {
    globalThis.localStorage.setItem(KEY, JSON.stringify(stored));
  } catch {
    // Then it holds until the window closes.
  }
}
