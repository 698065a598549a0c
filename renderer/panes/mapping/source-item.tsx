import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { GripVertical } from 'lucide-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, useMessageText } from '../../ui/index.ts';
import { draggedEntry, entryDrag } from '../drag.ts';
import type { MappingEntry } from './sources-card.tsx';

interface SourceItemProps {
  readonly id: string;
  readonly entry: MappingEntry;
  readonly index: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onRemove: () => void;
  /** Another source was dropped so that it now stands at `to`. */
  readonly onMoveHere: (from: number, to: number) => void;
}

export function SourceItem(props: SourceItemProps) {
  const { entry, index } = props;
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const edge = useReorder(element, index, props.onMoveHere);
  const tell = useMessageText();
  const problem = entry.problem && tell(entry.problem);
  const levels = entry.path === undefined ? [] : [entry.system ?? '', ...entry.path];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points at its option
    <div
      ref={element}
      id={props.id}
      className={edge === null ? 'source' : `source source--drop-${edge}`}
      role="option"
      aria-selected={props.isChosen}
      aria-description={problem}
      title={problem ?? entry.source}
      onMouseDown={props.onChoose}
      onDoubleClick={props.onRemove}
    >
      <GripVertical className="source__grip" size={14} aria-hidden />
      <Chip tone="accent" mono>{`Para${index + 1}`}</Chip>
      <span className="source__path">
        {levels.map((level, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the path, and names may repeat
          <Fragment key={i}>
            <span>
              {level} <span className="mapping__chevron">›</span>
            </span>{' '}
          </Fragment>
        ))}
        <span className="mono">{entry.path === undefined ? entry.source : entry.valueType}</span>
      </span>
      {problem !== undefined && (
        <span aria-hidden="true">
          <Chip tone="bad">{t('mapping.unknownSource')}</Chip>
        </span>
      )}
    </div>
  );
}

/** Which edge of this item the dragged source would be put at. */
function useReorder(
  element: React.RefObject<HTMLDivElement | null>,
  index: number,
  onMoveHere: (from: number, to: number) => void,
): 'before' | 'after' | null {
  const [edge, setEdge] = useState<'before' | 'after' | null>(null);
  const move = useRef(onMoveHere);
  useEffect(() => {
    move.current = onMoveHere;
  });
  useEffect(() => {
    const own = element.current;
    if (own === null) return;
    const edgeAt = (clientY: number) => {
      const box = own.getBoundingClientRect();
      return clientY < box.top + box.height / 2 ? 'before' : 'after';
    };
    return combine(
      draggable({ element: own, getInitialData: () => entryDrag(index) }),
      dropTargetForElements({
        element: own,
        canDrop: ({ source }) => draggedEntry(source.data) !== null && source.element !== own,
        onDrag: ({ location }) => setEdge(edgeAt(location.current.input.clientY)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, location }) => {
          setEdge(null);
          const from = draggedEntry(source.data);
          if (from === null) return;
          const gap = edgeAt(location.current.input.clientY) === 'before' ? index : index + 1;
          move.current(from, from < gap ? gap - 1 : gap);
        },
      }),
    );
  }, [element, index]);
  return edge;
}
