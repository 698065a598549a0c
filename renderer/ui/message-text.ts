import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatsFor } from '#shared/i18n/formats.ts';
import { pickLanguage } from '#shared/i18n/languages.ts';
import { type MessageShape, messageText } from '#shared/i18n/messages.ts';

/** Tells what has a code and an English message (error, problem, finding) in the reader's language. */
export type TellMessage = (shape: MessageShape) => string;

export function useMessageText(): TellMessage {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    (shape) => {
      const known = pickLanguage([language]);
      return messageText(known, shape, formatsFor(known, navigator.languages));
    },
    [language],
  );
}
