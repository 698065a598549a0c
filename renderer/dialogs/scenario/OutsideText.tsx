import { Button } from '../../ui/index.ts';
import { useWords } from '../words.ts';

export interface OutsideTextProps {
  /** What the file has now; '' where it is gone. */
  readonly text: string;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Somebody else changed the script meanwhile: nothing is saved before it is said which text stays. */
export function OutsideText({ text, onTake, onKeep }: OutsideTextProps) {
  const { t } = useWords();
  return (
    <div className="scenario-outside" role="alert">
      <p>{t('scenario.changedOutside')}</p>
      <pre>{text === '' ? t('scenario.outsideGone') : text}</pre>
      <div>
        <Button small onClick={onTake}>
          {t('common.takeTheirs')}
        </Button>
        <Button small onClick={onKeep}>
          {t('common.keepMine')}
        </Button>
      </div>
    </div>
  );
}
