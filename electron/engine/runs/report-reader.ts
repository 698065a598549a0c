import type { TFunction } from 'i18next';
import { type Formats, formatsFor } from '#shared/i18n/formats.ts';
import { createWords, pickLanguage } from '#shared/i18n/index.ts';
import { type MessageShape, messageText } from '#shared/i18n/messages.ts';

/** What a page for a reader is written with. */
export interface ReportReader {
  readonly t: TFunction<'dialogs'>;
  readonly formats: Formats;
  readonly tell: (shape: MessageShape) => string;
}

/**
 * @param locale BCP 47, such as `fr` or `en-GB`: words of its language, English where there are none, and dates and
 *   numbers as they are written there
 */
export function reportReader(locale: string): ReportReader {
  const language = pickLanguage([locale]);
  const formats = formatsFor(language, [locale]);
  return {
    t: createWords(language).getFixedT(language, 'dialogs'),
    formats,
    tell: (shape) => messageText(language, shape, formats),
  };
}
