import type { InterfaceKey } from '#shared/contract/systems.ts';
import { entries, parseIni } from '#shared/domain/ini/document.ts';
import { type FormGroup, formModel } from './form-model.ts';

/** Which streams a new system is for: the keys of the other one are not asked for. */
export interface Streams {
  readonly phoneLink: boolean;
  readonly timeLink: boolean;
}

/** The fields to be asked for when a system is created: what its ACD needs and no default can know. */
export function essentialGroups(
  definitions: readonly InterfaceKey[],
  sectionText: string,
  { phoneLink, timeLink }: Streams,
): readonly FormGroup[] {
  const isAsked = (definition: InterfaceKey) =>
    (definition.essential ?? definition.required ?? false) &&
    (definition.group !== 'calls' || phoneLink) &&
    (definition.group !== 'agents' || timeLink);
  return formModel(definitions, sectionText)
    .groups.map(({ group, fields }) => ({
      group,
      fields: fields.filter(({ definition }) => isAsked(definition)),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** What was entered in these fields, as it is to stand in the file. */
export function keysOf(groups: readonly FormGroup[], sectionText: string): Record<string, string> {
  const written = new Map(
    entries(parseIni(new TextEncoder().encode(sectionText)), '').map((entry) => [
      entry.key.toLowerCase(),
      entry.rawValue,
    ]),
  );
  const keys = groups.flatMap(({ fields }) => fields.map(({ definition }) => definition.key));
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = written.get(key.toLowerCase());
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** A value of a kind that its key cannot take; what is missing can be entered later. */
export function hasFault(groups: readonly FormGroup[]): boolean {
  return groups.some(({ fields }) => fields.some(({ fault }) => fault !== undefined && fault !== 'required'));
}
