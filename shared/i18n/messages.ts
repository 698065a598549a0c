import { messages as de } from './de/messages.ts';
import { filledTemplate, type MessageValues, withDaysWritten } from './fill.ts';
import { type Formats, formatsFor } from './formats.ts';
import { messages as fr } from './fr/messages.ts';
import type { Language } from './languages.ts';

/** An error, a problem of a run, a finding: what has a code and an English message, and names what it speaks of. */
export interface MessageShape {
  readonly code: string;
  readonly message: string;
  /**
   * Values by placeholder, before the shape's own fields (system, line …). A list is joined, another shape is told
   * in the language too. `variant` picks among the sentences of a code; `effect` names a sentence around it.
   */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * By code, `code.variant` or `effect.<name>`: a sentence with `{{placeholders}}`, see `filledTemplate`. Of several, the
 * first one counts of which all are known.
 */
export type Messages = Readonly<Record<string, string | readonly string[]>>;

/** English is what the engine speaks. */
export const messagesOf: Readonly<Record<Exclude<Language, 'en'>, Messages>> = { fr, de };

/**
 * The message in the reader's language; in English where it has no words, or not all they speak of is known. Days and
 * quantities are written as by `formats`.
 */
export function messageText(
  language: Language,
  shape: MessageShape,
  formats: Formats = formatsFor(language),
): string {
  if (language === 'en') return withDaysWritten(shape.message, valuesOf(shape), formats);
  return translated({ messages: messagesOf[language], formats }, shape) ?? shape.message;
}

interface Speech {
  readonly messages: Messages;
  readonly formats: Formats;
}

function valuesOf(shape: MessageShape): MessageValues {
  return { ...shape, ...shape.details };
}

function translated(speech: Speech, shape: MessageShape): string | undefined {
  const values = valuesOf(shape);
  const { variant, effect } = shape.details ?? {};
  const own = filled(speech, typeof variant === 'string' ? `${shape.code}.${variant}` : shape.code, values);
  if (own === undefined || typeof effect !== 'string') return own;
  return filled(speech, `effect.${effect}`, { ...values, text: own });
}

function filled(speech: Speech, name: string, values: MessageValues): string | undefined {
  const { messages, formats } = speech;
  if (!Object.hasOwn(messages, name)) return undefined;
  for (const template of [messages[name]!].flat()) {
    const text = filledTemplate(template, values, formats, (value) => valueText(speech, value));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Undefined where there is nothing to say, or no words for it. */
function valueText(speech: Speech, value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => valueText(speech, part));
    return parts.length === 0 || parts.includes(undefined) ? undefined : parts.join(', ');
  }
  return isMessage(value) ? translated(speech, value) : undefined;
}

function isMessage(value: unknown): value is MessageShape {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}
