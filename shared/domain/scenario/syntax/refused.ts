/** Names of the family that reach files, programs, objects or the person at the screen: refused when checked. */
const FILES =
  'open close kill filecopy chdir chdrive mkdir rmdir curdir dir eof lof loc seek freefile fileattr filedatetime ' +
  'filelen getattr setattr reset input write lock unlock put get width';
const PROGRAMS = 'shell appactivate sendkeys environ command doevents declare calldll';
const OBJECTS = 'createobject getobject';
const PEOPLE = 'inputbox dialog';
const DDE =
  'ddeinitiate ddeexecute ddepoke dderequest ddeterminate ddeterminateall savesetting getsetting deletesetting';

const REASONS: ReadonlyArray<readonly [string, string]> = [
  [FILES, 'A script cannot reach files'],
  [PROGRAMS, 'A script cannot start or steer programs'],
  [OBJECTS, 'A script cannot use objects'],
  [PEOPLE, 'A script cannot ask a person, since imports run by themselves'],
  [DDE, 'A script cannot talk to other programs'],
];

const REFUSED: ReadonlyMap<string, string> = new Map(
  REASONS.flatMap(([names, reason]) => names.split(' ').map((name) => [name.toLowerCase(), reason] as const)),
);

/** Why a name is refused, as the start of a sentence; `undefined` for every other name. */
export function refusalOf(key: string): string | undefined {
  return REFUSED.get(key);
}

/** Statements of the family with a form of their own (`Open … For … As`), so that the parser has to know them. */
export const REFUSED_STATEMENTS: ReadonlySet<string> = new Set(
  'open close kill filecopy chdir chdrive mkdir rmdir seek reset input write lock unlock put get shell sendkeys appactivate'.split(
    ' ',
  ),
);
