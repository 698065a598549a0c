import type { Day } from '#shared/domain/time/day.ts';
import type { CallSource } from '../interfaces/call-source.ts';
import type { BucketNotes } from './bucket.ts';
import type { ProblemCollector } from './problems.ts';

/** Says what was odd about the rows of a day, one problem a kind with its count. */
export function noteProblems(
  notes: BucketNotes,
  source: CallSource,
  day: Day,
  problems: ProblemCollector,
): void {
  const { system } = source;
  const place = { system, day };
  if (notes.unreadableStamps > 0) {
    problems.add(
      {
        ...place,
        code: 'STAMP_UNREADABLE',
        message: `${system}: time stamps such as "${notes.firstUnreadableStamp}" cannot be read; their rows were left out. Check TimeStampType and TimeStampFormat.`,
        details: { stamp: notes.firstUnreadableStamp },
      },
      notes.unreadableStamps,
    );
  }
  if (notes.unknownZoneRows > 0) {
    problems.add(
      {
        ...place,
        code: 'STAMP_ZONE_UNKNOWN',
        message: `${system}: "${notes.firstUnknownZone}" beside the time stamp is no offset and no time zone; such rows were left out. Check TimeStampZoneColumn, or the column that the interface reads.`,
        details: { zone: notes.firstUnknownZone },
      },
      notes.unknownZoneRows,
    );
  }
  if (notes.repeatedHourRows > 0) {
    problems.add(
      {
        ...place,
        code: 'STAMP_REPEATED_HOUR',
        message: `${system}: the clock went back and the time stamps do not say which of the two hours they mean. They count in the first one. Unix seconds (TimeStampType=1) or a fixed offset would tell.`,
      },
      notes.repeatedHourRows,
    );
  }
  if (notes.missingHourRows > 0) {
    problems.add(
      {
        ...place,
        code: 'STAMP_MISSING_HOUR',
        message: `${system}: time stamps in the hour that the clock skipped were read as if it had not been set forward. Check TimeZone.`,
      },
      notes.missingHourRows,
    );
  }
  if (notes.coarserRows > 0) {
    problems.add(
      {
        ...place,
        code: 'ROW_COARSER',
        message: `${system}: rows over ${notes.coarserMinutes} minutes are longer than the intervals of the WFM queue. Those intervals stay as they were. Write CoarserInterval=split into the section to divide such rows.`,
        details: { minutes: notes.coarserMinutes },
      },
      notes.coarserRows,
    );
  }
  if (notes.acrossRows > 0) {
    problems.add(
      {
        ...place,
        code: 'ROW_ACROSS',
        message: `${system}: rows over ${notes.acrossMinutes} minutes lie across two intervals of the WFM queue. Those intervals stay as they were. Check TimeZone, and the interval of the queue.`,
        details: { minutes: notes.acrossMinutes },
      },
      notes.acrossRows,
    );
  }
  if (notes.tooLongRows > 0) {
    problems.add(
      {
        ...place,
        code: 'ROW_TOO_LONG',
        message: `${system}: rows say that they count over ${notes.tooLongMinutes} minutes, which is more than a day. The intervals they reach into stay as they were, on the day they begin and the next. Check the column with the minutes of each row.`,
        details: { minutes: notes.tooLongMinutes },
      },
      notes.tooLongRows,
    );
  }
  if (notes.splitRows > 0) {
    problems.add(
      {
        ...place,
        code: 'ROW_SPLIT',
        message: `${system}: rows longer than the intervals of the WFM queue were divided, the remainder in the first part, as CoarserInterval=split says.`,
      },
      notes.splitRows,
    );
  }
  if (notes.unmatchedRows > 0) {
    problems.add(
      {
        ...place,
        code: 'QUEUE_KEY_UNMATCHED',
        message: `${system}: the source returned rows of "${notes.firstUnmatchedKey}", which it takes for a mapped queue but writes differently. They were left out. Map the queue as the call data writes it.`,
        details: { key: notes.firstUnmatchedKey },
      },
      notes.unmatchedRows,
    );
  }
  for (const [valueType, { count, first }] of notes.notNumbers) {
    problems.add(
      {
        ...place,
        code: 'VALUE_NOT_A_NUMBER',
        message: `${system}: ${valueType} holds "${first}", which is no number. The values computed from such figures stay as they were. Check the column or expression of the value type.`,
        details: { valueType, value: first },
      },
      count,
    );
  }
  for (const [valueType, { count, first }] of notes.tooLarge) {
    problems.add(
      {
        ...place,
        code: 'VALUE_TOO_LARGE',
        message: `${system}: ${valueType} holds ${first}, which is larger than can be kept exactly (2^53). The values computed from such figures stay as they were. Check the column or expression of the value type.`,
        details: { variant: 'figure', valueType, value: first },
      },
      count,
    );
  }
}
