import { useEffect, useMemo, useRef, useState } from 'react';
import type { MappingView } from '#shared/contract/mapping.ts';
import {
  copyMappingCommands,
  copyQueueCommands,
  sourcesForQueue,
  type WholeQueueCommand,
} from '#shared/domain/mapping/whole-queue.ts';
import { type CopiedMapping, outcomeOf, useClient, useStore } from '../../state/index.ts';

/** A WFM queue that the mapping is copied to, and the external queue it gets its sources from. */
export interface CopyRow {
  readonly queueId: number;
  readonly path: readonly string[] | null;
  readonly isProposed: boolean;
}

const NO_MAPPINGS: readonly MappingView[] = [];

/** What is copied where; external queues are proposed where names go together. */
export function useCopyMapping(from: CopiedMapping, to: readonly number[], valueTypeId: number | undefined) {
  const client = useClient();
  const mappings = useStore((state) => state.mappings) ?? NO_MAPPINGS;
  const [rows, setRows] = useState<readonly CopyRow[]>(() =>
    to.map((queueId) => ({ queueId, path: null, isProposed: false })),
  );
  const [busy, setBusy] = useState(false);
  const asked = useRef(new Set<number>());

  const copied = useMemo(() => mappings.filter((mapping) => isCopied(mapping, from)), [mappings, from]);
  const system = copied.flatMap(({ entries }) => entries).find((entry) => entry.path !== undefined)?.system;
  const fromQueueId = from.kind === 'queue' ? from.queueId : from.target.queueId;

  useEffect(() => {
    const open = rows.filter(({ queueId, path }) => path === null && !asked.current.has(queueId));
    if (system === undefined || open.length === 0) return;
    const queueIds = open.map(({ queueId }) => queueId);
    for (const queueId of queueIds) asked.current.add(queueId);
    setBusy(true);
    void proposals().then((paths) => {
      setBusy(false);
      setRows((now) =>
        now.map((row) => {
          const path = row.path === null ? paths.get(row.queueId) : undefined;
          return path === undefined ? row : { ...row, path, isProposed: true };
        }),
      );
    });

    /** The queue that feeds the WFM queue otherwise, or is called like it. Without one, a person says which. */
    async function proposals(): Promise<ReadonlyMap<number, readonly string[]>> {
      const paths = new Map<number, readonly string[]>();
      for (const queueId of queueIds) {
        const own = onlyQueueOf(mappings, queueId, system!);
        if (own !== undefined) paths.set(queueId, own);
      }
      const rest = queueIds.filter((queueId) => !paths.has(queueId));
      if (rest.length === 0) return paths;
      const matching = await outcomeOf(client.call('match.propose', { system: system!, queueIds: rest }));
      for (const { queueId, candidates, proposed } of matching.ok ? matching.value.rows : []) {
        const path = proposed === null ? undefined : candidates[proposed]?.path;
        if (path !== undefined) paths.set(queueId, path);
      }
      return paths;
    }
  }, [rows, system, mappings, client]);

  async function commands(): Promise<readonly WholeQueueCommand[]> {
    const numbers = copied.flatMap(({ scenario }) =>
      scenario === undefined || scenario.state === 'missing' ? [] : [scenario.number],
    );
    const texts = new Map<number, string>();
    for (const number of new Set(numbers)) {
      texts.set(number, (await client.call('scenario.read', { number })).text);
    }
    const paths = rows.map(({ queueId, path }) => ({ queueId, system: system ?? '', path: path ?? [] }));
    if (from.kind === 'queue') return copyQueueCommands(from.queueId, paths, mappings, texts);
    const [mapping] = copied;
    if (mapping === undefined) return [];
    const targets = paths.map(({ queueId, path }) => ({
      target: { queueId, valueTypeId: valueTypeId ?? mapping.valueTypeId },
      sources:
        system === undefined
          ? mapping.entries.map(({ source }) => source)
          : sourcesForQueue(mapping, system, path),
    }));
    const text = mapping.scenario === undefined ? undefined : texts.get(mapping.scenario.number);
    return copyMappingCommands(targets, mappings, text);
  }

  return {
    rows,
    system,
    fromQueueId,
    busy,
    commands,
    /** Whether sources of other systems go along as they are. */
    hasFixed: copied.some(({ entries }) => entries.some((entry) => entry.system !== system)),
    add: (queueId: number) =>
      setRows((now) =>
        now.some((row) => row.queueId === queueId)
          ? now
          : [...now, { queueId, path: null, isProposed: false }],
      ),
    remove: (queueId: number) => setRows((now) => now.filter((row) => row.queueId !== queueId)),
    choose: (queueId: number, path: readonly string[]) =>
      setRows((now) =>
        now.map((row) => (row.queueId === queueId ? { queueId, path, isProposed: false } : row)),
      ),
    /** How many sources of the queue are replaced. */
    replaced: (queueId: number) => {
      const types = new Set(copied.map((mapping) => valueTypeId ?? mapping.valueTypeId));
      return mappings
        .filter((mapping) => mapping.queueId === queueId && types.has(mapping.valueTypeId))
        .reduce((sum, { entries }) => sum + entries.length, 0);
    },
  };
}

function isCopied({ queueId, valueTypeId, entries }: MappingView, from: CopiedMapping): boolean {
  if (entries.length === 0) return false;
  if (from.kind === 'queue') return queueId === from.queueId;
  return queueId === from.target.queueId && valueTypeId === from.target.valueTypeId;
}

/** The external queue of the system that alone feeds the WFM queue. */
function onlyQueueOf(
  mappings: readonly MappingView[],
  queueId: number,
  system: string,
): readonly string[] | undefined {
  const paths = new Map<string, readonly string[]>();
  for (const mapping of mappings) {
    if (mapping.queueId !== queueId) continue;
    for (const entry of mapping.entries) {
      if (entry.system === system && entry.path !== undefined) paths.set(entry.path.join(':'), entry.path);
    }
  }
  return paths.size === 1 ? [...paths.values()][0] : undefined;
}
