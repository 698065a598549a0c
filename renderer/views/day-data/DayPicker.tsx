import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import { useWords } from '../../dialogs/words.ts';
import { IconButton } from '../../ui/index.ts';
import { addDays } from './day-model.ts';

export interface DayPickerProps {
  readonly day: string | undefined;
  readonly onDay: (day: string) => void;
  /** Left out where nobody knows a first day. */
  readonly onFirst?: (() => void) | undefined;
  readonly onLast: () => void;
  /** Says which day the last one is. */
  readonly lastLabel?: string | undefined;
}

/** A day, typed or by steps. First and last are the ends of the days for which there is something to see. */
export function DayPicker({ day, onDay, onFirst, onLast, lastLabel }: DayPickerProps) {
  const { t } = useWords();
  const step = (days: number) => () => day !== undefined && onDay(addDays(day, days));
  return (
    <div className="day-picker">
      {onFirst !== undefined && (
        <IconButton
          small
          look="quiet"
          label={t('dayData.first')}
          icon={<ChevronFirst size={16} />}
          onClick={onFirst}
        />
      )}
      <IconButton
        small
        look="quiet"
        label={t('dayData.previous')}
        icon={<ChevronLeft size={16} />}
        onClick={step(-1)}
      />
      <input
        type="date"
        className="input day-picker__input"
        aria-label={t('dayData.day')}
        value={day ?? ''}
        onChange={(event) => event.target.value !== '' && onDay(event.target.value)}
      />
      <IconButton
        small
        look="quiet"
        label={t('dayData.next')}
        icon={<ChevronRight size={16} />}
        onClick={step(1)}
      />
      <IconButton
        small
        look="quiet"
        label={lastLabel ?? t('dayData.last')}
        icon={<ChevronLast size={16} />}
        onClick={onLast}
      />
    </div>
  );
}
