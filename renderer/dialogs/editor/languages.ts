import { StreamLanguage } from '@codemirror/language';
import { properties } from '@codemirror/legacy-modes/mode/properties';
import { standardSQL } from '@codemirror/legacy-modes/mode/sql';
import type { Extension } from '@codemirror/state';

export type EditorLanguage = 'ini' | 'sql';

const parsers = { ini: properties, sql: standardSQL };

/** Colours only. */
export function languageExtension(language: EditorLanguage): Extension {
  return StreamLanguage.define(parsers[language]);
}
