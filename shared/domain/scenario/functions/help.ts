import { functionName } from './index.ts';

export type FunctionChapter = 'mathematics' | 'text' | 'conversion' | 'choice' | 'array' | 'date';

interface Described {
  chapter: FunctionChapter;
  /** One line, without the point at its end where it is a list of what the function gives. */
  line: string;
}

const CHAPTERS: Readonly<Record<FunctionChapter, Readonly<Record<string, string>>>> = {
  mathematics: {
    abs: 'The number without its sign.',
    atn: 'The angle, in radians, whose tangent is the number.',
    cos: 'The cosine of an angle in radians.',
    exp: 'e to the power of the number.',
    fix: 'The whole part: decimals cut off, -2.5 becomes -2.',
    int: 'The next whole number not above it: -2.5 becomes -3.',
    log: 'The natural logarithm.',
    rnd: 'A random number from 0 to below 1, the same ones in each run.',
    round: 'Rounded to so many decimals; a half goes to the even digit.',
    sgn: '-1, 0 or 1, as the number is below, at or above 0.',
    sin: 'The sine of an angle in radians.',
    sqr: 'The square root.',
    tan: 'The tangent of an angle in radians.',
    randomize: 'Starts the random numbers at another place; without a number it changes nothing.',
  },
  text: {
    asc: 'The code of the first character.',
    chr: 'The character with a code: Chr(65) is A.',
    format:
      'A number, date or text written in a named format or in one of your own, such as "0.00" or "yyyy-mm-dd".',
    instr: 'Where a text first stands in another, from 1; 0 where it does not.',
    instrrev: 'Where a text last stands in another, from 1; 0 where it does not.',
    lcase: 'The text in small letters.',
    left: 'The first characters of a text.',
    len: 'The number of characters.',
    ltrim: 'The text without blanks at its start.',
    mid: 'Characters from a place on; to the left of = it writes over them.',
    replace: 'The text with one text put in place of another.',
    right: 'The last characters of a text.',
    rtrim: 'The text without blanks at its end.',
    space: 'So many blanks.',
    str: 'A number as text, with a blank in front where it is not negative.',
    strcomp: '-1, 0 or 1, as the first text stands before, with or after the second; compare 1 ignores case.',
    string: 'One character so many times.',
    strreverse: 'The text from its end to its start.',
    trim: 'The text without blanks at either end.',
    ucase: 'The text in capital letters.',
    val: 'The number a text begins with; 0 where it begins with none.',
    msgbox:
      'Writes the text into the log of the run; nobody is asked, the answer is that of the first button.',
  },
  conversion: {
    cbool: 'True for every number but 0.',
    cbyte: 'A whole number from 0 to 255, a half rounded to the even one.',
    ccur: 'A number with four decimals.',
    cdate: 'The date a text or number stands for.',
    cdbl: 'A number with decimals.',
    cint: 'A whole number of 16 bits, a half rounded to the even one.',
    clng: 'A whole number of 32 bits, a half rounded to the even one.',
    csng: 'A number with seven digits.',
    cstr: 'The value as text.',
    cvar: 'The value as a Variant.',
    cvdate: 'The date a text or number stands for.',
    error: 'The words of an error number.',
    hex: 'The number in hexadecimal digits.',
    isarray: 'Whether it is an array.',
    isdate: 'Whether it is a date, or a text that reads as one.',
    isempty: 'Whether a Variant was never given a value.',
    ismissing: 'Whether an Optional argument was left out.',
    isnull: 'Whether it is Null.',
    isnumeric: 'Whether it is a number, or a text that reads as one.',
    oct: 'The number in octal digits.',
    typename: 'The name of the type a value has, such as Double.',
    vartype: 'The number of the type a value has, such as 5 for Double.',
  },
  choice: {
    choose: 'The value at a place of the list, Null outside it.',
    iif: 'The first value where the condition holds, else the second. Both are computed, so it guards no division.',
    switch: 'The value behind the first condition that holds, Null where none does.',
  },
  array: {
    array: 'A Variant with an array of the values.',
    filter: 'The texts of an array that contain a text.',
    join: 'The texts of an array in one, with a separator between them.',
    lbound: 'The lowest index of an array.',
    split: 'An array of the parts of a text between separators.',
    ubound: 'The highest index of an array.',
  },
  date: {
    date: 'The day of the interval.',
    dateadd: 'A date so many units later: yyyy, q, m, y, d, w, ww, h, n or s.',
    datediff: 'How many times a unit (yyyy, q, m, y, d, w, ww, h, n, s) begins between two dates.',
    datepart: 'A part of a date: yyyy, q, m, y, d, w, ww, h, n or s.',
    dateserial: 'The date of a year, month and day.',
    datevalue: 'The day in a text.',
    day: 'The day of the month, 1 to 31.',
    hour: 'The hour, 0 to 23.',
    minute: 'The minute, 0 to 59.',
    month: 'The month, 1 to 12.',
    monthname: 'The English name of a month.',
    now: 'The start of the interval, on the clock of the queue.',
    second: 'The second, 0 to 59.',
    time: 'The time the interval starts.',
    timer: 'Seconds from midnight to the start of the interval.',
    timeserial: 'The time of an hour, minute and second.',
    timevalue: 'The time in a text.',
    weekday:
      'The day of the week of a date, Sunday 1 to Saturday 7. Without a date it is that of the imported day.',
    weekdayname: 'The English name of a day of the week.',
    year: 'The year.',
  },
};

const HELP: ReadonlyMap<string, Described> = new Map(
  (Object.keys(CHAPTERS) as FunctionChapter[]).flatMap((chapter) =>
    Object.entries(CHAPTERS[chapter]).map(([key, line]) => [key, { chapter, line }] as const),
  ),
);

/** What a built-in function does, in one line, and the chapter it belongs to. */
export function helpOf(key: string): Described | undefined {
  return HELP.get(key);
}

/** Keys of all functions, chapter by chapter, by name. */
export function functionKeys(): string[] {
  return [...HELP.keys()].sort((a, b) => {
    const chapters = Object.keys(CHAPTERS);
    const byChapter = chapters.indexOf(HELP.get(a)!.chapter) - chapters.indexOf(HELP.get(b)!.chapter);
    return byChapter !== 0 ? byChapter : functionName(a).localeCompare(functionName(b), 'en');
  });
}
