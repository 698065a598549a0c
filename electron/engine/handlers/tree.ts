import { createHash } from 'node:crypto';
import type { ExternalTree, treeContract } from '#shared/contract/tree.ts';
import type { AbortSignal } from '#shared/rpc/abort.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import type { Home } from '../home/home.ts';
import { externalSystem, readSystemSection, systemConnection } from '../home/systems.ts';
import { readExternalTree } from '../interfaces/external-tree.ts';

/** Gives the tree of a system, from memory unless `fresh`. */
export type TreeReader = (system: string, fresh: boolean, signal: AbortSignal) => Promise<ExternalTree>;

/** Trees are read once for each state of the system's settings, and again when asked. */
export function treeReader(home: Home): TreeReader {
  const read = new Map<string, { settings: string; tree: ExternalTree }>();
  return async (name, fresh, signal) => {
    const settings = await settingsPrint(home, name);
    const known = read.get(name);
    if (!fresh && known && known.settings === settings) return known.tree;
    const tree = await readExternalTree(home, name, signal);
    read.set(name, { settings, tree });
    return tree;
  };
}

export function treeHandlers(readTree: TreeReader): Handlers<typeof treeContract> {
  return { 'tree.read': ({ system, fresh }, { signal }) => readTree(system, fresh, signal) };
}

/** Changes with anything a tree depends on. A system that cannot be read has a print too: its error comes from reading. */
async function settingsPrint(home: Home, name: string): Promise<string> {
  const system = await externalSystem(home, name);
  const connection = await systemConnection(home, system).catch(() => undefined);
  const sources = system.section
    ? readSystemSection(system, { phoneLink: true, timeLink: false })
    : undefined;
  const text = JSON.stringify([system.interface, connection, sources]);
  return createHash('sha256').update(text).digest('hex');
}
