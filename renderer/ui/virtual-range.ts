import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** The items of a list that stand in the page: those in sight, and the cursor's wherever one scrolls, as the list points at it. */
export function rangeWith(cursorItem: number): (range: Range) => number[] {
  return (range) => {
    const items = defaultRangeExtractor(range);
    return cursorItem < 0 || items.includes(cursorItem)
      ? items
      : [...items, cursorItem].sort((a, b) => a - b);
  };
}
