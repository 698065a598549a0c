export const PANES = ['interface', 'wfm', 'mapping'] as const;
export type PaneName = (typeof PANES)[number];

export const paneElementId = (pane: PaneName) => `pane-${pane}`;

/** Puts the focus into a pane: on its tree or list, else on the first thing in it that takes it. */
export function focusPane(pane: PaneName): void {
  const element = document.getElementById(paneElementId(pane));
  const inside =
    element?.querySelector<HTMLElement>('[role=tree], [role=listbox]') ??
    element?.querySelector<HTMLElement>('button, input, [tabindex="0"]');
  (inside ?? element)?.focus();
}

/** The pane that has the focus, null when it is elsewhere. */
export function focusedPane(): PaneName | null {
  return PANES.find((pane) => document.activeElement?.closest(`#${paneElementId(pane)}`)) ?? null;
}

export function focusNextPane(step: 1 | -1): void {
  const current = focusedPane();
  const at = current === null ? (step === 1 ? -1 : 0) : PANES.indexOf(current);
  focusPane(PANES[(at + step + PANES.length) % PANES.length]!);
}

export function focusFilter(): void {
  const pane = focusedPane() ?? 'interface';
  document.getElementById(paneElementId(pane))?.querySelector<HTMLElement>('input[type=search]')?.focus();
}
