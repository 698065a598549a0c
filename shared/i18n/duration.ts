import type { TFunction } from 'i18next';

/** `40 s`, `3 min`, `1 h 5 min`: no more exact than a person would say it. */
export function durationText(seconds: number, t: TFunction<'dialogs'>): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 100) return t('duration.seconds', { count: whole });
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return t('duration.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const hoursText = t('duration.hours', { count: hours });
  return rest === 0 ? hoursText : `${hoursText} ${t('duration.minutes', { count: rest })}`;
}
