import { useEffect, useState } from 'react';
import type { MappingView } from '#shared/contract/mapping.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import { type MappingTarget, sameTarget, useClient, useStore } from '../../state/index.ts';
import { useReading } from '../use-reading.ts';

export interface ScenarioText {
  readonly mapping: MappingView | undefined;
  /** Undefined until it was read; '' where the mapping has no script. `\n` line ends. */
  readonly text: string | undefined;
  /** What the file had when it was last read or taken over, with its line ends; undefined where there is none. */
  readonly onDisk: string | undefined;
  readonly dirty: boolean;
  /** What the file has now, when it was changed by someone else while this text was edited. */
  readonly outside: string | undefined;
  readonly error: ErrorShape | undefined;
  edit(text: string): void;
  takeTheirs(): void;
  keepMine(): void;
}

/** The script of a mapping while it is edited. */
export function useScenarioText(target: MappingTarget): ScenarioText {
  const client = useClient();
  const mappings = useStore((state) => state.mappings);
  const revision = useStore((state) => state.scenariosRevision);
  const mapping = mappings?.find((candidate) => sameTarget(candidate, target));
  const known = mappings !== undefined;
  const scenario = mapping?.scenario;
  const number = scenario === undefined || scenario.state === 'missing' ? undefined : scenario.number;
  const reading = useReading(
    async (signal) => {
      if (!known) return undefined;
      if (number === undefined) return { text: '', onDisk: undefined };
      const { text } = await client.call('scenario.read', { number }, { signal });
      return { text: text.replace(/\r\n?/g, '\n'), onDisk: text };
    },
    [client, known, number, revision],
  );
  const [base, setBase] = useState<string>();
  const [text, setText] = useState<string>();
  const [outside, setOutside] = useState<string>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new reading is compared with what is edited.
  useEffect(() => {
    const read = reading.data?.text;
    if (read === undefined || read === base) return;
    if (base === undefined || text === base || text === read) {
      setBase(read);
      setText(read);
      setOutside(undefined);
    } else {
      setOutside(read);
    }
  }, [reading.data]);

  return {
    mapping,
    text,
    onDisk: reading.data?.onDisk,
    dirty: text !== undefined && text !== base,
    outside,
    error: text === undefined ? reading.error : undefined,
    edit: setText,
    takeTheirs() {
      setBase(outside);
      setText(outside);
      setOutside(undefined);
    },
    keepMine() {
      setBase(outside);
      setOutside(undefined);
    },
  };
}
