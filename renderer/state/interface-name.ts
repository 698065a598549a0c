import { useCallback } from 'react';
import type { InterfaceDefinition, SystemSummary } from '#shared/contract/systems.ts';
import { useStore } from './store.ts';

type OfInterface = Pick<SystemSummary, 'interface' | 'interfaceName'>;

/** Names the interface of a system in the reader's language; in English until the definitions are read. */
export function useInterfaceName(): (system: OfInterface) => string {
  const interfaces = useStore((state) => state.interfaces);
  const language = useStore((state) => state.language);
  return useCallback((system) => interfaceName(interfaces, language, system), [interfaces, language]);
}

function interfaceName(
  interfaces: readonly InterfaceDefinition[] | undefined,
  language: string,
  system: OfInterface,
): string {
  const names = interfaces?.find(({ id }) => id === system.interface)?.name;
  return names?.[language] ?? system.interfaceName;
}
