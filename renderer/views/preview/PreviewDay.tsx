import { RefreshCw } from 'lucide-react';
import { useWords } from '../../dialogs/words.ts';
import { IconButton } from '../../ui/index.ts';
import { DayPicker } from '../day-data/DayPicker.tsx';
import type { PreviewState } from './use-preview.ts';

export interface PreviewDayProps {
  readonly preview: PreviewState;
  /** Undefined: the last day there is. */
  readonly day: string | undefined;
  readonly onDay: (day: string | undefined) => void;
}

/** Which day a preview is of, and to read it again. */
export function PreviewDay({ preview, day, onDay }: PreviewDayProps) {
  const { t } = useWords();
  return (
    <>
      <DayPicker
        day={day ?? preview.data?.day}
        onDay={onDay}
        onLast={() => onDay(undefined)}
        lastLabel={t('preview.lastDay')}
      />
      <IconButton
        small
        look="quiet"
        label={t('preview.readAgain')}
        icon={<RefreshCw size={14} />}
        onClick={preview.readAgain}
      />
    </>
  );
}
