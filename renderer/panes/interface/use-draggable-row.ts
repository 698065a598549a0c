import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Carried, useStore } from '../../state/index.ts';
import { carriedDrag } from '../drag.ts';
import { carriedLabel } from '../use-mapping-acts.ts';
import { carriedOf, type ExternalNode, externalOfId } from './external-nodes.ts';

/** Makes rows draggable: a whole queue, or a value type with those chosen together with it. */
export function useDraggableRow(): (element: HTMLElement, node: ExternalNode) => () => void {
  const { t } = useTranslation();
  return useCallback(
    (element: HTMLElement, node: ExternalNode) => {
      if (node.kind !== 'value-type' && !(node.kind === 'queue' && node.isQueue)) return () => {};
      return draggable({
        element,
        getInitialData: () => carriedDrag(carriedFrom(node)!),
        onDragStart: () => useStore.getState().carry({ what: carriedFrom(node)!, how: 'drag' }),
        onDrop: () => useStore.getState().carry(null),
        onGenerateDragPreview: ({ nativeSetDragImage }) =>
          setCustomNativeDragPreview({
            nativeSetDragImage,
            getOffset: pointerOutsideOfPreview({ x: '12px', y: '8px' }),
            render: ({ container }) => {
              const preview = document.createElement('div');
              preview.className = 'drag-preview';
              preview.textContent = carriedLabel(t, carriedFrom(node)!);
              container.append(preview);
            },
          }),
      });
    },
    [t],
  );
}

/** What a drag that begins at the row takes along. */
function carriedFrom(node: ExternalNode): Carried | null {
  const { externalChoice, trees } = useStore.getState();
  const isChosen = externalOfId(node.id) !== undefined && externalChoice.chosen.has(node.id);
  return carriedOf(node.id, isChosen ? externalChoice.chosen : new Set(), trees);
}
