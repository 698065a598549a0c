import type { Span } from '../findings.ts';
import { fail } from './faults.ts';
import { charge, type Machine } from './machine.ts';

/** One character of a text must pass the test; `many` stands for `*`. */
type Element = 'many' | ((character: string) => boolean);

const LONGEST_PATTERN = 1000;

/**
 * `text Like pattern`: `?` one character, `*` any number of them, `#` a digit, `[a-c]` one of a list, `[!a-c]` none of
 * it. Goes back to the last `*` only, so the work grows with text times pattern and never beyond.
 */
export function like(
  machine: Machine,
  text: string,
  pattern: string,
  ignoreCase: boolean,
  at: Span,
): boolean {
  const elements = elementsOf(ignoreCase ? pattern.toLowerCase() : pattern, at);
  const characters = ignoreCase ? text.toLowerCase() : text;
  charge(machine, (characters.length * elements.length) >> 4, at);
  let position = 0;
  let element = 0;
  let starElement = -1;
  let starPosition = 0;
  while (position < characters.length) {
    const test = elements[element];
    if (test === 'many') {
      starElement = element;
      starPosition = position;
      element += 1;
    } else if (test?.(characters.charAt(position))) {
      position += 1;
      element += 1;
    } else if (starElement >= 0) {
      starPosition += 1;
      position = starPosition;
      element = starElement + 1;
    } else return false;
  }
  while (elements[element] === 'many') element += 1;
  return element === elements.length;
}

function elementsOf(pattern: string, at: Span): Element[] {
  if (pattern.length > LONGEST_PATTERN)
    fail(5, at, `The pattern of Like is longer than ${LONGEST_PATTERN}.`, {
      variant: 'pattern',
      most: LONGEST_PATTERN,
    });
  const elements: Element[] = [];
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern.charAt(index);
    if (character === '*') elements.push('many');
    else if (character === '?') elements.push(() => true);
    else if (character === '#') elements.push((c) => c >= '0' && c <= '9');
    else if (character === '[') {
      const end = pattern.indexOf(']', index + 1);
      if (end < 0) fail(93, at, 'The pattern of Like has a [ without its ].', {});
      const list = pattern.slice(index + 1, end);
      if (list !== '') elements.push(listTest(list));
      index = end;
    } else elements.push((c) => c === character);
  }
  return elements;
}

function listTest(list: string): (character: string) => boolean {
  const negated = list.length > 1 && list.startsWith('!');
  const members = negated ? list.slice(1) : list;
  const ranges: [string, string][] = [];
  for (let index = 0; index < members.length; index += 1) {
    const from = members.charAt(index);
    const isRange = members.charAt(index + 1) === '-' && index + 2 < members.length;
    ranges.push([from, isRange ? members.charAt(index + 2) : from]);
    if (isRange) index += 2;
  }
  return (character) => ranges.some(([from, to]) => character >= from && character <= to) !== negated;
}
