import type { Problem } from '#shared/contract/imports.ts';
import { problemPlace } from '#shared/i18n/problem-place.ts';
import { useZoneOf } from '../../dialogs/names.ts';
import { useWords } from '../../dialogs/words.ts';
import { showQueue, showTarget } from '../../panes/jump.ts';
import { closeDialogs, openDialog, showDay, showRun, useStore } from '../../state/index.ts';
import { Button, useMessageText } from '../../ui/index.ts';
import { type ProblemJump, problemJumps } from './problem-jumps.ts';

export interface ProblemPlacesProps {
  readonly runId: number;
  readonly problems: readonly Problem[];
  /** Said above: a problem that says the same does not say it again. */
  readonly headline?: string | undefined;
}

/** Problems with their places, each with the ways there. */
export function ProblemPlaces({ runId, problems, headline }: ProblemPlacesProps) {
  const { t, formats } = useWords();
  const tell = useMessageText();
  const zoneOf = useZoneOf();
  const systems = useStore((state) => state.systems);
  return (
    <ul className="problem-places">
      {problems.map((problem, index) => {
        const message = tell(problem);
        const place = problemPlace(problem, t, formats, zoneOf);
        const jumps = problemJumps(problem, (name) => systems?.some((known) => known.name === name) ?? false);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no id, and a list is replaced as a whole
          <li key={index}>
            <span className="problem-places__count figure">
              {problem.count > 1 && t('runPage.causeCount', { count: problem.count })}
            </span>
            <div className="problem-places__what">
              {message !== headline && <p>{message}</p>}
              <p className="problem-places__where">
                <span>{place === '' ? t('runPage.wholeRun') : place}</span>
                {headline === undefined && <span className="mono">{problem.code}</span>}
              </p>
            </div>
            <span className="problem-places__jumps">
              {jumps.map((jump) => (
                <Button
                  key={jump.kind}
                  look="link"
                  aria-label={t(`runPage.jumpTo.${jump.kind}`, { place })}
                  onClick={() => go(jump, runId)}
                >
                  {t(`runPage.jump.${jump.kind}`)}
                </Button>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Shows the place in the window behind; the panel of the run stays beside it, as the way back. */
function go(jump: ProblemJump, runId: number): void {
  if (jump.kind === 'system') {
    openDialog({ kind: 'systems', system: jump.system });
    return;
  }
  closeDialogs();
  showRun(runId);
  if (jump.kind === 'queue') {
    showQueue(jump.queueId);
    return;
  }
  showTarget(jump.target);
  if (jump.kind === 'interval') showDay(jump.day, jump.startUtc);
  else if (jump.kind === 'scenario') openDialog({ kind: 'scenario', target: jump.target, place: jump.place });
}
