import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import type { RunProgress } from '#shared/contract/imports.ts';
import { countsText, Legend, signs } from '../../dialogs/run/DaySquares.tsx';
import { addCounts } from '../../dialogs/run/day-squares.ts';
import { useWords } from '../../dialogs/words.ts';
import { addDays } from '../day-data/day-model.ts';
import {
  type CalendarBlock,
  dayByKey,
  monthMarks,
  type SystemCalendar,
  stateOfLetter,
  systemCalendars,
} from './calendar.ts';
import type { RunDayKey } from './changes-model.ts';
import './run-calendar.css';

export interface RunCalendarProps {
  readonly run: Pick<RunProgress, 'days' | 'undoOf'>;
  readonly selected: RunDayKey | null;
  readonly onSelect: (day: RunDayKey) => void;
}

/** The days of a run: for each system months from left to right, the days of a week from top to bottom. */
export function RunCalendar({ run, selected, onSelect }: RunCalendarProps) {
  const calendars = useMemo(
    () => systemCalendars({ days: run.days, undoOf: run.undoOf }),
    [run.days, run.undoOf],
  );
  const counts = addCounts(calendars);
  return (
    <div className="run-calendar">
      {calendars.map((calendar) => (
        <SystemDays
          key={calendar.system}
          calendar={calendar}
          isNamed={calendars.length > 1}
          selectedDay={selected?.system === calendar.system ? selected.day : undefined}
          onSelect={onSelect}
        />
      ))}
      <Legend counts={counts} />
    </div>
  );
}

interface SystemDaysProps {
  readonly calendar: SystemCalendar;
  readonly isNamed: boolean;
  readonly selectedDay: string | undefined;
  readonly onSelect: (day: RunDayKey) => void;
}

/** One stop of the Tab key: arrows go through the days. */
function SystemDays({ calendar, isNamed, selectedDay, onSelect }: SystemDaysProps) {
  const { t } = useWords();
  const { system, firstDay, lastDay, blocks } = calendar;
  const host = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(firstDay);
  const stop = selectedDay ?? (cursor < firstDay || cursor > lastDay ? firstDay : cursor);

  const onKeyDown = (event: KeyboardEvent) => {
    const day = event.target instanceof HTMLElement ? event.target.dataset.day : undefined;
    if (day === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = dayByKey(event.key, day, calendar);
    if (to === null) return;
    event.preventDefault();
    setCursor(to);
    host.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  const label = t('runPage.calendarOf', { system, counts: countsText(calendar.counts, t) });
  return (
    <section className="run-calendar__system" aria-label={label}>
      {isNamed && <h3 className="run-calendar__name">{system}</h3>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the days have the focus, the keys lead from one to another */}
      <div
        ref={host}
        className={blocks.length === 1 && blocks[0]!.weeks <= 14 ? 'run-calendar__few' : undefined}
        onKeyDown={onKeyDown}
      >
        {blocks.map((block) => (
          <Block
            key={block.firstDay}
            system={system}
            firstDay={block.firstDay}
            weeks={block.weeks}
            letters={block.letters}
            selectedDay={within(block, selectedDay)}
            stopDay={within(block, stop)}
            onSelect={onSelect}
          />
        ))}
      </div>
    </section>
  );
}

function within(block: CalendarBlock, day: string | undefined): string | undefined {
  return day !== undefined && day >= block.firstDay && day < addDays(block.firstDay, block.weeks * 7)
    ? day
    : undefined;
}

interface BlockProps extends CalendarBlock {
  readonly system: string;
  readonly selectedDay: string | undefined;
  /** Where the Tab key stops. */
  readonly stopDay: string | undefined;
  readonly onSelect: (day: RunDayKey) => void;
}

const weekdayRows = [0, 1, 2, 3, 4, 5, 6] as const;

const Block = memo(function Block(props: BlockProps) {
  const { system, firstDay, weeks, letters, selectedDay, stopDay, onSelect } = props;
  const { t, formats } = useWords();
  const marks = monthMarks({ firstDay, weeks });
  return (
    <table className="calendar" aria-label={formats.dayRange(firstDay, addDays(firstDay, weeks * 7 - 1))}>
      <thead aria-hidden="true">
        <tr className="calendar__months">
          <th>{marks[0]?.month.slice(0, 4)}</th>
          {marks.map(({ week, month }, index) => (
            <th key={month} style={{ gridColumnStart: week + 2 }}>
              {/* A new year says which, in the room there is for the name of its first month. */}
              {index > 0 && month.endsWith('-01') ? month.slice(0, 4) : formats.monthName(month)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdayRows.map((weekday) => (
          <tr key={weekday} className="calendar__row">
            <th scope="row" className="calendar__weekday">
              {/* The scenario's number of a day: Sunday is 1. */}
              {formats.weekdays[weekday === 6 ? 1 : weekday + 2]?.slice(0, 2)}
            </th>
            {Array.from({ length: weeks }, (_, week) => {
              const offset = week * 7 + weekday;
              const state = stateOfLetter(letters[offset] ?? ' ');
              const day = addDays(firstDay, offset);
              if (state === undefined) return <td key={day} />;
              const title = t('run.squareDay', {
                day: formats.dayWithWeekday(day),
                state: t(`run.state.${state}`),
              });
              return (
                <td key={day}>
                  <button
                    type="button"
                    className={`day-square day-square--${state}`}
                    data-day={day}
                    aria-label={title}
                    aria-pressed={day === selectedDay}
                    title={title}
                    tabIndex={day === stopDay ? 0 : -1}
                    onClick={() => onSelect({ system, day })}
                  >
                    {signs[state]}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
