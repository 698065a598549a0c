/** Debian's Chromium: Playwright's own browser is fetched from a host that some networks block. */
export const chromiumLaunch = {
  executablePath: process.env.XLINK_CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export interface Look {
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'fr' | 'de';
  readonly viewport: { readonly width: number; readonly height: number };
}

export const usualLook: Look = { theme: 'light', language: 'en', viewport: { width: 1440, height: 900 } };

/** Where the page keeps what the reader chose under Settings > Appearance and Language. */
const preferencesKey = 'xlink.preferences';

/** A script for the page: as if the reader had chosen theme and language at an earlier visit. */
export function rememberPreferences({ theme, language }: Look): string {
  const key = JSON.stringify(preferencesKey);
  const value = JSON.stringify(JSON.stringify({ theme, language }));
  return `localStorage.getItem(${key}) ?? localStorage.setItem(${key}, ${value})`;
}
