import { ChevronDown, ChevronRight, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words.ts';
import { Confidence } from './Confidence.tsx';
import type { KindPairs, MatchLine } from './match-model.ts';

export interface MatchRowProps {
  readonly id: string;
  readonly line: MatchLine;
  /** 0-based, among the rows shown. */
  readonly index: number;
  readonly topPx: number;
  readonly isCursor: boolean;
  readonly isExpanded: boolean;
  readonly pairs: KindPairs | undefined;
  readonly nameOf: (queueId: number) => string;
  /** Stands in place of the external queue while that is being chosen. */
  readonly chooser: ReactNode;
  readonly onPoint: () => void;
  readonly onAccept: (isAccepted: boolean) => void;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
}

/** One proposal. The table has the focus and the keys; what stands in the row is for the pointer. */
export function MatchRow(props: MatchRowProps) {
  const { line, pairs, nameOf } = props;
  const { name, parents, choice, isAccepted } = line;
  const { t } = useWords();
  const note =
    line.clash !== undefined
      ? t('match.clash', { queue: nameOf(line.clash) })
      : choice?.takenBy !== undefined
        ? t('match.takenBy', { queue: nameOf(choice.takenBy) })
        : undefined;
  return (
    <tr
      id={props.id}
      className="match-row"
      data-cursor={props.isCursor || undefined}
      aria-level={1}
      aria-rowindex={props.index + 2}
      aria-selected={isAccepted}
      aria-expanded={choice === null ? undefined : props.isExpanded}
      style={{ transform: `translateY(${props.topPx}px)` }}
      onMouseDown={(event) => {
        // Buttons and checkbox work without taking the focus.
        event.preventDefault();
        props.onPoint();
      }}
    >
      <td>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('match.accept', { queue: name })}
          checked={isAccepted}
          disabled={choice === null}
          onChange={(event) => props.onAccept(event.target.checked)}
        />
      </td>
      <td className="match-row__name" title={parents === '' ? name : `${parents} › ${name}`}>
        {name} <small>{parents}</small>
      </td>
      <td className="match-row__external">
        {props.chooser === undefined ? (
          <>
            <button
              type="button"
              tabIndex={-1}
              className="match-choose"
              title={t('match.choose', { queue: name })}
              onClick={props.onChoose}
            >
              <span>{choice === null ? <i>{t('match.noProposal')}</i> : choice.text}</span>
              <ChevronDown size={14} aria-hidden />
            </button>
            {note !== undefined && (
              <span className="match-row__note" title={note}>
                <TriangleAlert size={13} aria-hidden />
                <span>{note}</span>
              </span>
            )}
          </>
        ) : (
          // What is pressed in it is its own: the row gives the focus to the table.
          // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps presses from the row
          <div className="match-row__field" onMouseDown={(event) => event.stopPropagation()}>
            {props.chooser}
          </div>
        )}
      </td>
      <td>{choice !== null && <Confidence value={choice.confidence} reason={choice.reason} />}</td>
      <td>
        {choice !== null && pairs !== undefined && (
          <button
            type="button"
            tabIndex={-1}
            className="match-expand"
            aria-expanded={props.isExpanded}
            title={t('match.expand', { queue: name })}
            onClick={props.onToggle}
          >
            {props.isExpanded ? (
              <ChevronDown size={14} aria-hidden />
            ) : (
              <ChevronRight size={14} aria-hidden />
            )}
            {t('match.pairs', { count: pairs.pairs.length })}
            {pairs.open > 0 && <b>{t('match.open', { count: pairs.open })}</b>}
          </button>
        )}
      </td>
    </tr>
  );
}
