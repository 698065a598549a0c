/** What rows had that no interval could take as it was. Counts of rows or figures, with the first one seen. */
export interface BucketNotes {
  unreadableStamps: number;
  firstUnreadableStamp?: string;
  /** Rows whose column for the offset or zone says nothing that is known; left out. */
  unknownZoneRows: number;
  firstUnknownZone?: string;
  /** Rows of a wall clock hour that happened twice, without a mark which one: counted in the first. */
  repeatedHourRows: number;
  /** Rows of a wall clock time that did not exist: read with the offset before the clock change. */
  missingHourRows: number;
  firstMissingLocal?: number;
  /** Rows with text stamps that carry an offset or `Z`: they may lie outside a window made for wall clock times. */
  markedStamps: number;
  /** Rows the source picked for a mapped queue, under a key that is none of those asked for. */
  unmatchedRows: number;
  firstUnmatchedKey?: string;
  /** Rows over more minutes than the intervals they fall into, not to be divided: those keep what is stored. */
  coarserRows: number;
  coarserMinutes?: number;
  /** Rows that lie across two intervals: those keep what is stored. */
  acrossRows: number;
  acrossMinutes?: number;
  /** Rows that say that they count over more than a day: what they reach into keeps what is stored. */
  tooLongRows: number;
  tooLongMinutes?: number;
  /** Rows whose figures were divided among several intervals. */
  splitRows: number;
  /** Figures that are no number, by value type. */
  notNumbers: Map<string, FigureNote>;
  /** Figures so large that a source that writes 15 digits no longer says their hundredths. */
  largeFigures: number;
  /** Figures beyond 2^53, by value type: a double no longer says which whole number they are. */
  tooLarge: Map<string, FigureNote>;
}

export interface FigureNote {
  readonly count: number;
  readonly first: string;
}

export function noNotes(): BucketNotes {
  return {
    unreadableStamps: 0,
    unknownZoneRows: 0,
    repeatedHourRows: 0,
    missingHourRows: 0,
    markedStamps: 0,
    unmatchedRows: 0,
    coarserRows: 0,
    acrossRows: 0,
    tooLongRows: 0,
    splitRows: 0,
    largeFigures: 0,
    notNumbers: new Map(),
    tooLarge: new Map(),
  };
}

/** Counts a figure of a value type. */
export function noteFigure(notes: Map<string, FigureNote>, valueType: string, raw: unknown, count = 1): void {
  const seen = notes.get(valueType);
  notes.set(valueType, {
    count: (seen?.count ?? 0) + count,
    first: seen?.first ?? String(raw).slice(0, 60),
  });
}
