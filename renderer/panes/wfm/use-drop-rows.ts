import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ExternalRef, indexOf, sameSource, sourceOf, useStore } from '../../state/index.ts';
import { draggedExternal } from '../drag.ts';
import type { WfmNode } from './wfm-nodes.ts';
import type { Drop } from './wfm-row.tsx';

const OPEN_AFTER_MS = 500;

/** Rows of value types take external value types that are dropped on them; a closed queue opens when one waits over it. */
export function useDropRows(
  onDrop: (external: ExternalRef, node: WfmNode) => void,
  onOpen: (id: string) => void,
): { readonly drop: Drop | null; readonly attachRow: (element: HTMLElement, node: WfmNode) => () => void } {
  const [drop, setDrop] = useState<Drop | null>(null);
  // Rows are tied once, what they do changes with every drawing.
  const acts = useRef({ onDrop, onOpen });
  useEffect(() => {
    acts.current = { onDrop, onOpen };
  });

  const attachRow = useCallback((element: HTMLElement, node: WfmNode) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(timer);
      setDrop((before) => (before?.id === node.id ? null : before));
    };
    const untie = dropTargetForElements({
      element,
      canDrop: ({ source }) => draggedExternal(source.data) !== null,
      onDragEnter: ({ source }) => {
        const external = draggedExternal(source.data);
        if (external === null) return;
        if (node.kind === 'queue') timer = setTimeout(() => acts.current.onOpen(node.id), OPEN_AFTER_MS);
        else setDrop({ id: node.id, isMapped: isMapped(external, node) });
      },
      onDragLeave: leave,
      onDrop: ({ source }) => {
        leave();
        const external = draggedExternal(source.data);
        if (external !== null) acts.current.onDrop(external, node);
      },
    });
    return () => {
      clearTimeout(timer);
      untie();
    };
  }, []);

  return { drop, attachRow };
}

function isMapped(external: ExternalRef, node: WfmNode & { kind: 'value-type' }): boolean {
  const entries = indexOf(useStore.getState().mappings).ofTarget(node.target)?.entries ?? [];
  return entries.some(({ source }) => sameSource(source, sourceOf(external)));
}
