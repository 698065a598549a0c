import type { Translate } from '../../dialogs/words.ts';

/** Whose clock the times are of. */
export function zoneText(timeZones: readonly string[], t: Translate): string {
  const [zone = '', ...others] = new Set(timeZones);
  return others.length === 0
    ? t('dataView.zone', { zone })
    : t('dataView.zones', { zones: [zone, ...others].join(', ') });
}
