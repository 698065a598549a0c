import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemSection } from '#engine/home/settings.ts';
import {
  callKindSchema,
  type StandardDefinition,
  standardDefinitionSchema,
} from '#engine/interfaces/definition-schema.ts';
import { fillTemplate, templateKeys, withDefaults } from '#engine/interfaces/definition-template.ts';
import { standardDefinitions } from '#engine/interfaces/definitions.ts';
import { readSection } from '#engine/interfaces/read-section.ts';
import { selectedColumnCount } from '#engine/interfaces/select-list.ts';
import { interfaceKeySchema } from '#shared/contract/systems.ts';
import { parseIni } from '#shared/domain/ini/document.ts';
import { languages } from '#shared/i18n/languages.ts';
import { section, settings } from '../../support/acd.ts';

/** What holds for every folder under `resources/interfaces`, see docs/adding-an-acd.md. */

type Json = Parameters<typeof fillTemplate>[0];

const root = path.resolve(import.meta.dirname, '../../../resources/interfaces');
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const written = (folder: string): unknown =>
  JSON.parse(readFileSync(path.join(root, folder, 'interface.json'), 'utf8'));

/** Every key with the values that its choices in the templates tell apart; undefined: the key is left out. */
function choicesIn(template: Json, found = new Map<string, Set<string>>()): Map<string, Set<string>> {
  if (Array.isArray(template)) for (const part of template) choicesIn(part, found);
  else if (typeof template === 'object' && template !== null) {
    const { choose, ...parts } = template;
    if (typeof choose === 'string') {
      found.set(choose, new Set([...(found.get(choose) ?? []), ...Object.keys(parts)]));
    }
    for (const part of Object.values(parts)) choicesIn(part, found);
  }
  return found;
}

/** Sections in which each choice is made once, with the others as they are by default and as each other one. */
function sectionsOf(definition: StandardDefinition): Record<string, string>[] {
  const keyOf = (name: string) => definition.keys.find(({ key }) => key === name);
  const needed = definition.keys.filter((key) => key.required === true && key.default === undefined);
  const base = Object.fromEntries(needed.map(({ key, example }) => [key, example ?? 'x']));
  const options = [...choicesIn([definition.calls ?? null, definition.agents ?? null])].flatMap(
    ([key, values]) =>
      [...values].map((value): Record<string, string> => {
        if (value === '') return {};
        return { [key]: value === '*' ? (keyOf(key)?.example ?? '1 = 1') : value };
      }),
  );
  const pairs = options.flatMap((one) => options.map((other) => ({ ...base, ...one, ...other })));
  return [base, ...pairs];
}

/** As an operator would write it, read by the same code. */
function iniSection(keys: Readonly<Record<string, string>>) {
  return systemSection(parseIni(Buffer.from(settings(section('ACD', keys)))), 'ACD')!;
}

function filledKinds(definition: StandardDefinition, keys: Readonly<Record<string, string>>) {
  const ofSection = withDefaults(iniSection(keys), definition);
  return (definition.calls ?? []).map((template) =>
    callKindSchema.parse(fillTemplate(template, ofSection, () => {})),
  );
}

const universalKeys = new Set(
  standardDefinitionSchema.parse(written('universal')).keys.map(({ key }) => key),
);

const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : [];

it('has no two interfaces of one id', () => {
  expect(folders.length).toBeGreaterThan(5);
  expect(new Set(folders.map((folder) => folder.toLowerCase())).size).toBe(folders.length);
});

it('gives an interface that says nothing of agents the agent keys of Universal', () => {
  const known = standardDefinitions();
  const ofAgents = (id: string) =>
    known
      .find((found) => found.id === id)
      ?.keys.flatMap(({ key, group }) => (group === 'agents' ? [key] : []));
  expect(known.map(({ id }) => id).sort()).toEqual([...folders].sort());
  for (const { id } of known.filter(({ agents }) => !agents)) {
    expect(ofAgents(id)?.sort(), id).toEqual(ofAgents('universal')?.sort());
  }
  expect(ofAgents('cisco-uccx')).not.toContain('ActivitySQL');
});

/** What does not concern a definition is no case of it. */
const where = (concerned: unknown): typeof it | (() => void) => (concerned ? it : () => {});

describe.each(folders)('the interface %s', (folder) => {
  const definition = standardDefinitionSchema.parse(written(folder));
  const { keys, calls, agents } = definition;
  const names = new Set(keys.map(({ key }) => key));
  const cases = sectionsOf(definition);

  it('is called like its folder and has only fields that are known', () => {
    expect(definition.id).toBe(folder);
    standardDefinitionSchema.strict().parse(written(folder));
    for (const key of (written(folder) as { keys: unknown[] }).keys) interfaceKeySchema.strict().parse(key);
  });

  it('has its name, its summary, its keys and their choices in all languages', () => {
    const speaks = (words: Readonly<Record<string, string>>, what: string) => {
      expect(Object.keys(words).sort(), what).toEqual([...languages].sort());
      for (const word of Object.values(words)) expect(word.trim(), what).not.toBe('');
    };
    speaks(definition.name, 'name');
    speaks(definition.summary, 'summary');
    for (const { key, label, help, choices } of keys) {
      speaks(label, `label of ${key}`);
      speaks(help, `help of ${key}`);
      for (const choice of choices ?? []) speaks(choice.label, `${key}=${choice.value}`);
    }
  });

  it('has each key once, whatever its case', () => {
    expect(new Set([...names].map((key) => key.toLowerCase())).size).toBe(keys.length);
  });

  it('asks for what it cannot do without, and for nothing that has a value', () => {
    for (const { key, required, essential, default: value } of keys) {
      if (required !== true) continue;
      expect(value, `${key} is required and has a default`).toBeUndefined();
      expect(essential, `${key} is required, so it is asked for`).not.toBe(false);
    }
  });

  it('offers a default among its choices, and shows a key for a value that can be chosen', () => {
    for (const { key, kind, choices, default: value, when } of keys) {
      const values = choices?.map((choice) => choice.value);
      expect(kind === 'choice', `${key}: a choice has choices`).toBe(values !== undefined);
      if (values && value !== undefined) expect(values, key).toContain(value);
      if (!when) continue;
      const other = keys.find((found) => found.key === when.key);
      expect(other, `${key} is of use with ${when.key}`).toBeDefined();
      if (other?.choices)
        expect(
          other.choices.map((choice) => choice.value),
          key,
        ).toContain(when.is);
    }
  });

  it('uses only keys that it declares', () => {
    const used = [
      ...(calls ?? []).flatMap(templateKeys),
      ...Object.values(agents ?? {}).flatMap(templateKeys),
      ...texts((calls ?? []).map((kind) => (kind as { moreValueTypes?: unknown }).moreValueTypes ?? [])),
    ];
    for (const key of used) expect(names, `{${key}}`).toContain(key);
    if (calls && definition.intervalKey !== null) {
      const ofRows = calls.every(
        (kind) => (kind as { intervalColumn?: unknown }).intervalColumn !== undefined,
      );
      if (!ofRows) expect(names, 'intervalKey').toContain(definition.intervalKey);
    }
  });

  it('knows what to do for each value that a key offers, and for its default', () => {
    for (const [key, values] of choicesIn([calls ?? null, agents ?? null])) {
      const declared = keys.find((found) => found.key === key)!;
      const can = (value: string) => values.has('*') || values.has(value);
      for (const { value } of declared.choices ?? []) expect(can(value), `${key}=${value}`).toBe(true);
      expect(can(declared.default ?? ''), `${key} left out`).toBe(true);
      if (!declared.choices) continue;
      const offered = declared.choices.map(({ value }) => value);
      for (const value of values) if (value !== '' && value !== '*') expect(offered, key).toContain(value);
    }
  });

  where(calls)('fills into kinds of queues that can be read, whatever is chosen', () => {
    for (const chosen of cases) {
      const of = JSON.stringify(chosen);
      const { sources, findings } = readSection(iniSection(chosen), definition, {
        phoneLink: true,
        timeLink: false,
      });
      expect(findings, of).toEqual([]);
      expect(sources, of).toHaveLength(calls!.length);
      for (const source of sources) {
        expect(source.valueTypes.length, of).toBeGreaterThan(0);
        expect(
          texts(source).filter((text) => /\{\w+\}/.test(text)),
          of,
        ).toEqual([]);
      }
    }
  });

  where(calls)('names columns that its statement has, levels that its path has, and stamps that fit', () => {
    for (const chosen of cases) {
      for (const { id, queues, path: levels, key, stamp } of filledKinds(definition, chosen)) {
        const of = `${id}: ${queues}`;
        const columns = [...levels, ...key.map(({ column }) => column)]
          .flat()
          .filter((level) => typeof level === 'number');
        const last = selectedColumnCount(queues);
        if (last !== undefined) expect(Math.max(...columns), of).toBeLessThanOrEqual(last);
        for (const { level } of key) expect(level ?? 1, of).toBeLessThanOrEqual(levels.length);
        expect(stamp.time !== undefined, of).toBe(stamp.kind.startsWith('date-'));
        if (stamp.kind !== 'text') expect(stamp.format, of).toBeUndefined();
      }
    }
  });

  where(calls)(
    'tells its kinds of queues apart by their names and paths, and value types by their names',
    () => {
      for (const chosen of cases) {
        const kinds = filledKinds(definition, chosen);
        expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length);
        const constant = kinds.map((kind) =>
          kind.path.map((level) => (typeof level === 'string' ? level.toLowerCase() : '')).join(':'),
        );
        expect(new Set(constant).size, JSON.stringify(chosen)).toBe(kinds.length);
        for (const { valueTypes } of kinds) {
          const types = valueTypes.map((type) => (typeof type === 'string' ? type : type.name).toLowerCase());
          expect(new Set(types).size, JSON.stringify(chosen)).toBe(types.length);
        }
      }
    },
  );

  where(agents)('says where the activities of agents are, whatever is chosen', () => {
    for (const chosen of cases) {
      const read = readSection(iniSection(chosen), definition, { phoneLink: false, timeLink: true });
      expect(read.findings, JSON.stringify(chosen)).toEqual([]);
      expect(read.agents, JSON.stringify(chosen)).toBeDefined();
      expect(texts(read.agents).filter((text) => /\{\w+\}/.test(text))).toEqual([]);
    }
  });

  const page = (language: string) => readFileSync(path.join(root, folder, `doc.${language}.md`), 'utf8');

  it.each(languages)('has a page in %s that names every key', (language) => {
    const text = page(language);
    expect(text).toMatch(/^# \S/);
    // Interfaces that read Universal's keys may leave their meaning to its page.
    const elsewhere =
      calls === undefined && folder !== 'universal' && text.includes('*Univers')
        ? universalKeys
        : new Set<string>();
    const missing = [...names].filter((key) => !text.includes(`\`${key}\``) && !elsewhere.has(key));
    expect(missing).toEqual([]);
  });
});
