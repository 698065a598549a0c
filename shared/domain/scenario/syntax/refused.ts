/** Names of the family that reach files, programs, objects or the person at the screen: refused when checked. */
const FILES =
  'open close kill filecopy chdir chdrive mkdir rmdir curdir dir eof lof loc seek freefile fileattr filedatetime ' +
  'filelen getattr setattr reset input write lock unlock put get width';
const PROGRAMS = 'shell appactivate sendkeys environ command doevents declare calldll';
const OBJECTS = 'createobject getobject';
const PEOPLE = 'inputbox dialog';
const DDE =
  'ddeinitiate ddeexecute ddepoke dderequest ddeterminate ddeterminateall savesetting getsetting deletesetting';

const REASONS: ReadonlyArray<readonly [names: string, variant: string, reason: string]> = [
  [FILES, 'files', 'A script cannot reach files'],
  [PROGRAMS, 'programs', 'A script cannot start or steer programs'],
  [OBJECTS, 'objects', 'A script cannot use objects'],
  [PEOPLE, 'people', 'A script cannot ask a person, since imports run by themselves'],
  [DDE, 'dde', 'A script cannot talk to other programs'],
];

type Refusal = (typeof REASONS)[number];
const REFUSED: ReadonlyMap<string, Refusal> = new Map(
  REASONS.flatMap((refusal) => refusal[0].split(' ').map((name) => [name.toLowerCase(), refusal] as const)),
);

/** Why a name is refused, as the start of a sentence; `undefined` for every other name. */
export function refusalOf(key: string): string | undefined {
  return REFUSED.get(key)?.[2];
}

/** The same for the details of a message. */
export function refusalMessage(key: string): { code: 'word'; message: string; details: { variant: string } } {
  const [, variant = '', message = ''] = REFUSED.get(key) ?? [];
  return { code: 'word', message, details: { variant: `refused-${variant}` } };
}

/** Statements of the family with a form of their own (`Open … For … As`), so that the parser has to know them. */
export const REFUSED_STATEMENTS: ReadonlySet<string> = new Set(
  'open close kill filecopy chdir chdrive mkdir rmdir seek reset input write lock unlock put get shell sendkeys appactivate'.split(
    ' ',
  ),
);
