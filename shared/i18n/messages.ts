import { messages as de } from './de/messages.ts';
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
 * By code, `code.variant` or `effect.<name>`: a sentence with `{{placeholders}}`. Of several, the first one counts
 * of which all are known.
 */
export type Messages = Readonly<Record<string, string | readonly string[]>>;

/** English is what the engine speaks. */
export const messagesOf: Readonly<Record<Exclude<Language, 'en'>, Messages>> = { fr, de };

/** The message in the reader's language; in English where it has no words, or not all they speak of is known. */
export function messageText(language: Language, shape: MessageShape): string {
  const known = language === 'en' ? undefined : translated(messagesOf[language], shape);
  return known ?? shape.message;
}

function translated(messages: Messages, shape: MessageShape): string | undefined {
  const values: Record<string, unknown> = { ...shape, ...shape.details };
  const { variant, effect } = shape.details ?? {};
  const own = filled(messages, typeof variant === 'string' ? `${shape.code}.${variant}` : shape.code, values);
  if (own === undefined || typeof effect !== 'string') return own;
  return filled(messages, `effect.${effect}`, { ...values, text: own });
}

function filled(messages: Messages, name: string, values: Record<string, unknown>): string | undefined {
  if (!Object.hasOwn(messages, name)) return undefined;
  for (const template of [messages[name]!].flat()) {
    let isWhole = true;
    const text = template.replace(/{{(\w+)}}/g, (_, placeholder: string) => {
      const value = valueText(messages, values[placeholder]);
      isWhole &&= value !== undefined;
      return value ?? '';
    });
    if (isWhole) return text;
  }
  return undefined;
}

/** Undefined where there is nothing to say, or no words for it. */
function valueText(messages: Messages, value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => valueText(messages, part));
    return parts.length === 0 || parts.includes(undefined) ? undefined : parts.join(', ');
  }
  return isMessage(value) ? translated(messages, value) : undefined;
}

function isMessage(value: unknown): value is MessageShape {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}
