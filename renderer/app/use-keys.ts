import { useEffect } from 'react';
import { focusFilter, focusNextPane, focusPane, PANES } from '../panes/focus.ts';
import { systemOfId } from '../panes/interface/external-nodes.ts';
import { readAgain } from '../panes/interface/interface-pane.tsx';
import { openDialog, showData, useStore } from '../state/index.ts';

/** The keys that hold everywhere in the window; a dialog keeps its keys to itself. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || useStore.getState().dialogs.length > 0) return;
      const act = actOf(event);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

type Act = () => void;

function actOf(event: KeyboardEvent): Act | null {
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return withCtrl(event);
  switch (event.key) {
    case 'F5':
      return () => readAgain(systemOfId(useStore.getState().treeViews.interface.cursor));
    case 'F6':
      return () => focusNextPane(event.shiftKey ? -1 : 1);
    case 'F10':
      return event.shiftKey ? null : focusMenubar;
    default:
      return null;
  }
}

function withCtrl(event: KeyboardEvent): Act | null {
  const key = event.key.toLowerCase();
  const { undo, redo } = useStore.getState();
  const pane = PANES[Number(key) - 1];
  if (pane !== undefined) return () => focusPane(pane);
  if (key === 'k') return () => openDialog({ kind: 'palette' });
  if (key === 'i') return () => openDialog({ kind: 'import' });
  if (key === 'd') return () => showData();
  if (key === 'f') return focusFilter;
  // A field that is typed in has an undo of its own.
  if (isTextField(event.target)) return null;
  if (key === 'z') return () => void (event.shiftKey ? redo() : undo());
  return key === 'y' ? () => void redo() : null;
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

function focusMenubar(): void {
  document.querySelector<HTMLElement>('[role=menubar] [role=menuitem]')?.focus();
}
