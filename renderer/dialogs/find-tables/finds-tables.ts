import type { InterfaceDefinition } from '#shared/contract/systems.ts';

/** The keys that the search writes: an interface without one of them knows its tables itself. */
const written = ['CallDataTable', 'TimeStampColumn', 'QueueNameColumn'];

/** Whether the tables of an interface are the site's own, named by its settings. */
export function findsTables(definition: InterfaceDefinition | undefined): boolean {
  return written.every((wanted) => definition?.keys.some(({ key }) => key === wanted));
}
