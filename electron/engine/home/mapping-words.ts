import type { HomeCommand } from '#shared/contract/mapping.ts';

/** A command as `isps_ul.log` and the journal tell it. */
export function commandText(command: HomeCommand): string {
  if (command.kind === 'write-scenario') {
    return command.text === null ? `${command.number}.BAS removed` : `${command.number}.BAS written`;
  }
  const { queueId, valueTypeId } = command.target;
  const place = `queue ${queueId}, value type ${valueTypeId}`;
  switch (command.kind) {
    case 'add-entry':
      return `mapped ${command.source} to ${place}`;
    case 'remove-entry':
      return `removed ${command.source} from ${place}`;
    case 'replace-entry':
      return `mapped ${command.replacement} in place of ${command.source} to ${place}`;
    case 'move-entry':
      return `moved source ${command.from + 1} of ${place} to ${command.to + 1}`;
    case 'create-scenario':
      return `script created for ${place}`;
    case 'set-script':
      return command.script === null
        ? `script taken from ${place}`
        : `script ${command.script}.BAS set for ${place}`;
  }
}
