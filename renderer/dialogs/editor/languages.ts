import { StreamLanguage } from '@codemirror/language';
import { properties } from '@codemirror/legacy-modes/mode/properties';
import { standardSQL } from '@codemirror/legacy-modes/mode/sql';
import { vb } from '@codemirror/legacy-modes/mode/vb';
import type { Extension } from '@codemirror/state';

export type EditorLanguage = 'basic' | 'ini' | 'sql';

const parsers = { basic: vb, ini: properties, sql: standardSQL };

/** Colours only: what a script means is said by our own parser. */
export function languageExtension(language: EditorLanguage): Extension {
  return StreamLanguage.define(parsers[language]);
}
