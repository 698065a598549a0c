import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Carried } from '../../state/index.ts';
import { draggedCarried } from '../drag.ts';
import { planNow } from '../use-mapping-acts.ts';
import { placeOf, type WfmNode } from './wfm-nodes.ts';

const OPEN_AFTER_MS = 500;

/**
 * Rows take what is dropped on them where that makes sense; a closed queue opens when something waits over it. `over`
 * is the row that something is held over.
 */
export function useDropRows(
  onDrop: (carried: Carried, node: WfmNode) => void,
  onOpen: (id: string) => void,
): { readonly over: string | null; readonly attachRow: (element: HTMLElement, node: WfmNode) => () => void } {
  const [over, setOver] = useState<string | null>(null);
  // Rows are tied once, what they do changes with every drawing.
  const acts = useRef({ onDrop, onOpen });
  useEffect(() => {
    acts.current = { onDrop, onOpen };
  });

  const attachRow = useCallback((element: HTMLElement, node: WfmNode) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(timer);
      setOver((before) => (before === node.id ? null : before));
    };
    const makesSense = (carried: Carried | null) =>
      carried !== null && planNow(carried, placeOf(node)) !== null;
    const untie = dropTargetForElements({
      element,
      // Queues that take nothing themselves still open when one waits over them.
      canDrop: ({ source }) => {
        const carried = draggedCarried(source.data);
        return carried !== null && (node.kind === 'queue' || makesSense(carried));
      },
      onDragEnter: () => {
        setOver(node.id);
        if (node.kind === 'queue') timer = setTimeout(() => acts.current.onOpen(node.id), OPEN_AFTER_MS);
      },
      onDragLeave: leave,
      onDrop: ({ source }) => {
        leave();
        const carried = draggedCarried(source.data);
        if (carried !== null && makesSense(carried)) acts.current.onDrop(carried, node);
      },
    });
    return () => {
      clearTimeout(timer);
      untie();
    };
  }, []);

  return { over, attachRow };
}
