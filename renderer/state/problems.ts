import type { Finding } from '#shared/contract/check.ts';
import { outcomeOf } from './client.ts';
import { coalesce } from './coalesce.ts';
import type { Slice } from './state.ts';

export interface ProblemsSlice {
  /** What is wrong in the files of the home; undefined until first read. */
  readonly findings: readonly Finding[] | undefined;
  readonly loadFindings: () => Promise<void>;
}

export const problemsSlice: Slice<ProblemsSlice> = (set, get) => ({
  findings: undefined,
  loadFindings: coalesce(async () => {
    const client = get().client;
    if (client === null) return;
    // Nobody asked for the number at the button: without it, the view behind the button says what is wrong.
    const outcome = await outcomeOf(client.call('check.run', {}));
    set({ findings: outcome.ok ? outcome.value.findings : undefined });
  }),
});

/** Hints are no problems. */
export function problemCount({ findings }: ProblemsSlice): number {
  return findings?.filter(({ severity }) => severity !== 'hint').length ?? 0;
}
