import type { Told } from '#shared/domain/scenario/index.ts';

/** What the editor's help needs from around it; asked anew each time, as sources and language may change. */
export interface ScriptSurroundings {
  readonly paraCount: number;
  /** What is mapped to a Para: `Avaya CMS › Split › Claims › ACDCALLS`. */
  readonly sourceOf: (para: number) => string | undefined;
  /** In the reader's language. */
  readonly tell: (told: Told) => string;
  /** Says something to who does not see the page. */
  readonly announce: (text: string) => void;
}

export type AskSurroundings = () => ScriptSurroundings;

/** The help of a word, and for a Para what feeds it. */
export function helpTexts(
  { sourceOf, tell }: ScriptSurroundings,
  { name, help }: { readonly name: string; readonly help?: Told | undefined },
): readonly string[] {
  const para = /^para(\d+)$/i.exec(name)?.[1];
  const source = para === undefined ? undefined : sourceOf(Number(para));
  return [...(source === undefined ? [] : [source]), ...(help === undefined ? [] : [tell(help)])];
}
