import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Numbers as the reader writes them: `34,560`, `34 560`, `34.560`. */
export function useNumber(): (value: number) => string {
  const { i18n } = useTranslation();
  const format = numberFormat(i18n.language);
  return (value) => format.format(value);
}

/** The same outside a component. */
export function formatNumber(language: string, value: number): string {
  return numberFormat(language).format(value);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: string): Intl.NumberFormat {
  let format = numberFormats.get(language);
  if (format === undefined) {
    format = new Intl.NumberFormat(language);
    numberFormats.set(language, format);
  }
  return format;
}

/** `2 minutes ago`, in the largest unit that fits; it grows while it is shown. Instants are ISO in UTC. */
export function useAgo(): (utc: string) => string {
  const { i18n } = useTranslation();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 20_000);
    return () => clearInterval(timer);
  }, []);
  // What happened since the last tick did not happen in the future.
  return (utc) => agoText(i18n.language, Math.max(0, now - Date.parse(utc)));
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

export function agoText(language: string, elapsedMs: number): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  for (const [unit, ms] of UNITS) {
    if (elapsedMs >= ms) return format.format(-Math.floor(elapsedMs / ms), unit);
  }
  return JUST_NOW[language.slice(0, 2)] ?? format.format(0, 'second');
}

/** Intl says "now" for the last minute, which reads as if it were under way. */
const JUST_NOW: Readonly<Record<string, string>> = { en: 'just now', fr: 'à l’instant', de: 'gerade eben' };
