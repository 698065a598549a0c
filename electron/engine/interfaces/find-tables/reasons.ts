import type { Message } from '#shared/contract/common.ts';

/** Why something is proposed. */
export function reason(variant: string, message: string, details: Record<string, unknown> = {}): Message {
  return { code: 'FIND_TABLES_REASON', message, details: { ...details, variant } };
}

/** What is not sure. */
export function question(variant: string, message: string, details: Record<string, unknown> = {}): Message {
  return { code: 'FIND_TABLES_QUESTION', message, details: { ...details, variant } };
}

export function byName(word: string): Message {
  return reason('name', `The name says so: ${word}.`, { word });
}
