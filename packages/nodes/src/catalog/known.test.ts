import { describe, expect, test } from 'vitest';
import { defaultConfig, validateConfig } from '../config.ts';
import { definitionOf, isExecuted, outcomesFor } from '../lookup.ts';
import { catalogRow } from './find.ts';
import { knownFacts } from './known.ts';

describe.each(Object.keys(knownFacts))('%s', (type) => {
  const definition = definitionOf(type);

  test('is a type of the catalog that is not executed', () => {
    expect(catalogRow(type)?.[0]).toBe(type);
    expect(isExecuted(type)).toBe(false);
  });

  test('a new one is valid but for what must be chosen', () => {
    const config = defaultConfig(definition.fields);
    const open = Object.entries(definition.fields).filter(([id, { required }]) => required && config[id] === undefined);
    expect(validateConfig(definition.fields, config).map(({ field }) => field)).toEqual(open.map(([id]) => id));
  });

  test('its outcomes are among all it can ever have', () => {
    const all = definition.allOutcomes?.map(({ id }) => id);
    if (all) for (const { id } of outcomesFor(definition, defaultConfig(definition.fields))) expect(all).toContain(id);
  });
});

test.each([
  ['CreateObjectNode', ['CREATED', 'FAILURE']],
  ['PatchObjectNode', ['PATCHED', 'FAILURE']],
])('%s: %j', (type, ids) => {
  expect(outcomesFor(definitionOf(type), {}).map(({ id }) => id)).toEqual(ids);
});
