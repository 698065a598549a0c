import { decodeText, encodeText, type TextEncoding } from './bytes.ts';
import { joinLines, splitLines } from './lines.ts';
import { type IniLine, readIniLine } from './syntax.ts';

export {
  addSection,
  removeKey,
  removeSection,
  renameSection,
  replaceSectionText,
  setValue,
} from './edit.ts';
export {
  entries,
  findEntry,
  getValue,
  hasSection,
  type IniEntry,
  type IniSection,
  sections,
  sectionText,
} from './lookup.ts';

/**
 * An `isps_ul.ini` as it stands, every byte of it. Immutable: an edit gives a new document that shares the
 * untouched lines. Keys before the first section belong to section `''`.
 */
export interface IniDocument {
  readonly encoding: TextEncoding;
  readonly lines: readonly IniLine[];
}

/** Reads the file's bytes; throws `INI_UTF16`. No content is refused otherwise. */
export function parseIni(bytes: Uint8Array): IniDocument {
  const { text, encoding } = decodeText(bytes);
  return { encoding, lines: splitLines(text).map((line) => readIniLine(line.text, line.end)) };
}

/** The bytes to write; those that were read where nothing was edited. Throws `INI_ENCODING`. */
export function iniBytes(doc: IniDocument): Uint8Array {
  return encodeText(joinLines(doc.lines), doc.encoding);
}

/** The same text in another encoding: the way out after `INI_ENCODING`. */
export function withEncoding(doc: IniDocument, encoding: TextEncoding): IniDocument {
  return { encoding, lines: doc.lines };
}
