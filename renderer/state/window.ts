import type { ErrorShape } from '#shared/rpc/errors.ts';
import type { CopiedMapping } from './carrying.ts';
import type { DataPlace } from './data-view.ts';
import type { ExternalRef } from './mapping-index.ts';
import type { MappingTarget } from './mappings.ts';
import type { Slice } from './state.ts';

export type LogName = 'call_tree.log' | 'isps_ul.log' | 'isps_uls.log';

/** What can be open over the window. */
export type DialogRequest =
  /** `test`: the connection is tried at once. */
  | { readonly kind: 'configuration'; readonly system: string; readonly test?: boolean | undefined }
  /** With a line of `isps_ul.ini`, or a key of the section, the cursor is put there. */
  | {
      readonly kind: 'systems';
      readonly system?: string | undefined;
      readonly line?: number | undefined;
      readonly key?: string | undefined;
    }
  | { readonly kind: 'documentation'; readonly interface?: string | undefined }
  | { readonly kind: 'find-tables'; readonly system: string }
  | { readonly kind: 'match'; readonly system: string }
  /** With a place, the cursor is put there. */
  | {
      readonly kind: 'scenario';
      readonly target: MappingTarget;
      readonly place?: { readonly line: number; readonly column: number } | undefined;
    }
  /** Value types of a WFM queue that may be meant by one of several external ones. */
  | { readonly kind: 'pairing'; readonly queueId: number; readonly questions: readonly PairingQuestion[] }
  /** `valueTypeId`: where the mapping of a value type goes, if not to the same one of other queues. */
  | {
      readonly kind: 'copy-mapping';
      readonly from: CopiedMapping;
      readonly to: readonly number[];
      readonly valueTypeId?: number | undefined;
    }
  | { readonly kind: 'replace-queue'; readonly system: string; readonly path: readonly string[] }
  | { readonly kind: 'changes' }
  | { readonly kind: 'import'; readonly systems?: readonly string[] | undefined }
  | { readonly kind: 'log'; readonly name: LogName }
  | { readonly kind: 'adopt' }
  | { readonly kind: 'runs' }
  /** `part`: what of the page is shown first. */
  | { readonly kind: 'run'; readonly runId: number; readonly part?: RunPart | undefined }
  | { readonly kind: 'undo-run'; readonly runId: number }
  /** What the survey of an import with *write null values* found is confirmed. */
  | { readonly kind: 'zeroing'; readonly surveyRunId: number }
  | { readonly kind: 'problems' }
  | { readonly kind: 'data'; readonly place?: DataPlace | undefined }
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' };

/** The id is the window's alone, and no later dialog has it again. */
export interface OpenDialog {
  readonly id: number;
  readonly request: DialogRequest;
}

export type RunPart = 'problems' | 'changes';

export interface PairingQuestion {
  readonly valueTypeId: number;
  readonly candidates: readonly ExternalRef[];
}

/** What was being done when an error came; its words are in `notices` and `mapping.failed`. */
export type NoticeTopic =
  | 'loadSystems'
  | 'loadWfm'
  | 'loadMappings'
  | 'loadRuns'
  | 'loadHome'
  | 'apply'
  | 'undo'
  | 'redo';

export interface Notice {
  readonly id: number;
  readonly topic: NoticeTopic;
  readonly error: ErrorShape;
}

export interface WindowSlice {
  /** Open dialogs, the topmost last. */
  readonly dialogs: readonly OpenDialog[];
  /** Errors that nobody has dismissed yet. */
  readonly notices: readonly Notice[];
  /** The day, and the interval of it, whose values are to be shown; numbered, so that the same one can be asked for twice. */
  readonly wantedDay: {
    readonly day: string;
    readonly startUtc: string | undefined;
    readonly id: number;
  } | null;
  /** What a screen reader says next; numbered, so that the same words twice are said twice. */
  readonly announcement: { readonly text: string; readonly id: number };
  /** Over what is open. What lies on top already is not opened once more: a double click asks twice. */
  readonly openDialog: (request: DialogRequest) => void;
  /** Closes that one, wherever it lies; nothing where it is closed already: an answer may come late. */
  readonly closeDialog: (id: number) => void;
  /** Leaves them all, to show a place in the window behind. */
  readonly closeDialogs: () => void;
  readonly addNotice: (topic: NoticeTopic, error: ErrorShape) => void;
  readonly dismissNotice: (id: number) => void;
  readonly announce: (text: string) => void;
  readonly showDay: (day: string, startUtc: string | undefined) => void;
}

export const windowSlice: Slice<WindowSlice> = (set) => {
  let lastDialogId = 0;
  return {
    dialogs: [],
    notices: [],
    wantedDay: null,
    announcement: { text: '', id: 0 },
    openDialog: (request) =>
      set(({ dialogs }) => {
        const top = dialogs.at(-1)?.request;
        if (JSON.stringify(top) === JSON.stringify(request)) return {};
        lastDialogId += 1;
        return { dialogs: [...dialogs, { id: lastDialogId, request }] };
      }),
    closeDialog: (closed) => set(({ dialogs }) => ({ dialogs: dialogs.filter(({ id }) => id !== closed) })),
    closeDialogs: () => set({ dialogs: [] }),
    addNotice: (topic, error) =>
      set((state) => {
        // A thing that fails again and again stands there once, with its newest reason.
        const others = state.notices.filter((notice) => notice.topic !== topic);
        const id = Math.max(0, ...state.notices.map((notice) => notice.id)) + 1;
        return { notices: [...others, { id, topic, error }] };
      }),
    dismissNotice: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
    showDay: (day, startUtc) =>
      set((state) => ({ wantedDay: { day, startUtc, id: (state.wantedDay?.id ?? 0) + 1 } })),
    announce: (text) => set((state) => ({ announcement: { text, id: state.announcement.id + 1 } })),
  };
};
