import type { SystemDetail } from '#shared/contract/systems.ts';

/**
 * A section while somebody works on it. Text has `\n` line ends here, as an editor gives it; the engine keeps the
 * file's own on lines that stay the same.
 */
export interface SectionDraft {
  /** What the edits were made from. */
  readonly base: SystemDetail;
  readonly text: string;
  /** What the file has now, when that is neither the base nor the draft: the reader has to choose. */
  readonly outside?: SystemDetail;
  /** The reader chose the draft over a change made outside; it is not saved yet. */
  readonly keptMine?: boolean;
  /** What is being saved, or was: the file has it by this hand, also where the text has gone on since. */
  readonly sent?: string;
}

export type DraftEvent =
  /** A section that was gone to, or that changed. */
  | { readonly kind: 'read'; readonly detail: SystemDetail }
  /** What an attempt to save found instead. */
  | { readonly kind: 'refused'; readonly detail: SystemDetail }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly detail: SystemDetail }
  | { readonly kind: 'edit'; readonly text: string }
  | { readonly kind: 'discard' }
  | { readonly kind: 'take-theirs' }
  | { readonly kind: 'keep-mine' };

export function sectionDraft(draft: SectionDraft | undefined, event: DraftEvent): SectionDraft | undefined {
  if (event.kind === 'read') return withReading(draft, event.detail);
  if (draft === undefined) return undefined;
  // The answer came when another section had been gone to.
  if ('detail' in event && event.detail.name !== draft.base.name) return draft;
  switch (event.kind) {
    case 'refused':
      return withReading(withoutSent(draft), event.detail);
    case 'saving':
      return { ...draft, sent: draft.text };
    case 'saved':
      return draft.sent === undefined ? withReading(draft, event.detail) : withSaved(draft, event.detail);
    case 'edit':
      return { ...draft, text: plainEnds(event.text) };
    case 'discard':
      return fresh(draft.outside ?? draft.base);
    case 'take-theirs':
      return fresh(draft.outside ?? draft.base);
    case 'keep-mine':
      return draft.outside === undefined ? draft : { base: draft.outside, text: draft.text, keptMine: true };
  }
}

export function isDirty(draft: SectionDraft): boolean {
  return draft.text !== plainEnds(draft.base.text);
}

export function plainEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function fresh(detail: SystemDetail): SectionDraft {
  return { base: detail, text: plainEnds(detail.text) };
}

function withReading(draft: SectionDraft | undefined, detail: SystemDetail): SectionDraft {
  if (draft === undefined || draft.base.name !== detail.name || !isDirty(draft)) return fresh(detail);
  const now = plainEnds(detail.text);
  // Saved by us, or somebody made the same change.
  if (now === draft.text) return fresh(detail);
  if (now === draft.sent) return withSaved(draft, detail);
  // Only other sections of the file changed.
  if (now === plainEnds(draft.base.text)) {
    const { outside: _, ...mine } = draft;
    return { ...mine, base: detail };
  }
  return { ...draft, outside: detail };
}

/** What was typed since stays, on what the file has now. */
function withSaved({ text, sent }: SectionDraft, detail: SystemDetail): SectionDraft {
  return text === sent || sent === undefined ? fresh(detail) : { base: detail, text, sent };
}

function withoutSent({ sent: _, ...draft }: SectionDraft): SectionDraft {
  return draft;
}
