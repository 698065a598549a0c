import type { dialogWords as english } from '../en/dialogs.ts';
import type { Translated } from '../languages.ts';

export const dialogWords: Translated<typeof english> = {};
