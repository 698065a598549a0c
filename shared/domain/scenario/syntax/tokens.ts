import type { Span } from '../findings.ts';

/** Types a variable can be declared with, and the types of values. */
export type TypeName =
  | 'Byte'
  | 'Boolean'
  | 'Integer'
  | 'Long'
  | 'Single'
  | 'Double'
  | 'Currency'
  | 'Date'
  | 'String'
  | 'Variant';

export type TokenKind = 'name' | 'keyword' | 'number' | 'string' | 'date' | 'operator' | 'newline' | 'end';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  /** What the parser compares: lower case for names and keywords, the operator for operators, else ''. */
  readonly word: string;
  /** A blank, or a line that goes on, stands before the token. */
  readonly blankBefore: boolean;
  /** The value of a number, date (days since 30 December 1899) or string. */
  readonly value?: number | string;
  /** The type a suffix (`%`, `&`, `!`, `#`, `@`, `$`) or the form of the number gives. */
  readonly type?: TypeName;
}

export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'and as byref byval call case const declare dim do else elseif empty end eqv exit false for function gosub goto ' +
    'if imp is let like loop mod new next not nothing null on option optional or paramarray private public redim ' +
    'resume return select set static step sub then to true until wend while with xor'
  ).split(' '),
);

export const SUFFIX_TYPES: Readonly<Record<string, TypeName>> = {
  '%': 'Integer',
  '&': 'Long',
  '!': 'Single',
  '#': 'Double',
  '@': 'Currency',
  $: 'String',
};

const TYPE_NAMES: Readonly<Record<string, TypeName>> = {
  byte: 'Byte',
  boolean: 'Boolean',
  integer: 'Integer',
  long: 'Long',
  single: 'Single',
  double: 'Double',
  currency: 'Currency',
  date: 'Date',
  string: 'String',
  variant: 'Variant',
};

export const TYPE_NAME_LIST: readonly TypeName[] = Object.values(TYPE_NAMES);

/** The type of that name in any case, if it is one. */
export function typeNamed(word: string): TypeName | undefined {
  return Object.hasOwn(TYPE_NAMES, word.toLowerCase()) ? TYPE_NAMES[word.toLowerCase()] : undefined;
}
